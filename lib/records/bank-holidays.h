/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BANK_HOLIDAYS_FIRST_YEAR 2010
#define BANK_HOLIDAYS_LAST_YEAR 2027

/* The bank holidays from Monday to Friday of "england-and-wales", "northern-ireland" or
 * "scotland", as numbers such as 20240401, ascending; NULL for another name.
 */
const gint32 *bank_holidays_find (const char *name, gsize *n);

/* “england-and-wales, …” */
char *bank_holidays_dup_names (void);

G_END_DECLS
