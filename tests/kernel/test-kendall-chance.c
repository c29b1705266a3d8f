/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/kendall-chance.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdlib.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST KERNEL_KENDALL_CHANCE_MOST

static const size_t single[MOST] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                     1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };

/* Without ties, counted in whole numbers of any length.  R 4.2, cor.test (method =
 * "kendall", exact = TRUE), agrees to 2e-16, which far out is four digits.
 */
static const struct known {
  const char *label;
  size_t n;
  int64_t s;
  double chance;
} known[] = {
  { "1", 1, 0, 1 },
  { "2", 2, 1, 1 },
  { "3, all in order", 3, 3, 1 / 3. },
  { "4", 4, 2, 0.75 },
  { "4, falling", 4, -2, 0.75 },
  { "4, nothing", 4, 0, 1 },
  { "8", 8, 10, 0.27509920634920637 },
  { "8, nearly in order", 8, 18, 0.031150793650793651 },
  { "12", 12, 20, 0.19694994338223504 },
  { "12, far out", 12, 40, 0.0053803077066965953 },
  { "20", 20, 58, 0.063807884534182152 },
  { "20, far out", 20, 114, 0.00010251957630002948 },
  { "30", 30, 131, 0.019434379276692511 },
  { "40", 40, 234, 0.0060871817196044651 },
  { "40, far out", 40, 468, 4.7685290751794605e-09 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double *work = malloc (kernel_kendall_chance_work (row->n) * sizeof *work);
  double chance = -1;

  assert_int_equal (kernel_kendall_chance (row->n, single, row->s, work, &chance), KERNEL_OK);
  assert_near (chance, row->chance, 1e-14 * row->chance);
  free (work);
}

/* Of 40 values in order one order of 40! is as far out, and its mirror. */
static void
holds_the_smallest_chance (void **state)
{
  double *work = malloc (kernel_kendall_chance_work (MOST) * sizeof *work);
  double chance, of_one = 2;

  (void) state;
  for (size_t n = 2; n <= MOST; n++)
    of_one /= (double) n;
  assert_int_equal (kernel_kendall_chance (MOST, single, 780, work, &chance), KERNEL_OK);
  assert_near (chance, of_one, 1e-13 * of_one);
  free (work);
}

typedef struct {
  const size_t *sizes;
  size_t n_groups, n;
  size_t left[8];
  size_t placed[8];
  size_t orders;
  size_t by_score[2 * 28 + 1];
} Orders;

/* Every order of the values once, and its score. */
static void
place_next (Orders *all, size_t n_placed)
{
  if (n_placed == all->n) {
    int score = 28;

    for (size_t i = 0; i < all->n; i++) {
      for (size_t j = i + 1; j < all->n; j++)
        score += (all->placed[j] > all->placed[i]) - (all->placed[j] < all->placed[i]);
    }
    all->by_score[score]++;
    all->orders++;
    return;
  }
  for (size_t k = 0; k < all->n_groups; k++) {
    if (all->left[k] == 0)
      continue;
    all->left[k]--;
    all->placed[n_placed] = k;
    place_next (all, n_placed + 1);
    all->left[k]++;
  }
}

static const struct tied {
  const char *label;
  size_t n_groups, sizes[8];
} tied[] = {
  { "8 different", 8, { 1, 1, 1, 1, 1, 1, 1, 1 } },
  { "two of each", 4, { 2, 2, 2, 2 } },
  { "4 and 4", 2, { 4, 4 } },
  { "1 and 7", 2, { 1, 7 } },
  { "7 and 1", 2, { 7, 1 } },
  { "3, 1, 2 and 2", 4, { 3, 1, 2, 2 } },
  { "2, 2, 1 and 3", 4, { 2, 2, 1, 3 } },
  { "5, 1 and 1", 3, { 5, 1, 1 } },
  { "a tie of 8", 1, { 8 } },
};

static void
agrees_with_every_order (void **state)
{
  const struct tied *row = *state;
  Orders all = { .sizes = row->sizes, .n_groups = row->n_groups };
  double *work, chance;

  for (size_t k = 0; k < row->n_groups; k++) {
    all.left[k] = row->sizes[k];
    all.n += row->sizes[k];
  }
  place_next (&all, 0);
  work = malloc (kernel_kendall_chance_work (all.n) * sizeof *work);
  for (int score = -28; score <= 28; score++) {
    size_t as_far = 0;

    for (int other = -28; other <= 28; other++)
      as_far += abs (other) >= abs (score) ? all.by_score[other + 28] : 0;
    if (all.by_score[score + 28] == 0) {
      assert_int_equal (kernel_kendall_chance (row->n_groups, row->sizes, score, work, &chance),
                        KERNEL_ERR_PARAMETER);
      continue;
    }
    assert_int_equal (kernel_kendall_chance (row->n_groups, row->sizes, score, work, &chance),
                      KERNEL_OK);
    assert_near (chance, (double) as_far / (double) all.orders, 1e-14);
  }
  free (work);
}

static void
refuses_what_there_is_no_order_for (void **state)
{
  static const size_t nothing[] = { 3, 0, 1 }, many[] = { 30, 11 }, huge[] = { SIZE_MAX, 2 };
  double work[64], chance = -7;

  (void) state;
  assert_int_equal (kernel_kendall_chance (0, nothing, 0, work, &chance), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_kendall_chance (3, nothing, 0, work, &chance), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_kendall_chance (2, many, 0, work, &chance), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_kendall_chance (2, huge, 0, work, &chance), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_kendall_chance (4, single, 8, work, &chance), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_kendall_chance (4, single, 3, work, &chance), KERNEL_ERR_PARAMETER);
  assert_near (chance, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (tied) + 2] = {
    cmocka_unit_test (holds_the_smallest_chance),
    cmocka_unit_test (refuses_what_there_is_no_order_for),
  };
  size_t n = 2;

  n += add_rows (tests + n, gives_known_answer, known, LENGTH (known), sizeof *known);
  n += add_rows (tests + n, agrees_with_every_order, tied, LENGTH (tied), sizeof *tied);

  return cmocka_run_group_tests_name ("kernel/kendall-chance", tests, NULL, NULL);
}
