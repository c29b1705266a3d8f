/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/fpop-robust.h"
#include "kernel/normal.h"
#include "kernel/random.h"
#include "support/near.h"

#define MOST 16

static double
loss_at (double away, KernelLoss loss, double bend)
{
  away = fabs (away);
  if (loss == KERNEL_LOSS_ABSOLUTE)
    return away;
  if (away <= bend)
    return away * away;

  return loss == KERNEL_LOSS_HUBER ? 2 * bend * away - bend * bend : bend * bend;
}

static double
loss_of (const double *values, size_t first, size_t end, double level, KernelLoss loss, double bend)
{
  double total = 0;

  for (size_t i = first; i < end; i++)
    total += loss_at (values[i] - level, loss, bend);

  return total;
}

/* The least loss of a segment: at a bend, or where the slope of the values within reach and
 * the pull of those beyond are in balance.
 */
static double
least_loss (const double *values, size_t first, size_t end, KernelLoss loss, double bend)
{
  const double reach = loss == KERNEL_LOSS_ABSOLUTE ? 0 : bend;
  double bends[2 * MOST + 2], least = INFINITY;
  size_t n = 0;

  for (size_t i = first; i < end; i++) {
    bends[n++] = values[i] - reach;
    bends[n++] = values[i] + reach;
  }
  for (size_t i = 1; i < n; i++) {
    const double kept = bends[i];
    size_t k = i;
    for (; k > 0 && bends[k - 1] > kept; k--)
      bends[k] = bends[k - 1];
    bends[k] = kept;
  }
  for (size_t k = 0; k + 1 < n; k++) {
    const double middle = (bends[k] + bends[k + 1]) / 2;
    double sum = 0, count = 0;

    least = fmin (least, loss_of (values, first, end, bends[k], loss, bend));
    for (size_t i = first; i < end && reach > 0; i++) {
      const double away = values[i] - middle;
      if (fabs (away) < reach) {
        sum += values[i];
        count++;
      } else if (loss == KERNEL_LOSS_HUBER) {
        sum += away > 0 ? bend : -bend;
      }
    }
    const double level = count > 0 ? sum / count : middle;
    if (level > bends[k] && level < bends[k + 1])
      least = fmin (least, loss_of (values, first, end, level, loss, bend));
  }

  return least;
}

static void
agrees_with_trying_everything (void **state)
{
  uint64_t seed = 11;

  (void) state;
  for (size_t round = 0; round < 900; round++) {
    const size_t n = 1 + round % MOST, wanted = 1 + round / MOST % 4;
    const size_t fewest = wanted < n ? wanted : n;
    const KernelLoss loss = (KernelLoss) (round % 3);
    const double price = (double) (round % 7) * 0.6, bend = 0.5 + (double) (round % 4);
    double values[MOST], least[MOST + 1] = { -price }, total;
    KernelRobustPiece pieces[4 * (6 * MOST + 16) + MOST];
    size_t starts[MOST], changes[MOST], n_changes;

    for (size_t i = 0; i < n; i++) {
      values[i] =
          kernel_normal_quantile (((double) (kernel_random_next (&seed) >> 12) + 0.5) * 0x1p-52) +
          (i > n / 2 ? 3 : 0) + (i == 3 ? 9 : 0);
      values[i] = round % 5 == 0 ? rint (values[i]) : values[i];
      values[i] = round % 11 == 0 ? 2 : values[i];
    }
    for (size_t end = 1; end <= n; end++) {
      least[end] = INFINITY;
      for (size_t first = 0; first + fewest <= end; first++)
        least[end] =
            fmin (least[end], least[first] + price + least_loss (values, first, end, loss, bend));
    }
    assert_true (kernel_fpop_robust_n_pieces (n) <= sizeof pieces / sizeof *pieces);
    assert_int_equal (kernel_fpop_robust (n, values, loss, bend, price, fewest, pieces, starts,
                                          changes, &n_changes, &total),
                      KERNEL_OK);
    assert_near (total, least[n], 1e-8);
    double again = price * (double) n_changes;
    for (size_t k = 0; k <= n_changes; k++)
      again +=
          least_loss (values, k ? changes[k - 1] : 0, k < n_changes ? changes[k] : n, loss, bend);
    assert_near (again, least[n], 1e-8);
    for (size_t k = 0; k < n_changes; k++)
      assert_true ((k + 1 < n_changes ? changes[k + 1] : n) - changes[k] >= fewest);
  }
}

/* One value far away makes a segment of its own for squares, not here. */
static void
does_not_mind_a_spike (void **state)
{
  double values[60], total;
  static KernelRobustPiece pieces[4 * (6 * 60 + 16) + 60];
  size_t starts[60], changes[60], n_changes;

  (void) state;
  for (size_t i = 0; i < 60; i++)
    values[i] = (double) (i % 3) - 1 + (i >= 30 ? 4 : 0);
  values[12] = 50;
  assert_int_equal (kernel_fpop_robust (60, values, KERNEL_LOSS_BIWEIGHT, 3, 2 * log (60), 1,
                                        pieces, starts, changes, &n_changes, &total),
                    KERNEL_OK);
  assert_int_equal (n_changes, 1);
  assert_int_equal (changes[0], 30);
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double values[] = { 1, NAN };
  KernelRobustPiece pieces[4 * (6 * 2 + 16) + 2];
  size_t starts[2], changes[2], n_changes;
  static const struct {
    size_t n;
    double bend, price;
    KernelStatus status;
  } rows[] = {
    { 1, 1, 1, KERNEL_OK },
    { 0, 1, 1, KERNEL_ERR_TOO_SHORT },
    { 2, 1, 1, KERNEL_ERR_DOMAIN },
    { 1, 0, 1, KERNEL_ERR_PARAMETER },
    { 1, NAN, 1, KERNEL_ERR_PARAMETER },
    { 1, INFINITY, 1, KERNEL_ERR_PARAMETER },
    { 1, 1, -1, KERNEL_ERR_PARAMETER },
    { 1, 1, INFINITY, KERNEL_ERR_PARAMETER },
  };
  double total;

  (void) state;
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
    assert_int_equal (kernel_fpop_robust (rows[k].n, values, KERNEL_LOSS_HUBER, rows[k].bend,
                                          rows[k].price, 1, pieces, starts, changes, &n_changes,
                                          &total),
                      rows[k].status);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_trying_everything),
    cmocka_unit_test (does_not_mind_a_spike),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/fpop-robust", tests, NULL, NULL);
}
