/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random.h"
#include "kernel/suppression.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST_CELLS KERNEL_SUPPRESSION_CELLS (3, 4)

/* A table of at most 3 by 4 with room for all that belongs to it. */
typedef struct {
  KernelSuppression table;
  double cells[MOST_CELLS], low[MOST_CELLS], high[MOST_CELLS];
  uint8_t states[MOST_CELLS];
  double work[KERNEL_SUPPRESSION_WORK (3, 4)];
  size_t nodes[KERNEL_SUPPRESSION_NODES (3, 4)];
} Small;

static void
set_up (Small *self, size_t n_rows, size_t n_columns, double threshold, const double *counts)
{
  memset (self, 0, sizeof *self);
  self->table = (KernelSuppression){
    .n_rows = n_rows,
    .n_columns = n_columns,
    .cells = self->cells,
    .states = self->states,
    .threshold = threshold,
    .says_which = true,
    .work = self->work,
    .nodes = self->nodes,
  };
  for (size_t i = 0; i < n_rows; i++)
    for (size_t j = 0; j < n_columns; j++)
      self->cells[i * (n_columns + 1) + j] = counts[i * n_columns + j];
  kernel_suppression_add_up (&self->table);
}

/* What is published: a dot where a cell is shown, s small, w withheld, a absent; totals last. */
static const struct known {
  const char *label;
  size_t n_rows, n_columns;
  double counts[12];
  const char *published; /* row by row */
  double low, high;      /* of the first small cell */
  size_t n_narrow;
} known[] = {
  { "nothing small", 2, 2, { 7, 8, 9, 10 }, "... ... ...", NAN, NAN, 0 },
  /* 2 with 4 beside it is 6: neither is told by the other. */
  { "two small in a row and columns of one", 1, 2, { 2, 4 }, "ssw ssw", 1, 4, 4 },
  /* 2 of 29: the next smallest goes too; 9 in all, 5 of it not small. */
  { "next smallest in a line", 3, 1, { 2, 7, 20 }, "ss ww .. ..", 0, 4, 0 },
  /* With 5 withheld beside it, 3 and 4 are impossible: 5 + 2 = 7 and 7 - 3 < 5. */
  { "next smallest is too near the threshold", 3, 1, { 2, 5, 20 }, "ss .. ww ..", 0, 4, 0 },
  { "a ring in a table",
    3,
    3,
    { 1, 20, 30, 40, 50, 9, 60, 70, 80 },
    "s.w. w.w. .... ....",
    0,
    4,
    0 },
  /* 4 and 4 of 8, both known to be below 5, would be told; the total goes too. */
  { "two small that fill their total", 2, 1, { 4, 4 }, "ss ss ww", 1, 4, 4 },
  /* Neither is 0, as the other is not 5. */
  { "4 and 1 of 5", 2, 1, { 4, 1 }, "ss ss ..", 1, 4, 4 },
  { "a small total is small", 2, 2, { 1, 1, 20, 30 }, "sss www ...", 0, 4, 0 },
  { "none are small", 2, 2, { 0, 30, 40, 50 }, "sw. ww. ...", 0, 4, 0 },
  { "a cell before a total", 2, 2, { 0, 1, 0, 30 }, "sss sww sw.", 0, 4, 0 },
  { "one cell", 1, 1, { 3 }, "ss ss", 0, 4, 0 },
};

static void
assert_published (const Small *small, const char *want)
{
  char got[64] = { 0 };
  size_t n = 0;

  for (size_t i = 0; i <= small->table.n_rows; i++) {
    for (size_t j = 0; j <= small->table.n_columns; j++)
      got[n++] = ".swa"[small->states[i * (small->table.n_columns + 1) + j]];
    if (i < small->table.n_rows)
      got[n++] = ' ';
  }
  assert_string_equal (got, want);
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  Small small;
  size_t n_narrow;

  set_up (&small, row->n_rows, row->n_columns, 5, row->counts);
  assert_int_equal (kernel_suppress (&small.table, &n_narrow), KERNEL_OK);
  assert_published (&small, row->published);
  assert_int_equal (n_narrow, row->n_narrow);
  assert_int_equal (kernel_suppression_ranges (&small.table, small.low, small.high), KERNEL_OK);
  for (size_t i = 0; i < MOST_CELLS; i++)
    if (small.states[i] == KERNEL_CELL_SMALL) {
      assert_near (small.low[i], row->low, 0);
      assert_near (small.high[i], row->high, 0);
      break;
    }
}

/* Every table that agrees with what is published, one by one. */
typedef struct {
  const Small *small;
  double most; /* that a cell is tried with */
  double cells[MOST_CELLS], low[MOST_CELLS], high[MOST_CELLS];
  size_t n_tables;
} Enumeration;

