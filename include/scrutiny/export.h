/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/comparison.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_export_csv (ScrutinyTable *table);
SCRUTINY_AVAILABLE_IN_ALL
char *
scrutiny_export_panel (ScrutinyTable *table, const char *title, const char *form, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_export_comparison (ScrutinyComparison *comparison,
                                  const char *title,
                                  const char *form,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
