/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random.h"
#include "kernel/span-suppression.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  STEPS = 6,
  SPANS = 16,
  COUNTS = 2,
  MOST_TRIED = 14, /* in one step */
  SUMS = STEPS * MOST_TRIED + 1
};

/* Spans of at most six steps with room for all that belongs to them. */
typedef struct {
  KernelSpans spans;
  size_t first[SPANS], end[SPANS], levels[SPANS];
  double steps[COUNTS][STEPS], sums[COUNTS * (STEPS + 1)];
  double falls[COUNTS * STEPS], rises[COUNTS * STEPS];
  bool is_signed[COUNTS], is_hidden[SPANS];
  size_t nodes[KERNEL_SPAN_NODES (STEPS, SPANS)];
  double work[KERNEL_SPAN_WORK (STEPS)];
} Small;

/* "0-6 0-3,3-6 0-1,1-2": levels and their spans. */
static void
set_spans (Small *self, const char *text)
{
  size_t level = 0;

  for (const char *c = text; *c; c += c[3] ? 4 : 3) {
    self->first[self->spans.n_spans] = (size_t) (c[0] - '0');
    self->end[self->spans.n_spans] = (size_t) (c[2] - '0');
    self->levels[self->spans.n_spans++] = level;
    level += c[3] == ' ';
    self->spans.n_steps = self->end[self->spans.n_spans - 1];
  }
}

static double
count_between (const Small *self, size_t k, size_t low, size_t high)
{
  const double *sums = self->sums + k * (self->spans.n_steps + 1);

  return sums[high] - sums[low];
}

static void
fill (Small *self)
{
  for (size_t k = 0; k < self->spans.n_counts; k++) {
    double *sums = self->sums + k * (self->spans.n_steps + 1);

    for (size_t i = 0; i < self->spans.n_steps; i++)
      sums[i + 1] = sums[i] + self->steps[k][i];
    for (size_t i = 0; i < self->spans.n_steps; i++) {
      self->falls[k * self->spans.n_steps + i] = self->steps[k][i];
      self->rises[k * self->spans.n_steps + i] = INFINITY;
    }
  }
}

/* A copy has its own of everything. */
static void
bind (Small *self)
{
  self->spans.first = self->first;
  self->spans.end = self->end;
  self->spans.levels = self->levels;
  self->spans.sums = self->sums;
  self->spans.falls = self->falls;
  self->spans.rises = self->rises;
  self->spans.is_signed = self->is_signed;
  self->spans.is_hidden = self->is_hidden;
  self->spans.nodes = self->nodes;
  self->spans.work = self->work;
}

static void
set_up (Small *self, const char *text, size_t n_counts, double threshold)
{
  memset (self, 0, sizeof *self);
  self->spans = (KernelSpans){ .n_counts = n_counts, .threshold = threshold };
  bind (self);
  set_spans (self, text);
}

/* What is shown, a dot, and hidden, an h, span by span. */
static const struct known {
  const char *label, *spans;
  double steps[STEPS];
  const char *shown;
  size_t n_narrow;
} known[] = {
  { "nothing small", "0-3 0-1,1-2,2-3", { 7, 8, 9 }, "....", 0 },
  { "none is not small", "0-3 0-1,1-2,2-3", { 7, 0, 9 }, "....", 0 },
  { "the smallest other month of the quarter too", "0-3 0-1,1-2,2-3", { 2, 9, 8 }, ".h.h", 0 },
  /* 2 + 3 = 5: from 0 to 5 each. */
  { "two small months hide each other", "0-3 0-1,1-2,2-3", { 2, 3, 8 }, ".hh.", 0 },
  /* 1 + 2 = 3: only four numbers; so the third goes too. */
  { "two that are too small", "0-3 0-1,1-2,2-3", { 1, 2, 8 }, ".hhh", 0 },
  { "nothing else to hide", "0-3 0-1,1-2,2-3", { 2, 0, 0 }, "hh..", 0 },
  /* The year less the other quarter: so a quarter is hidden, and a month with it. */
  { "a small quarter",
    "0-6 0-3,3-6 0-1,1-2,2-3,3-4,4-5,5-6",
    { 1, 0, 2, 9, 8, 7 },
    ".hhh.h..h",
    0 },
  { "months of a quarter that is hidden",
    "0-6 0-3,3-6 0-1,1-2,2-3,3-4,4-5,5-6",
    { 0, 2, 0, 9, 8, 7 },
    ".hh.h...h",
    0 },
  /* 10 less 8 would be 2; and so would be 11 less what 24 less 15 leaves of the second week. */
  { "weeks that cut a month", "0-3,3-6 0-2,2-4,4-6", { 4, 4, 2, 9, 8, 7 }, "..hh.", 0 },
};

