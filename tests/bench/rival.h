/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>
#include <math.h>

/* The script @script of @program prints how many seconds of processor time the same work
 * took it, on @n values; NaN where it is not installed.
 */
static inline double
rival_ask (const char *program, const char *script)
{
  const char *argv[] = { program, g_str_equal (program, "Rscript") ? "-e" : "-c", script, NULL };
  g_autofree char *said = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, &said, NULL, &status, NULL) ||
      !g_spawn_check_wait_status (status, NULL))
    return NAN;

  return g_ascii_strtod (said, NULL);
}

static inline void
rival_compare (const char *whose, gsize n, const char *program, const char *script, double ours)
{
  const double theirs = rival_ask (program, script);

  if (isnan (theirs))
    g_print ("%-44s is not installed\n", whose);
  else
    g_print ("%-44s %8" G_GSIZE_FORMAT "  %10.3f ms  %8.1f times ours\n", whose, n, theirs * 1e3,
             theirs / ours);
}

/* The best of three of a Python expression, after @import, and of an R one, after @set_up. */
#define RIVAL_PYTHON(import, expression) \
  "import time, numpy\n" import "\n" \
  "def once():\n" \
  "  t = time.process_time()\n" \
  "  " expression "\n" \
  "  return time.process_time() - t\n" \
  "print(min(once() for _ in range(3)))\n"

#define RIVAL_R(set_up, expression) \
  set_up "; cat(min(sapply(1:3, function(k) system.time(" expression ")[[1]])))"
