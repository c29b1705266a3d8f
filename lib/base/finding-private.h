/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "base/fact-list.h"
#include "base/json-writer.h"

G_BEGIN_DECLS

/* For a check of the library: takes @facts, which are named once each; @id is one. */
ScrutinyFinding *scrutiny_finding_new_reached (const char *id,
                                               const char *statement,
                                               const char *question,
                                               FactList *facts,
                                               ScrutinyMethod *method,
                                               GError **error);

/* The same, asking nothing and for nothing, where others are asked about instead. */
ScrutinyFinding *scrutiny_finding_copy_without_question (ScrutinyFinding *self);

/* The same, asking nothing, and still for what it asks for. */
ScrutinyFinding *scrutiny_finding_copy_unasked (ScrutinyFinding *self);

/* The message that asks about it, without its facts; NULL if there is none. */
const char *scrutiny_finding_get_question_message (ScrutinyFinding *self);

/* A fact, lent; NULL if there is none of that name. */
GVariant *scrutiny_finding_find_fact (ScrutinyFinding *self, const char *name);

/* One object: id, subject, statement, question, request, facts, method. */
void scrutiny_finding_write_json (ScrutinyFinding *self, JsonWriter *writer);

G_END_DECLS
