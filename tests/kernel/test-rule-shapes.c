/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kernel/rule.h"
#include "support/near.h"

#include <string.h>

#define MOST 20

/* Centre 0, spread 1.  Points marked upward are +, downward -, without a direction o. */
static const struct known {
  const char *label;
  KernelRule rule;
  double values[MOST];
  size_t n;
  const char *marks;
} known[] = {
  { "four within one spread, whole",
    { .shape = KERNEL_RULE_WITHIN, .hits = 4, .window = 4, .distance = 1 },
    { 2, 0.5, -0.5, 0.9, -0.9, 1, 0.1 },
    7,
    ".oooo.." },
  { "a point on the line is not within",
    { .shape = KERNEL_RULE_WITHIN, .hits = 2, .window = 2, .distance = 1 },
    { 1, 0.5, -1, 0.2, 0.3 },
    5,
    "...oo" },
  { "outside needs both sides",
    { .shape = KERNEL_RULE_OUTSIDE, .hits = 4, .window = 4, .distance = 1 },
    { 2, 2, 2, 2, -2, 0, 2, 2, 2, 2 },
    10,
    ".oooo....." },
  { "outside, where it is complete",
    { .shape = KERNEL_RULE_OUTSIDE,
      .hits = 3,
      .window = 3,
      .distance = 1,
      .mark = KERNEL_MARK_COMPLETION },
    { 2, -2, 2, -2, 1 },
    5,
    "..oo." },
  { "four alternating",
    { .shape = KERNEL_RULE_ALTERNATING, .hits = 4, .window = 4 },
    { 1, 2, 3, 1, 4, 0, 0, 5 },
    8,
    ".ooooo.." },
  { "a tie ends alternating",
    { .shape = KERNEL_RULE_ALTERNATING, .hits = 4, .window = 4 },
    { 1, 2, 2, 1, 2, 2, 1 },
    7,
    "......." },
  { "hits no further than a reach",
    { .hits = 2, .window = 3, .distance = 2, .mark = KERNEL_MARK_BEYOND, .reach = 3 },
    { 2.5, 4, 2.6, 0, 4, 2.5, 4 },
    7,
    "+.+...." },
  { "a hit at the reach counts",
    { .hits = 1, .window = 1, .distance = 2, .reach = 3 },
    { 3, 3.1, -3, -3.1 },
    4,
    "+.-." },
  { "complete only with a hit",
    { .hits = 2, .window = 3, .distance = 2, .mark = KERNEL_MARK_COMPLETION, .ends_beyond = true },
    { 2.5, 2.5, 0, 2.5, 0 },
    5,
    "...+." },
  { "a tie counts as below",
    { .hits = 3, .window = 3, .tie = KERNEL_TIE_BELOW },
    { -1, 0, -1, 1, 0, 0, 0 },
    7,
    "---.---" },
  { "a span holds what was dropped",
    { .hits = 3, .window = 3, .tie = KERNEL_TIE_SKIPS, .mark = KERNEL_MARK_SPAN },
    { 0, 1, 0, 1, 1, 0, -1 },
    7,
    ".++++.." },
  { "whole holds only what counts",
    { .hits = 3, .window = 3, .tie = KERNEL_TIE_SKIPS, .mark = KERNEL_MARK_WHOLE },
    { 0, 1, 0, 1, 1, 0, -1 },
    7,
    ".+.++.." },
  { "a missing value is passed over where the rule says so",
    { .hits = 3, .window = 3, .mark = KERNEL_MARK_SPAN, .skips_missing = true },
    { NAN, 1, NAN, 1, 1 },
    5,
    ".+.++" },
  { "and ends a pattern where it does not",
    { .hits = 3, .window = 3 },
    { NAN, 1, NAN, 1, 1 },
    5,
    "....." },
  { "a trend across what is missing",
    { .shape = KERNEL_RULE_TREND, .window = 3, .skips_missing = true },
    { 1, 2, NAN, 3, 3 },
    5,
    "++.+." },
};

static void
finds_known_answer (void **state)
{
  const struct known *row = *state;
  double centre[MOST] = { 0 }, spreads[MOST];
  size_t work[MOST], n_signals;
  KernelSignal signals[MOST];
  uint8_t marks[MOST];
  char got[MOST + 1] = "";

  for (size_t i = 0; i < MOST; i++)
    spreads[i] = 1;
  assert_int_equal (kernel_rule (row->n, row->values, centre, spreads, NULL, &row->rule, work,
                                 signals, marks, &n_signals),
                    KERNEL_OK);
  for (size_t i = 0; i < row->n; i++)
    got[i] = ".+-*o***"[marks[i]];
  assert_string_equal (got, row->marks);
  for (size_t k = 0; k < n_signals; k++) {
    assert_true (signals[k].first <= signals[k].completed);
    assert_int_equal (signals[k].direction == 0, strchr (row->marks, 'o') != NULL);
  }
}

static void
refuses_shapes_without_a_distance (void **state)
{
  static const KernelRule none[] = {
    { .shape = KERNEL_RULE_WITHIN, .hits = 2, .window = 2 },
    { .shape = KERNEL_RULE_OUTSIDE, .hits = 2, .window = 2 },
    { .shape = KERNEL_RULE_WITHIN, .hits = 2, .window = 2, .distance = NAN },
    { .shape = KERNEL_RULE_ALTERNATING },
  };
  const double values[] = { 1, 2 };
  size_t work[2], n_signals;
  KernelSignal signals[2];
  uint8_t marks[2];

  (void) state;
  for (size_t k = 0; k < sizeof none / sizeof none[0]; k++)
    assert_int_equal (
        kernel_rule (2, values, values, values, NULL, &none[k], work, signals, marks, &n_signals),
        KERNEL_ERR_PARAMETER);
}

#define N_KNOWN (sizeof known / sizeof known[0])

int
main (void)
{
  struct CMUnitTest tests[N_KNOWN + 1] = { cmocka_unit_test (refuses_shapes_without_a_distance) };

  for (size_t i = 0; i < N_KNOWN; i++)
    tests[1 + i] = (struct CMUnitTest){ .name = known[i].label,
                                        .test_func = finds_known_answer,
                                        .initial_state = (void *) &known[i] };

  return cmocka_run_group_tests_name ("kernel/rule-shapes", tests, NULL, NULL);
}
