/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/pile-up.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  MOST_LENGTHS = 300,
  MOST_WORK = 10000
};

static const double week[] = { 1, 0.9, 0.8, 0.7, 0.8, 0.3, 0.2 };
static const double working_week[] = { 1, 0.9, 0.8, 0.9, 1 };
static const double flat[] = { 1 };

/* Lengths t after the first of floor (scale t² exp (-t / tail) weight), and what is put on top. */
typedef struct {
  size_t n;
  int64_t first;
  double scale, tail;
  const double *weights; /* NULL: a clock's face, by 5, 15 and 30 minutes */
  int n_weights;
  struct {
    int64_t length;
    double count;
  } pile[6];
} Made;

static double
weight_of (const Made *made, int64_t length)
{
  const int n = made->n_weights;
  const int r = (int) (((length % n) + n) % n);

  if (made->weights)
    return made->weights[r];

  return (r % 5 ? 1 : 1.6) * (r % 15 ? 1 : 1.5) * (r % 30 ? 1 : 1.2);
}

static KernelLengths
make (const Made *made, double counts[MOST_LENGTHS])
{
  for (size_t i = 0; i < made->n; i++) {
    const double t = (double) i + 1;

    counts[i] = floor (made->scale * t * t * exp (-t / made->tail) *
                       weight_of (made, made->first + (int64_t) i));
  }
  for (size_t k = 0; k < LENGTH (made->pile) && made->pile[k].count; k++)
    counts[made->pile[k].length - made->first] += made->pile[k].count;

  return (KernelLengths){ .first = made->first, .n = made->n, .counts = counts };
}

