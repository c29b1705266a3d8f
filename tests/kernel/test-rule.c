/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/rule.h"
#include "support/near.h"

#include <stdio.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 32
#define __ NAN

/* hits, window, distance, inclusive, same side, tie, mark */
#define BEYOND(...) \
  { \
    KERNEL_RULE_BEYOND, __VA_ARGS__, 0, false, false \
  }
#define TREND(window, tie, mark) \
  { \
    KERNEL_RULE_TREND, 0, window, 0, false, false, tie, mark, 0, false, false \
  }

/* Centre 0, spread 1.  Points marked upward are +, downward -, both *, neither a dot;
 * each signal's first, last and completing point follow, from 0.
 */
static const struct known {
  const char *label;
  KernelRule rule;
  double values[16];
  size_t n;
  const char *marks;
  const char *signals;
} known[] = {
  { "beyond is strict",
    BEYOND (1, 1, 3, false, false, KERNEL_TIE_BREAKS, KERNEL_MARK_WHOLE),
    { 0, 3, 3.1, -3.1, -3 },
    5,
    "..+-.",
    "+2-2@2 -3-3@3" },
  { "inclusive counts the line",
    BEYOND (1, 1, 3, true, false, KERNEL_TIE_BREAKS, KERNEL_MARK_WHOLE),
    { 0, 3, 3.1, -3.1, -3 },
    5,
    ".++--",
    "+1-2@1 -3-4@3" },
  { "neighbours beyond are one signal",
    BEYOND (1, 1, 3, false, false, KERNEL_TIE_BREAKS, KERNEL_MARK_WHOLE),
    { 4, 5, 6, 0, 4 },
    5,
    "+++.+",
    "+0-2@0 +4-4@4" },
  { "run of four, whole, tie breaks",
    BEYOND (4, 4, 0, false, false, KERNEL_TIE_BREAKS, KERNEL_MARK_WHOLE),
    { 1, 1, 1, 0, 1, 1, 1, 1, 1, -1 },
    10,
    "....+++++.",
    "+4-8@7" },
  { "run of four, tie skipped",
    BEYOND (4, 4, 0, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    { 1, 1, 1, 0, 1, 0, -1, -1 },
    8,
    "+++.+...",
    "+0-4@4" },
  { "run of four, from completion",
    BEYOND (4, 4, 0, false, false, KERNEL_TIE_BREAKS, KERNEL_MARK_COMPLETION),
    { -1, -1, -1, -1, -1, -1, 1 },
    7,
    "...---.",
    "-3-5@3" },
  { "a missing value ends a run",
    BEYOND (4, 4, 0, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    { 1, 1, 1, __, 1, 1, 1 },
    7,
    ".......",
    "" },
  { "two of three, whole",
    BEYOND (2, 3, 2, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    { 1, 2.5, -1, 2.5, 1, 1 },
    6,
    ".+++..",
    "+1-3@3" },
  { "two of three, only those beyond",
    BEYOND (2, 3, 2, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_BEYOND),
    { 1, 2.5, -1, 2.5, 1, 1 },
    6,
    ".+.+..",
    "+1-3@3" },
  { "two of three, third on the other side",
    BEYOND (2, 3, 2, false, true, KERNEL_TIE_BREAKS, KERNEL_MARK_BEYOND),
    { 1, 2.5, -1, 2.5, 1, -1 },
    6,
    "...+..",
    "" },
  { "two of three, third on the same side",
    BEYOND (2, 3, 2, false, true, KERNEL_TIE_BREAKS, KERNEL_MARK_BEYOND),
    { -1, -2.5, -1, -2.5, 1, -1 },
    6,
    ".-.-..",
    "-1-3@3" },
  { "up and down at once",
    BEYOND (2, 3, 2, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    { 3, 3, 0.5, -3, -3 },
    5,
    "++*--",
    "+0-2@2 -2-4@4" },
  { "three of four half-way, all four marked",
    BEYOND (3, 4, 1.5, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    { 0.2, 2, 2, 0.1, 2, 0.2 },
    6,
    ".++++.",
    "+1-4@4" },
  { "trend of four",
    TREND (4, KERNEL_TIE_BREAKS, KERNEL_MARK_WHOLE),
    { 5, 1, 2, 3, 4, 5, 5, 4, 3 },
    9,
    ".+++++...",
    "+1-5@4" },
  { "trend carries ties",
    TREND (4, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    { 5, 1, 2, 2, 3, 4, 3 },
    7,
    ".++.++.",
    "+1-5@5" },
  { "trend down, whole",
    TREND (4, KERNEL_TIE_BREAKS, KERNEL_MARK_BEYOND),
    { 5, 4, 3, 2, 9 },
    5,
    "----.",
    "-0-3@3" },
};

static void
write_signals (size_t n, const KernelSignal *signals, char *text, size_t size)
{
  size_t used = 0;

  text[0] = 0;
  for (size_t i = 0; i < n; i++)
    used += (size_t) snprintf (text + used, size - used, "%s%c%zu-%zu@%zu", i ? " " : "",
                               signals[i].direction > 0 ? '+' : '-', signals[i].first,
                               signals[i].last, signals[i].completed);
}

static void
finds_known_patterns (void **state)
{
  const struct known *row = *state;
  double centre[MOST] = { 0 }, spreads[MOST];
  size_t work[MOST], n_signals = 99;
  KernelSignal signals[MOST];
  uint8_t marks[MOST];
  char text[256], marked[MOST + 1] = "";

  for (size_t i = 0; i < MOST; i++)
    spreads[i] = 1;
  assert_int_equal (kernel_rule (row->n, row->values, centre, spreads, NULL, &row->rule, work,
                                 signals, marks, &n_signals),
                    KERNEL_OK);
  write_signals (n_signals, signals, text, sizeof text);
  assert_string_equal (text, row->signals);
  if (n_signals == 0)
    return;
  for (size_t i = 0; i < row->n; i++)
    marked[i] = ".+-*"[marks[i]];
  assert_string_equal (marked, row->marks);
}

/* Turned upside down, every pattern is found with the other direction. */
static void
has_no_favourite_direction (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (known); k++) {
    double turned[MOST], centre[MOST] = { 0 }, spreads[MOST];
    size_t work[MOST], n_signals, n_turned;
    KernelSignal signals[MOST];
    uint8_t marks[MOST], turned_marks[MOST];

    for (size_t i = 0; i < known[k].n; i++) {
      turned[i] = -known[k].values[i];
      spreads[i] = 1;
    }
    assert_int_equal (kernel_rule (known[k].n, known[k].values, centre, spreads, NULL,
                                   &known[k].rule, work, signals, marks, &n_signals),
                      KERNEL_OK);
    assert_int_equal (kernel_rule (known[k].n, turned, centre, spreads, NULL, &known[k].rule, work,
                                   signals, turned_marks, &n_turned),
                      KERNEL_OK);
    assert_int_equal (n_signals, n_turned);
    for (size_t i = 0; i < known[k].n; i++)
      assert_int_equal (turned_marks[i], (marks[i] & 1) << 1 | marks[i] >> 1);
  }
}

static void
never_crosses_what_is_not_joined (void **state)
{
  const KernelRule rule = BEYOND (4, 4, 0, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE);
  const double values[] = { 1, 1, 1, 1, 1, 1, 1 }, centre[7] = { 0 };
  uint8_t joined[] = { 0, 1, 1, 0, 1, 1, 1 };
  size_t work[7], n_signals = 99;
  KernelSignal signals[7];
  uint8_t marks[7];

  (void) state;
  assert_int_equal (
      kernel_rule (7, values, centre, NULL, joined, &rule, work, signals, marks, &n_signals),
      KERNEL_OK);
  assert_int_equal (n_signals, 1);
  assert_int_equal (signals[0].first, 3);
  joined[6] = 0;
  assert_int_equal (
      kernel_rule (7, values, centre, NULL, joined, &rule, work, signals, marks, &n_signals),
      KERNEL_OK);
  assert_int_equal (n_signals, 0);
}

static unsigned
next (unsigned *random, unsigned below)
{
  *random = *random * 1103515245u + 12345u;

  return (*random >> 16) % below;
}

static KernelRule
some_rule (unsigned *random)
{
  static const double distances[] = { 0, 0, 1, 1.5, 2, 3 };
  const size_t window = 1 + next (random, 9);
  KernelRule rule = BEYOND (1 + next (random, (unsigned) window), window,
                            distances[next (random, 6)], next (random, 2), next (random, 2),
                            (KernelTie) next (random, 3), (KernelMark) next (random, 4));

  rule.hits = next (random, 2) ? window : rule.hits;
  rule.ends_beyond = next (random, 2);

  return rule;
}

/* Most series are told at a glance to hold no pattern, but not where missing values are
 * passed over: where none is missing that makes no difference.
 */
static void
overlooks_nothing_at_a_glance (void **state)
{
  enum {
    N = 40
  };
  double values[N], centre[N], spreads[N];
  uint8_t joined[N], marks[2][N];
  size_t work[N], n_signals[2], n_found = 0, n_none = 0;
  KernelSignal signals[2][N];
  unsigned random = 3;

  (void) state;
  for (int round = 0; round < 20000; round++) {
    KernelRule rule = some_rule (&random);

    for (size_t i = 0; i < N; i++) {
      values[i] = 1 + ((double) next (&random, 13) - 6) / (round % 5 + 1);
      centre[i] = 1;
      spreads[i] = 1;
      joined[i] = next (&random, 20) > 0;
    }
    for (int k = 0; k < 2; k++) {
      rule.skips_missing = k > 0;
      assert_int_equal (kernel_rule (N, values, centre, spreads, joined, &rule, work, signals[k],
                                     marks[k], &n_signals[k]),
                        KERNEL_OK);
    }
    assert_int_equal (n_signals[0], n_signals[1]);
    assert_memory_equal (marks[0], marks[1], sizeof marks[0]);
    for (size_t i = 0; i < n_signals[0]; i++)
      assert_int_equal (signals[0][i].completed, signals[1][i].completed);
    n_found += n_signals[0] > 0;
    n_none += n_signals[0] == 0;
  }
  assert_true (n_found > 2000 && n_none > 2000);
}

static void
refuses_rules_that_are_none (void **state)
{
  const KernelRule refused[] = {
    BEYOND (1, 0, 0, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    BEYOND (0, 1, 0, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    BEYOND (3, 2, 0, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    BEYOND (1, 1, -1, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    BEYOND (1, 1, NAN, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE),
    BEYOND (1, 1, 1, false, false, KERNEL_TIE_SKIPS, KERNEL_MARK_WHOLE), /* no spreads */
  };
  const double values[] = { 1 }, centre[] = { 0 };
  size_t work[1], n_signals = 99;
  KernelSignal signals[1];
  uint8_t marks[1] = { 9 };

  (void) state;
  for (size_t i = 0; i < LENGTH (refused); i++)
    assert_int_equal (
        kernel_rule (1, values, centre, NULL, NULL, &refused[i], work, signals, marks, &n_signals),
        KERNEL_ERR_PARAMETER);
  assert_int_equal (n_signals, 99);
  assert_int_equal (marks[0], 9);
}

static void
false_alarm_of_limits (void **state)
{
  (void) state;
  /* 1 - (1 - 0.0026997960632601866)^n in double-double arithmetic. */
  assert_near (kernel_limits_false_alarm (1, 3), 0.0026997960632601866, 1e-17);
  assert_near (kernel_limits_false_alarm (24, 3), 0.06282264032571305, 1e-14);
  assert_near (kernel_limits_false_alarm (0, 3), 0, 0);
  assert_near (kernel_limits_false_alarm (24, 0), NAN, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 5] = {
    cmocka_unit_test (has_no_favourite_direction),
    cmocka_unit_test (never_crosses_what_is_not_joined),
    cmocka_unit_test (overlooks_nothing_at_a_glance),
    cmocka_unit_test (refuses_rules_that_are_none),
    cmocka_unit_test (false_alarm_of_limits),
  };

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[5 + i] = (struct CMUnitTest){ .name = known[i].label,
                                        .test_func = finds_known_patterns,
                                        .initial_state = (void *) &known[i] };

  return cmocka_run_group_tests_name ("kernel/rule", tests, NULL, NULL);
}
