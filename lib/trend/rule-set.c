/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/rule-set.h"

/* Distances are in spreads; limits are usually 3 of them away. */
#define PATTERN(name, n, of, away, side, ties, marking) \
  { \
    name, RULE_PATTERN, \
    { \
      .shape = KERNEL_RULE_BEYOND, .hits = n, .window = of, .distance = away, .same_side = side, \
      .tie = ties, .mark = marking \
    } \
  }
#define BEYOND_LIMITS \
  { \
    "beyond-limits", RULE_BEYOND_LIMITS, \
    { \
      .shape = KERNEL_RULE_BEYOND, .hits = 1, .window = 1 \
    } \
  }

/* Runs and crossings of useful points about the centre, limits by their number. */
static const Rule anhoej[] = {
  { "long-run",
    RULE_LONG_RUN,
    { .shape = KERNEL_RULE_BEYOND, .tie = KERNEL_TIE_SKIPS, .mark = KERNEL_MARK_WHOLE } },
  { "few-crossings", RULE_FEW_CROSSINGS, { 0 } },
};

/* A point on the centre neither ends nor lengthens a run; whole patterns are marked. */
static const Rule wheeler[] = {
  BEYOND_LIMITS,
  PATTERN ("one-side", 8, 8, 0, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
  PATTERN ("three-of-four", 3, 4, 1.5, false, KERNEL_TIE_BREAKS, KERNEL_MARK_WHOLE),
};

/* Since November 2023, two of three are beyond two spreads, those beyond the limits
 * included, all three on one side, and the third is not marked.
 */
static const Rule mdc_2023[] = {
  BEYOND_LIMITS,
  PATTERN ("one-side", 7, 7, 0, false, KERNEL_TIE_BREAKS, KERNEL_MARK_WHOLE),
  PATTERN ("two-of-three", 2, 3, 2, true, KERNEL_TIE_BREAKS, KERNEL_MARK_BEYOND),
  { "trend",
    RULE_PATTERN,
    { .shape = KERNEL_RULE_TREND,
      .window = 7,
      .tie = KERNEL_TIE_BREAKS,
      .mark = KERNEL_MARK_WHOLE } },
};

static const RuleSet sets[] = {
  { "anhoej", "J. Anhøj, A. V. Olesen (2014), PLoS ONE 9, e113825", anhoej, G_N_ELEMENTS (anhoej) },
  { "mdc-2023", "NHS England, Making Data Count, rules since November 2023", mdc_2023,
    G_N_ELEMENTS (mdc_2023) },
  { "wheeler", "D. J. Wheeler, Making Sense of Data (2003)", wheeler, G_N_ELEMENTS (wheeler) },
};

const RuleSet *
rule_set_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
    if (g_str_equal (sets[i].name, name))
      return &sets[i];
  }

  return NULL;
}

char *
rule_set_dup_names (void)
{
  const char *names[G_N_ELEMENTS (sets) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    names[i] = sets[i].name;

  return g_strjoinv (", ", (char **) names);
}

gboolean
rule_needs_limits (const Rule *rule)
{
  return rule->how == RULE_BEYOND_LIMITS ||
         (rule->how == RULE_PATTERN && rule->pattern.distance > 0);
}