static void
assert_shown (const Small *small, const char *want)
{
  char got[SPANS + 1] = { 0 };

  for (size_t s = 0; s < small->spans.n_spans; s++)
    got[s] = small->is_hidden[s] ? 'h' : '.';
  assert_string_equal (got, want);
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  Small small;
  size_t n_narrow;

  set_up (&small, row->spans, 1, 5);
  memcpy (small.steps[0], row->steps, sizeof row->steps);
  fill (&small);
  assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_OK);
  assert_shown (&small, row->shown);
  assert_int_equal (n_narrow, row->n_narrow);
}

/* Every row of steps that agrees with what is shown, one by one, and what then lies between two
 * borders.
 */
typedef struct {
  const Small *small;
  size_t count;
  double most, steps[STEPS];
  bool seen[STEPS][STEPS + 1][SUMS];
} Enumeration;

static double
sum_of (const Enumeration *all, size_t low, size_t high)
{
  double sum = 0;

  for (size_t i = low; i < high; i++)
    sum += all->steps[i];

  return sum;
}

static bool
agrees (const Enumeration *all, size_t n)
{
  const Small *small = all->small;

  for (size_t s = 0; s < small->spans.n_spans; s++) {
    const double sum = sum_of (all, small->first[s], small->end[s]);
    const double count = count_between (small, all->count, small->first[s], small->end[s]);

    if (small->end[s] != n)
      continue;
    if (!small->is_hidden[s] && sum != count)
      return false;
  }

  return true;
}

static bool
can_hold (const Small *small, size_t k, size_t step, double count)
{
  const double held = count_between (small, k, step, step + 1);

  return count >= held - small->falls[k * small->spans.n_steps + step] &&
         count <= held + small->rises[k * small->spans.n_steps + step];
}

static void
try_steps (Enumeration *all, size_t n)
{
  if (n == all->small->spans.n_steps) {
    for (size_t low = 0; low < n; low++)
      for (size_t high = low + 1; high <= n; high++)
        all->seen[low][high][(size_t) sum_of (all, low, high)] = true;
    return;
  }
  for (double step = 0; step <= all->most; step++) {
    all->steps[n] = step;
    if (can_hold (all->small, all->count, n, step) && agrees (all, n + 1))
      try_steps (all, n + 1);
  }
}

static bool
is_border (const Small *small, size_t step)
{
  for (size_t s = 0; s < small->spans.n_spans; s++)
    if (small->first[s] == step || small->end[s] == step)
      return true;

  return false;
}

/* How many small counts could be fewer numbers than are needed. */
static size_t
count_narrow (const Small *small, size_t count, double most)
{
  const size_t n = small->spans.n_steps;
  Enumeration all = { .small = small, .count = count, .most = most };
  size_t n_narrow = 0;

  try_steps (&all, 0);
  for (size_t low = 0; low < n; low++)
    for (size_t high = low + 1; high <= n; high++) {
      const double value = count_between (small, count, low, high);
      size_t n_seen = 0;

      if (!(value > 0 && value < small->spans.threshold) || !is_border (small, low) ||
          !is_border (small, high))
        continue;
      for (size_t i = 0; i < SUMS; i++)
        n_seen += all.seen[low][high][i];
      n_narrow += (double) n_seen < small->spans.threshold;
    }

  return n_narrow;
}