static bool
agrees (const Enumeration *all, size_t cell)
{
  const Small *small = all->small;

  if (small->states[cell] == KERNEL_CELL_SHOWN)
    return all->cells[cell] == small->cells[cell];
  if (!small->table.says_which)
    return true;

  switch (small->states[cell]) {
  case KERNEL_CELL_SMALL:
    return all->cells[cell] < small->table.threshold;
  case KERNEL_CELL_WITHHELD:
    return all->cells[cell] >= small->table.threshold;
  default:
    return true;
  }
}

static void
take_table (Enumeration *all)
{
  const size_t n_rows = all->small->table.n_rows, n = all->small->table.n_columns + 1;

  for (size_t j = 0; j < n; j++) {
    double total = 0;

    for (size_t i = 0; i < n_rows; i++)
      total += all->cells[i * n + j];
    all->cells[n_rows * n + j] = total;
    if (!agrees (all, n_rows * n + j))
      return;
  }
  for (size_t i = 0; i < (n_rows + 1) * n; i++) {
    all->low[i] = fmin (all->low[i], all->cells[i]);
    all->high[i] = fmax (all->high[i], all->cells[i]);
  }
  all->n_tables++;
}

static void
try_cells (Enumeration *all, size_t cell, double row)
{
  const size_t n = all->small->table.n_columns + 1;

  if (cell == all->small->table.n_rows * n) {
    take_table (all);
  } else if (cell % n == n - 1) {
    all->cells[cell] = row;
    if (agrees (all, cell))
      try_cells (all, cell + 1, 0);
  } else {
    for (double count = 0; count <= all->most; count++) {
      all->cells[cell] = count;
      if (agrees (all, cell))
        try_cells (all, cell + 1, row + count);
    }
  }
}

/* A ring moves what lies in it by at most what moves a small cell: no cell of a table that
 * is needed holds more than @most.
 */
static void
enumerate (Enumeration *all, const Small *small, double most)
{
  *all = (Enumeration){ .small = small, .most = most };
  for (size_t i = 0; i < MOST_CELLS; i++) {
    all->low[i] = INFINITY;
    all->high[i] = -INFINITY;
  }
  try_cells (all, 0, 0);
}

/* That the ranges are those of all tables, and small cells have every count in theirs. */
static void
assert_not_recovered (const Small *small, const Enumeration *all, size_t n_narrow)
{
  const size_t n_cells = KERNEL_SUPPRESSION_CELLS (small->table.n_rows, small->table.n_columns);
  size_t n_open = 0;

  for (size_t i = 0; i < n_cells; i++) {
    if (small->states[i] == KERNEL_CELL_SHOWN)
      continue;
    assert_near (small->low[i], all->low[i], 0);
    assert_true (small->high[i] >= all->high[i]);
    if (small->states[i] != KERNEL_CELL_SMALL)
      continue;
    if (small->table.says_which)
      assert_near (small->high[i], all->high[i], 0);
    n_open += all->low[i] > 0 || all->high[i] < small->table.threshold - 1;
  }
  assert_int_equal (n_open, n_narrow);
}

/* As the library does it: says which cells are small, unless that tells too much. */
static void
assert_hidden (Small *small, double most)
{
  Enumeration all;
  size_t n_narrow = 1;

  for (int i = 0; i < 2 && n_narrow > 0; i++) {
    small->table.says_which = i == 0;
    assert_int_equal (kernel_suppress (&small->table, &n_narrow), KERNEL_OK);
    assert_int_equal (kernel_suppression_ranges (&small->table, small->low, small->high),
                      KERNEL_OK);
    enumerate (&all, small, most);
    assert_true (all.n_tables > 0);
    assert_not_recovered (small, &all, n_narrow);
  }
  assert_int_equal (n_narrow, 0);
}

static void
try_random (uint64_t *state, size_t n_rows, size_t n_columns, size_t range)
{
  double counts[12];
  Small small;

  for (size_t i = 0; i < n_rows * n_columns; i++)
    counts[i] = (double) kernel_random_below (state, range);
  set_up (&small, n_rows, n_columns, 1 + (double) kernel_random_below (state, 5), counts);
  for (size_t i = 0; i <= n_rows; i++)
    if (kernel_random_below (state, 4) == 0)
      small.states[i * (n_columns + 1) + n_columns] = KERNEL_CELL_ABSENT;
  assert_hidden (&small, (double) range + 5);
}

