/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/records-options.h>

G_BEGIN_DECLS

/* Of column to kind, texts; lent. */
GHashTable *scrutiny_records_options_get_kinds (ScrutinyRecordsOptions *self);

G_END_DECLS