static const char *const families[] = {
  "0-3 0-1,1-2,2-3",
  "0-4 0-2,2-4 0-1,1-2,2-3,3-4",
  "0-4 0-1,1-4 0-2,2-4 0-1,1-2,2-3,3-4",
  "0-5 0-3,3-5 0-2,2-4,4-5 0-1,1-2,2-3,3-4,4-5",
};

/* What is shown of coarse spans is the same whether finer ones are asked for or not. */
static void
assert_independent (const Small *small, double most)
{
  Small coarse = *small;
  size_t n_narrow;

  bind (&coarse);
  memset (coarse.is_hidden, 0, sizeof coarse.is_hidden);
  while (coarse.levels[coarse.spans.n_spans - 1] == small->levels[small->spans.n_spans - 1])
    coarse.spans.n_spans--;
  assert_int_equal (kernel_suppress_spans (&coarse.spans, &n_narrow), KERNEL_OK);
  for (size_t s = 0; s < coarse.spans.n_spans; s++)
    assert_int_equal (coarse.is_hidden[s], small->is_hidden[s]);
  assert_int_equal (n_narrow, 0);
  assert_int_equal (count_narrow (&coarse, 0, most), 0);
}

/* Fewer where each step costs fifty. */
static size_t
trials (size_t n)
{
  return getenv ("SCRUTINY_QUICK") ? n / 20 : n;
}

static void
no_small_count_can_be_recovered (void **state)
{
  uint64_t random = 20261201;
  size_t n_hidden = 0, n_narrow_in_all = 0;

  (void) state;
  for (size_t trial = 0; trial < trials (2000); trial++) {
    const size_t range = 2 + trial % 9;
    Small small;
    size_t n_narrow;

    set_up (&small, families[trial % LENGTH (families)], 1,
            1 + (double) kernel_random_below (&random, 4));
    for (size_t i = 0; i < small.spans.n_steps; i++)
      small.steps[0][i] = (double) kernel_random_below (&random, range);
    fill (&small);
    assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_OK);
    assert_int_equal (n_narrow, count_narrow (&small, 0, (double) range + 3));
    assert_independent (&small, (double) range + 3);
    for (size_t s = 0; s < small.spans.n_spans; s++)
      n_hidden += small.is_hidden[s];
    n_narrow_in_all += n_narrow;
  }
  assert_true (n_hidden > trials (2000));
  assert_int_equal (n_narrow_in_all, 0);
}

/* Of some it is known how far they can move: where that is not far enough no more can be hidden. */
static void
knows_how_far_steps_can_move (void **state)
{
  uint64_t random = 20261203;
  size_t n_narrow_in_all = 0;

  (void) state;
  for (size_t trial = 0; trial < trials (1500); trial++) {
    Small small;
    size_t n_narrow;

    set_up (&small, families[trial % LENGTH (families)], 1, 3);
    for (size_t i = 0; i < small.spans.n_steps; i++)
      small.steps[0][i] = (double) kernel_random_below (&random, 6);
    fill (&small);
    for (size_t i = 0; i < small.spans.n_steps; i++) {
      small.falls[i] = fmin (small.falls[i], (double) kernel_random_below (&random, 6));
      if (kernel_random_below (&random, 2) == 0)
        small.rises[i] = (double) kernel_random_below (&random, 6);
    }
    assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_OK);
    assert_int_equal (n_narrow, count_narrow (&small, 0, 12));
    n_narrow_in_all += n_narrow;
  }
  assert_true (n_narrow_in_all > 0);
}

/* Those that count and the rest are shown together, or neither is. */
static void
neither_can_one_of_two (void **state)
{
  uint64_t random = 20261202;

  (void) state;
  for (size_t trial = 0; trial < trials (1500); trial++) {
    Small small;
    size_t n_narrow;

    set_up (&small, families[trial % LENGTH (families)], 2, 4);
    for (size_t k = 0; k < 2; k++)
      for (size_t i = 0; i < small.spans.n_steps; i++)
        small.steps[k][i] = (double) kernel_random_below (&random, 9);
    fill (&small);
    assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_OK);
    assert_int_equal (n_narrow, 0);
    assert_int_equal (count_narrow (&small, 0, MOST_TRIED), 0);
    assert_int_equal (count_narrow (&small, 1, MOST_TRIED), 0);
  }
}

