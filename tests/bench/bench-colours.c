/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/colour-audit.h>
#include <scrutiny/shifts.h>
#include <scrutiny/timeline.h>

#include "kernel/random-count.h"
#include "kernel/random.h"

#include <math.h>
#include <stdio.h>

/* How often the number of changes of status of a figure that never leaves its level, or leaves it
 * at a break, lies outside the interval that the audit gives of the same figures.  At most 2.5 in
 * 100 on either side is meant.
 */
#define N_SERIES 2000
#define SEED 20261130
#define MOST 48
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

/* What the audit is told of where levels change, and by how many spreads they do half-way. */
typedef enum {
  TOLD_NOTHING,
  TOLD_BREAK,
  TOLD_SHIFTS,
} Told;

typedef struct {
  double resemblance, shift;
  Told told;
} Case;

static void
draw_series (guint64 *state, const Case *drawn, gsize n, double *values)
{
  const double fresh = sqrt (1 - drawn->resemblance * drawn->resemblance);
  double last, deviate;

  kernel_random_normal (state, 1, &last);
  for (gsize i = 0; i < SETTLING + n; i++) {
    kernel_random_normal (state, 1, &deviate);
    last = drawn->resemblance * last + fresh * deviate;
    if (i >= SETTLING)
      values[i - SETTLING] = last + (i - SETTLING >= n / 2 ? drawn->shift : 0);
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

static ScrutinyColourAudit *
audit_of (ScrutinyColourRule *rule, Told told, gsize n, const double *values)
{
  g_autoptr (ScrutinyTable) table = table_of (values, n);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2020-01", n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, n, NULL);
  g_autoptr (ScrutinyColourAuditOptions) options = scrutiny_colour_audit_options_new ();
  g_autoptr (ScrutinyShifts) shifts = NULL;
  g_autofree char *half_way = scrutiny_timeline_dup_text (timeline, n / 2);
  const char *const breaks[] = { half_way, NULL };

  if (told == TOLD_SHIFTS)
    shifts = scrutiny_shifts_new (series, NULL, NULL);
  scrutiny_colour_audit_options_set_breaks (options, told == TOLD_BREAK ? breaks : NULL);
  scrutiny_colour_audit_options_set_shifts (options, shifts);

  return scrutiny_colour_audit_new_with_options (table, rule, options, NULL);
}

static void
print_cell (ScrutinyColourRule *rule, const Case *drawn, gsize n)
{
  guint64 state = SEED;
  double values[MOST], expected = 0, seen = 0;
  guint below = 0, above = 0, n_told = 0;

  for (guint k = 0; k < N_SERIES; k++) {
    g_autoptr (ScrutinyColourAudit) audit = NULL;
    double changes;

    draw_series (&state, drawn, n, values);
    audit = audit_of (rule, drawn->told, n, values);
    if (isnan (scrutiny_colour_audit_get_expected (audit)))
      continue;
    changes = scrutiny_colour_audit_get_changes_compared (audit);
    below += changes < scrutiny_colour_audit_get_expected_low (audit);
    above += changes > scrutiny_colour_audit_get_expected_high (audit);
    expected += scrutiny_colour_audit_get_expected (audit);
    seen += changes;
    n_told++;
  }
  printf (" | %4.1f of %4.1f  %4.2f%% %4.2f%%", seen / n_told, expected / n_told,
          100.0 * below / n_told, 100.0 * above / n_told);
}

static void
print_table (const char *title, const Case *drawn)
{
  const gsize lengths[] = { drawn->told == TOLD_BREAK ? 16 : 12, 24, 36, 48 };

  printf ("\n%s, neighbours %.1f alike; %zu, 24, 36 and 48 periods\n", title, drawn->resemblance,
          lengths[0]);
  for (gsize b = 0; b < G_N_ELEMENTS (boundaries); b++) {
    g_autoptr (ScrutinyColourRule) rule =
        scrutiny_colour_rule_parse (boundaries[b].rule, NULL, NULL);

    printf ("%-35s", boundaries[b].label);
    for (gsize k = 0; k < G_N_ELEMENTS (lengths); k++)
      print_cell (rule, drawn, lengths[k]);
    printf ("\n");
    fflush (stdout);
  }
}

/* @n periods of @of cases, each with a chance of @share. */
static ScrutinyTable *
draw_cases (guint64 *state, double share, double of, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2020-01", n, NULL);
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (timeline);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) dated =
      scrutiny_table_copy_with_texts (empty, "period", (const char *const *) periods, NULL);
  g_autoptr (ScrutinyTable) counted = NULL;
  double top[MOST], bottom[MOST];

  for (gsize i = 0; i < n; i++) {
    top[i] = kernel_random_binomial (state, of, share);
    bottom[i] = of;
  }
  g_autoptr (GBytes) tops = g_bytes_new (top, n * sizeof *top);
  g_autoptr (GBytes) bottoms = g_bytes_new (bottom, n * sizeof *bottom);
  counted = scrutiny_table_copy_with_doubles (dated, "numerator", tops, NULL);

  return scrutiny_table_copy_with_doubles (counted, "denominator", bottoms, NULL);
}

static gboolean
says_beyond_chance (ScrutinyColourAudit *audit)
{
  gsize n;
  const double *chances =
      scrutiny_table_get_doubles (scrutiny_colour_audit_get_rows (audit), "count_chance", &n);

  for (gsize i = 0; i < n; i++)
    if (chances[i] <= 0.05)
      return TRUE;

  return FALSE;
}

/* How often the cases of any step are said to differ beyond chance, and where that speaks, of a
 * share that never changes with a boundary a spread above it.
 */
static void
print_counts_cell (double share, double of, gsize n)
{
  guint64 state = SEED;
  const double target = 100 * (share + sqrt (share * (1 - share) / of));
  g_autofree char *text = g_strdup_printf ("\"G\" when value >= %.9f; otherwise \"R\"", target);
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (text, NULL, NULL);
  guint n_said = 0, n_spoken = 0;

  for (guint k = 0; k < N_SERIES; k++) {
    g_autoptr (ScrutinyTable) table = draw_cases (&state, share, of, n);
    g_autoptr (ScrutinyColourAudit) audit = scrutiny_colour_audit_new (table, rule, NULL, NULL);

    if (!says_beyond_chance (audit))
      continue;
    n_said++;
    n_spoken += g_strcmp0 (scrutiny_colour_audit_get_told_by (audit), "counts") == 0;
  }
  printf (" | %4.2f%% (%4.2f%%)", 100.0 * n_said / N_SERIES, 100.0 * n_spoken / N_SERIES);
}

static void
print_counts (void)
{
  static const double sizes[] = { 20, 100, 400 };
  static const gsize lengths[] = { 4, 12, 24, 48 };

  printf ("\nCases of any step said to differ beyond chance (where that speaks), of a share that "
          "never changes; 4, 12, 24 and 48 periods\n");
  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++) {
    printf ("70 in 100 of %3.0f cases", sizes[k]);
    for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
      print_counts_cell (0.7, sizes[k], lengths[i]);
    printf ("\n");
    fflush (stdout);
  }
}

int
main (void)
{
  printf ("changes of status seen, of those expected; outside the interval below, above\n"
          "seed %d, %d series a cell\n",
          SEED, N_SERIES);
  print_counts ();
  for (double r = 0; r <= 0.5; r += 0.5) {
    print_table ("One level, and one taken", &(Case){ r, 0, TOLD_NOTHING });
    print_table ("One level, a break declared half-way", &(Case){ r, 0, TOLD_BREAK });
    print_table ("One level, split where shifts are found", &(Case){ r, 0, TOLD_SHIFTS });
    print_table ("Two levels, one taken", &(Case){ r, 2, TOLD_NOTHING });
    print_table ("Two levels, a break declared there", &(Case){ r, 2, TOLD_BREAK });
    print_table ("Two levels, split where shifts are found", &(Case){ r, 2, TOLD_SHIFTS });
  }

  return 0;
}
