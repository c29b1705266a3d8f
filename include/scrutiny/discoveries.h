/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_discoveries_tabulate (ScrutinyTable *table,
                                              const char *chance,
                                              const char *family,
                                              double share,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
GVariant *scrutiny_discoveries_count (ScrutinyTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
