/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/rule-set.h"

/* Distances are in spreads; limits are usually 3 of them away. */
#define BREAKS KERNEL_TIE_BREAKS
#define SKIPS KERNEL_TIE_SKIPS
#define WHOLE KERNEL_MARK_WHOLE
#define HITS KERNEL_MARK_BEYOND
#define AFTER KERNEL_MARK_COMPLETION
#define SPAN KERNEL_MARK_SPAN

#define BEYOND_LIMITS(marking) \
  { \
    .id = "beyond-limits", .how = RULE_BEYOND_LIMITS, .pattern = { \
      .shape = KERNEL_RULE_BEYOND, \
      .hits = 1, \
      .window = 1, \
      .mark = marking \
    } \
  }
#define SIDE(n, ties, marking) \
  { \
    .id = "one-side", .how = RULE_PATTERN, .pattern = { \
      .shape = KERNEL_RULE_BEYOND, \
      .hits = n, \
      .window = n, \
      .tie = ties, \
      .mark = marking \
    } \
  }
#define SOME(name, n, of, away, marking, ...) \
  { \
    .id = name, .how = RULE_PATTERN, .pattern = { \
      .shape = KERNEL_RULE_BEYOND, \
      .hits = n, \
      .window = of, \
      .distance = away, \
      .tie = BREAKS, \
      .mark = marking, \
      __VA_ARGS__ \
    } \
  }
#define SHAPED(name, form, n, away, ties, marking) \
  { \
    .id = name, .how = RULE_PATTERN, .pattern = { \
      .shape = form, \
      .hits = n, \
      .window = n, \
      .distance = away, \
      .tie = ties, \
      .mark = marking \
    } \
  }
#define TREND(n, ties, marking) SHAPED ("trend", KERNEL_RULE_TREND, n, 0, ties, marking)
#define LONG_RUN(of) \
  { \
    .id = "long-run", .how = RULE_LONG_RUN, \
    .pattern = { .shape = KERNEL_RULE_BEYOND, .tie = SKIPS, .mark = WHOLE }, .box = of \
  }
#define FEW_CROSSINGS(of) \
  { \
    .id = "few-crossings", .how = RULE_FEW_CROSSINGS, .box = of \
  }

/* Runs and crossings of useful points about the centre, limits by their number. */
static const Rule anhoej[] = { LONG_RUN (KERNEL_BOX_ANHOEJ), FEW_CROSSINGS (KERNEL_BOX_ANHOEJ) };
static const Rule anhoej_bestbox[] = { LONG_RUN (KERNEL_BOX_BEST),
                                       FEW_CROSSINGS (KERNEL_BOX_BEST) };
static const Rule anhoej_cutbox[] = { LONG_RUN (KERNEL_BOX_CUT), FEW_CROSSINGS (KERNEL_BOX_CUT) };

/* Until November 2023, two of three lie between two and three spreads away. */
static const Rule mdc_2018[] = {
  BEYOND_LIMITS (WHOLE),
  SIDE (7, BREAKS, WHOLE),
  SOME ("two-of-three", 2, 3, 2, HITS, .same_side = true, .reach = 3),
  TREND (7, BREAKS, WHOLE),
};

/* Since November 2023, two of three are beyond two spreads, those beyond the limits
 * included, all three on one side, and the third is not marked.
 */
static const Rule mdc_2023[] = {
  BEYOND_LIMITS (WHOLE),
  SIDE (7, BREAKS, WHOLE),
  SOME ("two-of-three", 2, 3, 2, HITS, .same_side = true),
  TREND (7, BREAKS, WHOLE),
};

/* The eight tests, in their order; the point that completes a pattern is marked. */
static const Rule nelson[] = {
  BEYOND_LIMITS (AFTER),
  SIDE (9, BREAKS, AFTER),
  TREND (6, BREAKS, AFTER),
  SHAPED ("alternating", KERNEL_RULE_ALTERNATING, 14, 0, BREAKS, AFTER),
  SOME ("two-of-three", 2, 3, 2, AFTER, .ends_beyond = true),
  SOME ("four-of-five", 4, 5, 1, AFTER, .ends_beyond = true),
  SHAPED ("within", KERNEL_RULE_WITHIN, 15, 1, BREAKS, AFTER),
  SHAPED ("outside", KERNEL_RULE_OUTSIDE, 8, 1, BREAKS, AFTER),
};