/* A difference that counts nothing is told only where it follows of what is shown. */
static void
hides_small_differences (void **state)
{
  Small small;
  size_t n_narrow;

  (void) state;
  set_up (&small, "0-3 0-1,1-2,2-3", 2, 5);
  memcpy (small.steps[0], (const double[]){ 30, 40, 50 }, 3 * sizeof (double));
  memcpy (small.steps[1], (const double[]){ -2, 20, -30 }, 3 * sizeof (double));
  fill (&small);
  small.is_signed[1] = true;
  for (size_t i = 0; i < 3; i++)
    small.falls[3 + i] = INFINITY;
  assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_OK);
  assert_shown (&small, ".hh.");
  assert_int_equal (n_narrow, 0);
}

/* So many days and so few cases that looking at all of them takes too long: then no day is shown,
 * and what is coarser is as it was.
 */
static void
hides_all_where_it_takes_too_long (void **state)
{
  enum {
    DAYS = 6000,
    ALL = DAYS + 1
  };
  static size_t first[ALL], end[ALL], levels[ALL], nodes[KERNEL_SPAN_NODES (DAYS, ALL)];
  static double sums[DAYS + 1], falls[DAYS], rises[DAYS], work[KERNEL_SPAN_WORK (DAYS)];
  static bool is_hidden[ALL];
  static const bool is_signed[1] = { false };
  const KernelSpans spans = { .n_steps = DAYS,
                              .n_spans = ALL,
                              .n_counts = 1,
                              .first = first,
                              .end = end,
                              .levels = levels,
                              .sums = sums,
                              .falls = falls,
                              .rises = rises,
                              .is_signed = is_signed,
                              .threshold = 5,
                              .is_hidden = is_hidden,
                              .nodes = nodes,
                              .work = work };
  size_t n_narrow;

  (void) state;
  end[0] = DAYS;
  for (size_t i = 0; i < DAYS; i++) {
    first[i + 1] = i;
    end[i + 1] = i + 1;
    levels[i + 1] = 1;
    sums[i + 1] = sums[i] + (i % 40 == 0);
    falls[i] = i % 40 == 0;
    rises[i] = INFINITY;
  }
  assert_int_equal (kernel_suppress_spans (&spans, &n_narrow), KERNEL_OK);
  assert_int_equal (n_narrow, 0);
  assert_false (is_hidden[0]);
  for (size_t i = 1; i < ALL; i++)
    assert_true (is_hidden[i]);
}

static void
refuses_what_is_no_count (void **state)
{
  Small small;
  size_t n_narrow;

  (void) state;
  set_up (&small, "0-3 0-1,1-2,2-3", 1, 5);
  small.sums[1] = 1.5;
  assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_ERR_DOMAIN);
  small.sums[1] = -3;
  assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_ERR_DOMAIN);
  small.is_signed[0] = true;
  assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_OK);
  small.spans.threshold = 0;
  assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_ERR_PARAMETER);
  small.spans.threshold = 5;
  small.levels[0] = 2;
  assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_ERR_PARAMETER);
  small.levels[0] = 0;
  small.end[0] = 9;
  assert_int_equal (kernel_suppress_spans (&small.spans, &n_narrow), KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 5] = {
    cmocka_unit_test (no_small_count_can_be_recovered),
    cmocka_unit_test (neither_can_one_of_two),
    cmocka_unit_test (knows_how_far_steps_can_move),
    cmocka_unit_test (hides_small_differences),
    cmocka_unit_test (hides_all_where_it_takes_too_long),
    cmocka_unit_test (refuses_what_is_no_count),
  };

  add_rows (tests + 5, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/span-suppression", tests, NULL, NULL);
}
