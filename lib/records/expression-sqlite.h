/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/working-calendar.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Teaches @db the functions that the SQL of expressions calls, all of whose names begin with
 * "scrutiny_".  @calendar must live as long as @db, or until it is replaced by another call.
 */
gboolean expression_sqlite_register (sqlite3 *db, const WorkingCalendar *calendar, GError **error);

/* Whether the SQL of an expression may call @function: ours, and those few of SQLite's own that
 * it uses.
 */
gboolean expression_sqlite_is_allowed (const char *function);

G_END_DECLS