static const Rule powerbi_spc[] = {
  BEYOND_LIMITS (WHOLE),
  SIDE (7, BREAKS, WHOLE),
  TREND (5, BREAKS, WHOLE),
  SOME ("two-of-three", 2, 3, 2, HITS, .same_side = false),
};

/* Points on the median, and ties of a trend, are passed over; so are missing values. */
#define SHIFT_OF_6 \
  { \
    .id = "one-side", .how = RULE_PATTERN, .pattern = { \
      .shape = KERNEL_RULE_BEYOND, \
      .hits = 6, \
      .window = 6, \
      .tie = SKIPS, \
      .mark = SPAN, \
      .skips_missing = true \
    } \
  }
#define TREND_OF_5 \
  { \
    .id = "trend", .how = RULE_PATTERN, .pattern = { \
      .shape = KERNEL_RULE_TREND, \
      .window = 5, \
      .tie = SKIPS, \
      .mark = SPAN, \
      .skips_missing = true \
    } \
  }
static const Rule provost_murray_run[] = {
  SHIFT_OF_6,
  TREND_OF_5,
  { .id = "run-count", .how = RULE_RUN_COUNT },
};

/* A program that looks for the first two. */
static const Rule runchart[] = { SHIFT_OF_6, TREND_OF_5 };

static const Rule western_electric[] = {
  BEYOND_LIMITS (AFTER),
  SOME ("two-of-three", 2, 3, 2, AFTER, .ends_beyond = true),
  SOME ("four-of-five", 4, 5, 1, AFTER, .ends_beyond = true),
  SIDE (8, BREAKS, AFTER),
};

/* A point on the centre neither ends nor lengthens a run; whole patterns are marked. */
static const Rule wheeler[] = {
  BEYOND_LIMITS (WHOLE),
  SIDE (8, SKIPS, WHOLE),
  SOME ("three-of-four", 3, 4, 1.5, WHOLE, .same_side = false),
};

#define SET(name, source, rules) \
  { \
    name, source, rules, G_N_ELEMENTS (rules) \
  }

static const RuleSet sets[] = {
  SET ("anhoej", "J. Anhøj, A. V. Olesen (2014), PLoS ONE 9, e113825", anhoej),
  SET ("anhoej-bestbox",
       "J. Anhøj, T. Wentzel-Larsen (2020), PLoS ONE 15, e0233920",
       anhoej_bestbox),
  SET ("anhoej-cutbox", "J. Anhøj, T. Wentzel-Larsen (2020), PLoS ONE 15, e0233920", anhoej_cutbox),
  SET ("mdc-2018", "NHS, Making Data Count, rules until November 2023", mdc_2018),
  SET ("mdc-2023", "NHS England, Making Data Count, rules since November 2023", mdc_2023),
  SET ("nelson", "L. S. Nelson (1984), J. Qual. Technol. 16, 237-239", nelson),
  SET ("powerbi-spc", "PowerBI-SPC, as it comes", powerbi_spc),
  SET (
      "provost-murray-run",
      "L. P. Provost, S. K. Murray, The Health Care Data Guide (2011); number of runs: F. S. Swed, "
      "C. Eisenhart (1943), Ann. Math. Statist. 14, 66-87",
      provost_murray_run),
  SET ("runchart", "runchart (jsphdms), as it comes", runchart),
  SET ("western-electric",
       "Western Electric, Statistical Quality Control Handbook (1956)",
       western_electric),
  SET ("wheeler", "D. J. Wheeler, Making Sense of Data (2003)", wheeler),
};

const RuleSet *
rule_set_get (guint i)
{
  return i < G_N_ELEMENTS (sets) ? &sets[i] : NULL;
}

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
