/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/colour-audit.h>
#include <scrutiny/timeline.h>

#include "kernel/random.h"

#include <math.h>
#include <stdio.h>

/* How often the number of changes of status of a figure that never leaves its level lies
 * outside the interval that the audit gives of the same figures.  At most 2.5 in 100 on
 * either side is meant.
 */
#define N_SERIES 2000
#define SEED 20261130
#define MOST 36
#define SETTLING 60

/* Boundaries in spreads from the level: one, or two. */
static const struct boundaries {
  const char *label, *rule;
} boundaries[] = {
  { "target at the level", "\"G\" when value >= 0; otherwise \"R\"" },
  { "target 0.5 above", "\"G\" when value >= 0.5; otherwise \"R\"" },
  { "target 1 above", "\"G\" when value >= 1; otherwise \"R\"" },
  { "target 2 above", "\"G\" when value >= 2; otherwise \"R\"" },
  { "target at the level, amber 1 below",
    "\"G\" when value >= 0; \"A\" when value >= -1; otherwise \"R\"" },
  { "level amid amber", "\"G\" when value >= 0.5; \"A\" when value >= -0.5; otherwise \"R\"" },
  { "target 1 below, amber 1 below that",
    "\"G\" when value >= -1; \"A\" when value >= -2; otherwise \"R\"" },
};

static void
draw_series (guint64 *state, double resemblance, gsize n, double *values)
{
  const double fresh = sqrt (1 - resemblance * resemblance);
  double last, deviate;

  kernel_random_normal (state, 1, &last);
  for (gsize i = 0; i < SETTLING + n; i++) {
    kernel_random_normal (state, 1, &deviate);
    last = resemblance * last + fresh * deviate;
    if (i >= SETTLING)
      values[i - SETTLING] = last;
  }
}

static ScrutinyTable *
table_of (const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2020-01", n, NULL);
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (timeline);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) table =
      scrutiny_table_copy_with_texts (empty, "period", (const char *const *) periods, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (values, n * sizeof *values);

  return scrutiny_table_copy_with_doubles (table, "value", bytes, NULL);
}

static void
print_cell (ScrutinyColourRule *rule, double resemblance, gsize n)
{
  guint64 state = SEED;
  double values[MOST], expected = 0, seen = 0;
  guint below = 0, above = 0;

  for (guint k = 0; k < N_SERIES; k++) {
    g_autoptr (ScrutinyTable) table = NULL;
    g_autoptr (ScrutinyColourAudit) audit = NULL;
    double changes;

    draw_series (&state, resemblance, n, values);
    table = table_of (values, n);
    audit = scrutiny_colour_audit_new (table, rule, NULL, NULL);
    changes = scrutiny_colour_audit_get_changes (audit);
    below += changes < scrutiny_colour_audit_get_expected_low (audit);
    above += changes > scrutiny_colour_audit_get_expected_high (audit);
    expected += scrutiny_colour_audit_get_expected (audit) / N_SERIES;
    seen += changes / N_SERIES;
  }
  printf (" | %4.1f of %4.1f  %4.2f%% %4.2f%%", seen, expected, 100.0 * below / N_SERIES,
          100.0 * above / N_SERIES);
}

int
main (void)
{
  static const double resemblances[] = { 0, 0.5 };
  static const gsize lengths[] = { 12, 24, 36 };

  printf ("changes of status seen, of those expected; outside the interval below, above\n"
          "seed %d, %d series a cell; 12, 24 and 36 periods\n",
          SEED, N_SERIES);
  for (gsize r = 0; r < G_N_ELEMENTS (resemblances); r++)
    for (gsize b = 0; b < G_N_ELEMENTS (boundaries); b++) {
      g_autoptr (ScrutinyColourRule) rule =
          scrutiny_colour_rule_parse (boundaries[b].rule, NULL, NULL);

      printf ("neighbours %.1f alike, %-35s", resemblances[r], boundaries[b].label);
      for (gsize k = 0; k < G_N_ELEMENTS (lengths); k++)
        print_cell (rule, resemblances[r], lengths[k]);
      printf ("\n");
      fflush (stdout);
    }

  return 0;
}
