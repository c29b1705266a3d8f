/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

/**
 * ScrutinyStatementKind:
 * @SCRUTINY_STATEMENT_KIND_STATUS: a published status
 * @SCRUTINY_STATEMENT_KIND_INDICATOR: a published figure
 * @SCRUTINY_STATEMENT_KIND_ACTIVITY: something people do
 * @SCRUTINY_STATEMENT_KIND_OUTPUT: something produced
 * @SCRUTINY_STATEMENT_KIND_SERVICE: something about the organisation itself
 * @SCRUTINY_STATEMENT_KIND_TARGET: a number somebody chose
 * @SCRUTINY_STATEMENT_KIND_INSPECTOR: an inspection, audit or regulator
 * @SCRUTINY_STATEMENT_KIND_GOVERNMENT: a law, a minister, a national set
 * @SCRUTINY_STATEMENT_KIND_FUNDING: a grant, an income, a saving
 * @SCRUTINY_STATEMENT_KIND_INTERMEDIATE: a step on the way that people outside could notice
 * @SCRUTINY_STATEMENT_KIND_OUTCOME: something in the lives of people who can be named
 *
 * What a statement in a chain of reasons is about. Given by a person, never
 * guessed from the words.
 *
 * Since: 0.1
 */
typedef enum {
  SCRUTINY_STATEMENT_KIND_STATUS,
  SCRUTINY_STATEMENT_KIND_INDICATOR,
  SCRUTINY_STATEMENT_KIND_ACTIVITY,
  SCRUTINY_STATEMENT_KIND_OUTPUT,
  SCRUTINY_STATEMENT_KIND_SERVICE,
  SCRUTINY_STATEMENT_KIND_TARGET,
  SCRUTINY_STATEMENT_KIND_INSPECTOR,
  SCRUTINY_STATEMENT_KIND_GOVERNMENT,
  SCRUTINY_STATEMENT_KIND_FUNDING,
  SCRUTINY_STATEMENT_KIND_INTERMEDIATE,
  SCRUTINY_STATEMENT_KIND_OUTCOME,
} ScrutinyStatementKind;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_statement_kind_get_name (ScrutinyStatementKind kind);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_statement_kind_from_name (const char *name, ScrutinyStatementKind *kind);

G_END_DECLS
