/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/sqlite-store.h"

#include <string.h>

#include "records/expression-sqlite.h"

#define MOST_OF_A_ROW (64 * 1024 * 1024)
#define MOST_OF_A_STATEMENT (1024 * 1024)
#define MOST_STEPS 250000

/* SQLite names no database where a statement needs no column of the table. */
static gboolean
is_our_table (const char *table, const char *database)
{
  return table && strcmp (table, RECORD_TABLE) == 0 &&
         (!database || strcmp (database, "main") == 0);
}

static int
judge (void *data,
       int action,
       const char *first,
       const char *second,
       const char *database,
       const char *by)
{
  switch (action) {
  case SQLITE_SELECT:
    return SQLITE_OK;
  case SQLITE_READ:
    return is_our_table (first, database) && !by ? SQLITE_OK : SQLITE_DENY;
  case SQLITE_FUNCTION:
    return second && expression_sqlite_is_allowed (second) ? SQLITE_OK : SQLITE_DENY;
  default:
    return SQLITE_DENY;
  }
}

/* Each is what an engine offers to its owner; a dossier is nobody's. */
static int
switch_off (sqlite3 *db)
{
  static const struct {
    int what;
    int value;
  } switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
    { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };
  int result = SQLITE_OK;

  for (gsize i = 0; i < G_N_ELEMENTS (switches) && result == SQLITE_OK; i++)
    result = sqlite3_db_config (db, switches[i].what, switches[i].value, (int *) NULL);

  return result;
}

static void
set_limits (sqlite3 *db)
{
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, MOST_OF_A_ROW);
  sqlite3_limit (db, SQLITE_LIMIT_SQL_LENGTH, MOST_OF_A_STATEMENT);
  sqlite3_limit (db, SQLITE_LIMIT_COMPOUND_SELECT, 1);
  sqlite3_limit (db, SQLITE_LIMIT_VDBE_OP, MOST_STEPS);
  sqlite3_limit (db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1);
  sqlite3_limit (db, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit (db, SQLITE_LIMIT_WORKER_THREADS, 0);
}

gboolean
sqlite_lock_down (sqlite3 *db, const char *origin, GError **error)
{
  int result = switch_off (db);

  if (result == SQLITE_OK)
    result = sqlite3_exec (db, "PRAGMA query_only = ON", NULL, NULL, NULL);
  set_limits (db);
  if (result == SQLITE_OK)
    result = sqlite3_set_authorizer (db, judge, NULL);
  if (result != SQLITE_OK)
    sqlite_refuse (db, result, origin, error);

  return result == SQLITE_OK;
}