static void
no_small_cell_can_be_recovered (void **state)
{
  uint64_t random = 20260701;

  (void) state;
  for (int i = 0; i < 3000; i++)
    try_random (&random, 1 + kernel_random_below (&random, 2), 2, 2 + (size_t) i % 12);
  for (int i = 0; i < 300; i++)
    try_random (&random, 4 - 1 - (size_t) i % 3, 1 + (size_t) i % 3, 2 + (size_t) i % 8);
  for (int i = 0; i < 20; i++)
    try_random (&random, 2, 3, 2 + (size_t) i % 7);
}

static void
refuses_what_is_no_table_of_counts (void **state)
{
  const double counts[] = { 1, 2, 30, 40 };
  Small small;
  size_t n_narrow;

  (void) state;
  set_up (&small, 2, 2, 5, counts);
  small.cells[8]++;
  assert_int_equal (kernel_suppress (&small.table, &n_narrow), KERNEL_ERR_DOMAIN);
  set_up (&small, 2, 2, 5, (const double[]){ 1.5, 2, 3, 4 });
  assert_int_equal (kernel_suppress (&small.table, &n_narrow), KERNEL_ERR_DOMAIN);
  set_up (&small, 2, 2, 5, (const double[]){ NAN, 2, 3, 4 });
  assert_int_equal (kernel_suppress (&small.table, &n_narrow), KERNEL_ERR_DOMAIN);
  set_up (&small, 2, 2, 5, (const double[]){ -1, 2, 3, 4 });
  assert_int_equal (kernel_suppress (&small.table, &n_narrow), KERNEL_ERR_DOMAIN);
  set_up (&small, 2, 2, 0, counts);
  assert_int_equal (kernel_suppress (&small.table, &n_narrow), KERNEL_ERR_PARAMETER);
  set_up (&small, 2, 2, 2.5, counts);
  assert_int_equal (kernel_suppress (&small.table, &n_narrow), KERNEL_ERR_PARAMETER);
  set_up (&small, 2, 2, 5, counts);
  small.states[3] = KERNEL_CELL_SMALL; /* 30 is not */
  assert_int_equal (kernel_suppression_ranges (&small.table, small.low, small.high),
                    KERNEL_ERR_DOMAIN);
}

/* What somebody else has published: one small cell in each row, and all totals. */
static void
sees_what_is_given_away (void **state)
{
  const double counts[] = { 2, 30, 40, 3, 50, 60 };
  Small small;

  (void) state;
  set_up (&small, 2, 3, 5, counts);
  small.states[0] = KERNEL_CELL_SMALL;
  small.states[4] = KERNEL_CELL_SMALL;
  assert_int_equal (kernel_suppression_ranges (&small.table, small.low, small.high), KERNEL_OK);
  assert_near (small.low[0], 2, 0);
  assert_near (small.high[0], 2, 0);
  assert_near (small.low[4], 3, 0);
  assert_near (small.high[4], 3, 0);
  assert_near (small.low[1], 30, 0);
  assert_near (small.high[1], 30, 0);
}

/* Three hundred rows of three. */
static void
hides_all_of_a_long_table (void **state)
{
  enum {
    ROWS = 300,
    COLUMNS = 3,
    CELLS = KERNEL_SUPPRESSION_CELLS (ROWS, COLUMNS)
  };
  static double cells[CELLS], work[KERNEL_SUPPRESSION_WORK (ROWS, COLUMNS)], low[CELLS],
      high[CELLS];
  static uint8_t states[CELLS];
  static size_t nodes[KERNEL_SUPPRESSION_NODES (ROWS, COLUMNS)];
  const KernelSuppression table = { ROWS, COLUMNS, cells, states, 5, true, work, nodes, false };
  uint64_t random = 3;
  size_t n_narrow;

  (void) state;
  for (size_t i = 0; i < ROWS; i++)
    for (size_t j = 0; j < COLUMNS; j++)
      cells[i * (COLUMNS + 1) + j] = (double) kernel_random_below (&random, 4) < 1
                                         ? (double) kernel_random_below (&random, 5)
                                         : 10 + (double) kernel_random_below (&random, 90);
  kernel_suppression_add_up (&table);
  assert_int_equal (kernel_suppress (&table, &n_narrow), KERNEL_OK);
  assert_int_equal (n_narrow, 0);
  assert_int_equal (kernel_suppression_ranges (&table, low, high), KERNEL_OK);
  for (size_t i = 0; i < CELLS; i++)
    if (states[i] == KERNEL_CELL_SMALL) {
      assert_near (low[i], 0, 0);
      assert_near (high[i], 4, 0);
    }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 4] = {
    cmocka_unit_test (no_small_cell_can_be_recovered),
    cmocka_unit_test (refuses_what_is_no_table_of_counts),
    cmocka_unit_test (sees_what_is_given_away),
    cmocka_unit_test (hides_all_of_a_long_table),
  };

  add_rows (tests + 4, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/suppression", tests, NULL, NULL);
}
