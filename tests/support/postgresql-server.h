/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <libpq-fe.h>
#include <unistd.h>

#include "support/near.h"

/* A server of its own in a folder of its own, reached by a socket in that folder alone, and
 * stopped at the end.  It refuses to run as root, and then runs as its own user.
 */

static char *server_programs; /* the folder of initdb and pg_ctl; NULL: not installed */
static char *server_folder;
static char *server_connection;

static inline char *
server_find_programs (void)
{
  g_autofree char *said = NULL;

  if (g_spawn_command_line_sync ("pg_config --bindir", &said, NULL, NULL, NULL) && said)
    return g_strdup (g_strstrip (said));

  return NULL;
}

/* One of the server's own programs, as whoever it may run as. */
static inline gboolean
server_run (const char *program, const char *rest)
{
  g_autofree char *line =
      g_strdup_printf ("%s%s/%s %s", geteuid () == 0 ? "runuser -u postgres -- " : "",
                       server_programs, program, rest);
  g_auto (GStrv) words = NULL;
  int status = 1;

  return g_shell_parse_argv (line, NULL, &words, NULL) &&
         g_spawn_sync ("/", words, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                           G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL) &&
         g_spawn_check_wait_status (status, NULL);
}

static inline gboolean
server_is_installed (void)
{
  g_autofree char *initdb = NULL;

  server_programs = server_find_programs ();
  initdb = server_programs ? g_build_filename (server_programs, "initdb", NULL) : NULL;

  return initdb && g_file_test (initdb, G_FILE_TEST_IS_EXECUTABLE);
}

static inline void
server_execute (PGconn *server, const char *sql)
{
  PGresult *result = PQexec (server, sql);

  if (PQresultStatus (result) != PGRES_COMMAND_OK)
    print_message ("# %s", PQerrorMessage (server));
  assert_int_equal (PQresultStatus (result), PGRES_COMMAND_OK);
  PQclear (result);
}

static inline int
server_start (void)
{
  g_autofree char *init = NULL, *start = NULL;

  server_folder = g_dir_make_tmp ("scrutiny-pg-XXXXXX", NULL);
  if (geteuid () == 0) {
    g_autofree char *give = g_strdup_printf ("chown postgres %s", server_folder);

    g_spawn_command_line_sync (give, NULL, NULL, NULL, NULL);
  }
  init = g_strdup_printf ("-D %s/data -A trust -U tester --no-sync -E UTF8 --locale=C.UTF-8",
                          server_folder);
  start = g_strdup_printf ("-D %s/data -w -t 60 -l %s/log -o \"-k %s -c listen_addresses='' -c "
                           "fsync=off\" start",
                           server_folder, server_folder, server_folder);
  if (!server_run ("initdb", init) || !server_run ("pg_ctl", start))
    return 1;
  server_connection = g_strdup_printf ("host=%s user=tester dbname=postgres", server_folder);

  return 0;
}

static inline int
server_stop (void)
{
  g_autofree char *stop = g_strdup_printf ("-D %s/data -m immediate -w stop", server_folder);
  g_autofree char *away = g_strdup_printf ("rm -rf %s", server_folder);

  server_run ("pg_ctl", stop);
  g_spawn_command_line_sync (away, NULL, NULL, NULL, NULL);
  g_clear_pointer (&server_folder, g_free);
  g_clear_pointer (&server_connection, g_free);
  g_clear_pointer (&server_programs, g_free);

  return 0;
}