/* By weighted least squares in numpy (normal equations) and scipy.stats.t. */
static const struct known {
  const char *label;
  Made made;
  KernelPileUpShape shape;
  int64_t limit;
  double observed, expected, dispersion, z, p;
  unsigned freedom;
  size_t n_filled;
  double beyond_observed, beyond_expected, beyond_z, rank;
  size_t n_others;
} known[] = {
  { "calendar days, a pile",
    { 90, 0, 2, 10, week, 7, { { 26, 10 }, { 27, 15 }, { 28, 30 }, { 29, -12 }, { 30, -11 } } },
    { 24, 2, 0, 7, 7, 0, { 0 } },
    28,
    195,
    136.98580509,
    1,
    4.28177099729,
    6.57168221e-05,
    36,
    46,
    355,
    373.32843921,
    -0.722637826789,
    0.0243902439024,
    40 },
  { "calendar days, uneven, no pile",
    { 90, 0, 2, 10, week, 7, { { 20, 25 }, { 42, -20 }, { 9, 17 }, { 33, 19 } } },
    { 24, 2, 0, 7, 7, 0, { 0 } },
    28,
    140,
    146.143112378,
    1.08991567035,
    -0.419052334504,
    0.6611661044,
    36,
    46,
    397,
    368.889530161,
    1.11741671174,
    0.707317073171,
    40 },
  { "working days, near the shortest",
    { 60, 0, 1, 10, working_week, 5, { { 10, 9 } } },
    { 24, 2, 0, 7, 5, 0, { 0 } },
    10,
    114,
    109.057890865,
    1,
    0.363262649926,
    0.3597943899,
    24,
    31,
    308,
    332.889531558,
    -0.80273953637,
    0.0344827586207,
    28 },
  { "minutes on a clock's face",
    { 300, 0, 0.05, 30, NULL, 60, { { 55, 10 }, { 58, 9 }, { 60, 12 } } },
    { 60, 10, 0, 7, 1, 3, { 5, 15, 30 } },
    60,
    368,
    338.995026825,
    1,
    1.2916600329,
    0.09968292143,
    103,
    106,
    181,
    179.57305201,
    0.0941964197978,
    0.00970873786408,
    102 },
  { "days to a target, before and after it",
    { 140, -60, 1, 25, week, 7, { { 0, 25 } } },
    { 24, 2, 1, 4, 7, 0, { 0 } },
    0,
    801,
    777.771134387,
    1,
    0.726478786812,
    0.2361881189,
    35,
    45,
    820,
    820.433517041,
    -0.012826911608,
    0.0204081632653,
    48 },
  { "no period",
    { 60, 0, 1, 10, flat, 1, { { 13, 40 } } },
    { 24, 2, 0, 7, 1, 0, { 0 } },
    13,
    177,
    140.95696276,
    1,
    2.61186247511,
    0.006879191253,
    31,
    34,
    367,
    379.080179209,
    -0.408782335392,
    0.0344827586207,
    28 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double counts[MOST_LENGTHS], work[MOST_WORK];
  const KernelLengths lengths = make (&row->made, counts);
  KernelPileUp got;
  size_t n_others;

  assert_true (kernel_pile_up_n_work (&row->shape) <= MOST_WORK);
  assert_int_equal (kernel_pile_up (&lengths, &row->shape, row->limit, NULL, work, &got),
                    KERNEL_OK);
  assert_near (got.observed, row->observed, 0);
  assert_near (got.expected, row->expected, 1e-8 * row->expected);
  assert_near (got.dispersion, row->dispersion, 1e-9 * row->dispersion);
  assert_near (got.z, row->z, 1e-8);
  assert_near (got.p, row->p, 1e-9);
  assert_int_equal (got.freedom, row->freedom);
  assert_int_equal (got.n_filled, row->n_filled);
  assert_near (kernel_pile_up_rank (&lengths, &row->shape, row->limit, got.z, work, &n_others),
               row->rank, 1e-11);
  assert_int_equal (n_others, row->n_others);
  assert_int_equal (kernel_pile_up_beyond (&lengths, &row->shape, row->limit, work, &got),
                    KERNEL_OK);
  assert_near (got.observed, row->beyond_observed, 0);
  assert_near (got.expected, row->beyond_expected, 1e-8 * row->beyond_expected);
  assert_near (got.z, row->beyond_z, 1e-8);
}

/* What is expected of the window is the sum over it; lengths that cannot be have none. */
static void
says_what_is_expected_around (void **state)
{
  const struct known *row = &known[2];
  double counts[MOST_LENGTHS], work[MOST_WORK], around[49];
  const KernelLengths lengths = make (&row->made, counts);
  KernelPileUp got;

  (void) state;
  assert_int_equal (kernel_pile_up (&lengths, &row->shape, 10, around, work, &got), KERNEL_OK);
  for (size_t i = 0; i < 14; i++)
    assert_true (isnan (around[i]));
  for (size_t i = 14; i < 49; i++)
    assert_true (around[i] > 0);
  assert_near (around[22] + around[23] + around[24], got.expected, 1e-10);
}

/* A limit that looks exactly as high counts, and no longer where this one is a little higher. */
static void
counts_a_limit_that_is_as_high (void **state)
{
  double counts[MOST_LENGTHS], work[MOST_WORK];
  const KernelLengths lengths = make (&known[0].made, counts);
  KernelPileUp other;
  size_t n_others;

  (void) state;
  assert_int_equal (kernel_pile_up (&lengths, &known[0].shape, 40, NULL, work, &other), KERNEL_OK);
  const double as_high =
      kernel_pile_up_rank (&lengths, &known[0].shape, 28, other.z, work, &n_others);
  const double higher = kernel_pile_up_rank (&lengths, &known[0].shape, 28,
                                             nextafter (other.z, INFINITY), work, &n_others);
  assert_near (as_high - higher, 1 / 41., 1e-14);
}

/* Days to a target a week later are the same, for their weekdays come round again; what counts
 * from 0 does not go along, for there the same step is less.
 */
static void
goes_along_by_whole_periods (void **state)
{
  const struct known *row = &known[4];
  double counts[MOST_LENGTHS], work[MOST_WORK];
  KernelLengths lengths = make (&row->made, counts);
  KernelPileUp got, later;

  (void) state;
  assert_int_equal (kernel_pile_up (&lengths, &row->shape, 0, NULL, work, &got), KERNEL_OK);
  lengths.first += 7;
  assert_int_equal (kernel_pile_up (&lengths, &row->shape, 7, NULL, work, &later), KERNEL_OK);
  assert_near (later.z, got.z, 1e-10);
  lengths.first -= 700;
  assert_int_equal (kernel_pile_up (&lengths, &row->shape, -693, NULL, work, &later), KERNEL_OK);
  assert_near (later.z, got.z, 1e-10);
  lengths.first += 770;
  assert_true (lengths.first >= 0);
  assert_int_equal (kernel_pile_up (&lengths, &row->shape, 77, NULL, work, &later), KERNEL_OK);
  assert_true (fabs (later.z - got.z) > 1e-3);
}

/* Nothing on one weekday: it is expected to hold nothing in the window too. */
static void
expects_nothing_where_nothing_is (void **state)
{
  double counts[MOST_LENGTHS], work[MOST_WORK], around[49];
  const KernelLengths lengths = make (&known[0].made, counts);
  KernelPileUp got;

  (void) state;
  for (size_t i = 5; i < lengths.n; i += 7)
    counts[i] = 0;
  assert_int_equal (kernel_pile_up (&lengths, &known[0].shape, 28, around, work, &got), KERNEL_OK);
  assert_near (around[22], 0, 1e-6); /* day 26 */
  assert_true (around[23] > 10);
  assert_true (isfinite (got.z) && got.p > 0);
}

static void
refuses_what_it_cannot_fit (void **state)
{
  double counts[MOST_LENGTHS], work[MOST_WORK];
  const KernelLengths lengths = make (&known[0].made, counts);
  KernelPileUpShape shape = known[0].shape;
  KernelPileUp got = { .z = -7 };
  size_t n_others;

  (void) state;
  /* A window that reaches below the shortest, and one that is just inside. */
  assert_int_equal (kernel_pile_up (&lengths, &shape, 1, NULL, work, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_pile_up (&lengths, &shape, 2, NULL, work, &got), KERNEL_OK);
  got.z = -7;
  /* 13 lengths, 3 of them in the window: 10 coefficients and nothing left over. */
  shape.half = 6;
  assert_int_equal (kernel_pile_up (&lengths, &shape, 28, NULL, work, &got), KERNEL_ERR_TOO_SHORT);
  assert_near (kernel_pile_up_rank (&lengths, &shape, 28, 1, work, &n_others), 1, 0);
  assert_int_equal (n_others, 0);
  shape.half = 7;
  assert_int_equal (kernel_pile_up_beyond (&lengths, &shape, 28, work, &got), KERNEL_ERR_TOO_SHORT);
  shape.half = 0;
  assert_int_equal (kernel_pile_up (&lengths, &shape, 28, NULL, work, &got), KERNEL_ERR_PARAMETER);
  shape.half = 24;
  counts[20] = -1;
  assert_int_equal (kernel_pile_up (&lengths, &shape, 28, NULL, work, &got), KERNEL_ERR_DOMAIN);
  assert_near (got.z, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 5] = {
    cmocka_unit_test (says_what_is_expected_around),
    cmocka_unit_test (counts_a_limit_that_is_as_high),
    cmocka_unit_test (goes_along_by_whole_periods),
    cmocka_unit_test (expects_nothing_where_nothing_is),
    cmocka_unit_test (refuses_what_it_cannot_fit),
  };

  add_rows (tests + 5, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/pile-up", tests, NULL, NULL);
}
