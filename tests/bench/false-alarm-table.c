/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/false-alarm.h"

#include <stdio.h>

/* Prints the table of lib/trend/false-alarm.c, from the same seed. */
#define N_SERIES 20000
#define SEED 20200611

int
main (void)
{
  static const guint lengths[] = { 12, 16, 20, 24, 30, 36, 48, 60, 84, 120, 240, 480 };
  const RuleSet *set;

  for (guint i = 0; (set = rule_set_get (i)); i++) {
    const gboolean has_limits =
        !g_str_equal (set->name, "provost-murray-run") && !g_str_equal (set->name, "runchart");

    if (g_str_has_prefix (set->name, "anhoej"))
      continue; /* exact */
    printf ("  { \"%s\", {", set->name);
    for (guint k = 0; k < G_N_ELEMENTS (lengths); k++)
      printf ("%s%.4f", k ? ", " : " ",
              false_alarm_simulate (&set, 1, lengths[k], has_limits, 3, N_SERIES, SEED));
    printf (" } },\n");
  }

  return 0;
}
