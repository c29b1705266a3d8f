/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>
#include <scrutiny/linkage.h>
#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_REASON_TESTS (scrutiny_reason_tests_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyReasonTests, scrutiny_reason_tests, SCRUTINY, REASON_TESTS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyReasonTests *scrutiny_reason_tests_new (ScrutinyDossier *dossier,
                                                const char *indicator,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_reason_tests_get_n_tests (ScrutinyReasonTests *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_reason_tests_get_table (ScrutinyReasonTests *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_reason_tests_get_companions (ScrutinyReasonTests *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_reason_tests_dup_path (ScrutinyReasonTests *self, guint index);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyLinkage *scrutiny_reason_tests_get_linkage (ScrutinyReasonTests *self, guint index);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_reason_tests_dup_findings_of (ScrutinyReasonTests *self, guint index);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_reason_tests_dup_unmeasured (ScrutinyReasonTests *self);

G_END_DECLS
