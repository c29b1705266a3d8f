/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/indicator.h>
#include <scrutiny/result.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_HINTS (scrutiny_hints_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyHints, scrutiny_hints, SCRUTINY, HINTS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyHints *scrutiny_hints_new (ScrutinyChain *chain,
                                   ScrutinyIndicator *indicator,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_hints_dup_findings_in_brief (ScrutinyHints *self) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChain *scrutiny_hints_get_chain (ScrutinyHints *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_hints_get_language (ScrutinyHints *self);

G_END_DECLS
