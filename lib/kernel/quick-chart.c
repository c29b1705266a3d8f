/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/quick-chart.h"

#include "kernel/median.h"
#include "kernel/moving-range.h"
#include "kernel/select.h"
#include "kernel/side.h"

#include <math.h>
#include <string.h>

#define BLOCK 64
#define N_SAMPLES 8192
#define MOST_NEAR 512    /* values whose median is looked for near their mean */
#define MOST_EXTREMES 16 /* taken out one by one */

/* One bit a point, in words of 64 points. */
typedef uint64_t Plane;

enum {
  ABOVE_3,
  BELOW_3,
  ABOVE_2,
  BELOW_2,
  ABOVE_1,
  BELOW_1,
  ABOVE,
  BELOW,
  THERE, /* not missing */
  UPPER, /* of the median */
  LOWER,
  N_PLANES,
};

/* Lines that a point is beyond when it is further than their slack. */
typedef struct {
  double above[5]; /* three, two, one spread, the centre, the median */
  double below[5];
} Lines;

static Lines
make_lines (double centre, double sigma, double median)
{
  const double at[] = { 3 * sigma, 2 * sigma, sigma, 0 };
  Lines lines;

  for (int k = 0; k < 5; k++) {
    const double up = k < 4 ? centre + at[k] : median, down = k < 4 ? centre - at[k] : median;

    lines.above[k] = up + 16 * DBL_EPSILON * fabs (up);
    lines.below[k] = down - 16 * DBL_EPSILON * fabs (down);
  }

  return lines;
}

/* --- Comparisons to planes ---------------------------------------------------------- */

/* KERNEL_PORTABLE is for a test of the other way. */
#if defined(__GNUC__) && defined(__SSE2__) && !defined(KERNEL_PORTABLE)

typedef double Pair __attribute__ ((vector_size (16), aligned (8), may_alias));

static inline Plane
bits_of (Pair left, Pair right)
{
  return (Plane) __builtin_ia32_movmskpd ((Pair) (left > right));
}

static void
compare (const double *values, const Lines *lines, Plane *planes)
{
  for (int k = 0; k < 5; k++) {
    const Pair above = { lines->above[k], lines->above[k] };
    const Pair below = { lines->below[k], lines->below[k] };
    Plane up = 0, down = 0;

    for (int i = BLOCK - 2; i >= 0; i -= 2) {
      const Pair here = *(const Pair *) (values + i);

      up = up << 2 | bits_of (here, above);
      down = down << 2 | bits_of (below, here);
    }
    planes[k < 4 ? 2 * k : UPPER] = up;
    planes[k < 4 ? 2 * k + 1 : LOWER] = down;
  }

  Plane there = 0;
  for (int i = BLOCK - 2; i >= 0; i -= 2) {
    const Pair here = *(const Pair *) (values + i);
    there = there << 2 | (Plane) __builtin_ia32_movmskpd ((Pair) (here == here));
  }
  planes[THERE] = there;
}

#else

static void
compare (const double *values, const Lines *lines, Plane *planes)
{
  for (int k = 0; k < 5; k++) {
    Plane up = 0, down = 0;

    for (int i = 0; i < BLOCK; i++) {
      up |= (Plane) (values[i] > lines->above[k]) << i;
      down |= (Plane) (values[i] < lines->below[k]) << i;
    }
    planes[k < 4 ? 2 * k : UPPER] = up;
    planes[k < 4 ? 2 * k + 1 : LOWER] = down;
  }

  planes[THERE] = 0;
  for (int i = 0; i < BLOCK; i++)
    planes[THERE] |= (Plane) !isnan (values[i]) << i;
}

#endif

/* --- Rules on planes ------------------------------------------------------------------ */

/* @here moved @k points on, with what comes over from the block before. */
static inline Plane
later (Plane here, Plane before, int k)
{
  return here << k | before >> (BLOCK - k);
}

static inline Plane
earlier (Plane here, Plane after, int k)
{
  return here >> k | after << (BLOCK - k);
}

/* Where a window of three that are there, two of them hits, ends. */
static inline Plane
two_of_three (const Plane *here, const Plane *before, int hit)
{
  const Plane a = here[hit], b = later (a, before[hit], 1), c = later (a, before[hit], 2);
  const Plane t = here[THERE];

  return ((a & (b | c)) | (b & c)) & t & later (t, before[THERE], 1) & later (t, before[THERE], 2);
}

static inline Plane
four_of_five (const Plane *here, const Plane *before, int hit)
{
  const Plane a = here[hit], b = later (a, before[hit], 1), c = later (a, before[hit], 2);
  const Plane d = later (a, before[hit], 3), e = later (a, before[hit], 4);
  const Plane both = a & b, other = c & d;
  const Plane hits = (both & other) | (e & ((both & (c | d)) | ((a | b) & other)));
  const Plane t = here[THERE];

  return hits & t & later (t, before[THERE], 1) & later (t, before[THERE], 2) &
         later (t, before[THERE], 3) & later (t, before[THERE], 4);
}

/* Where eight in a row end. */
static inline Plane
eight (const Plane *here, const Plane *before, int side)
{
  const Plane a = here[side], z = before[side];
  /* The block before has carries of its own, which lie too far back to matter. */
  const Plane two = a & later (a, z, 1), two_z = z & z << 1;
  const Plane four = two & later (two, two_z, 2), four_z = two_z & two_z << 2;

  return four & later (four, four_z, 4);
}

/* The ends of one rule's patterns in a block. */
typedef struct {
  Plane two[2], four[2], eight[2];
} Ends;

static inline Ends
ends_of (const Plane *here, const Plane *before)
{
  Ends ends;

  for (int side = 0; side < 2; side++) {
    ends.two[side] = two_of_three (here, before, ABOVE_2 + side);
    ends.four[side] = four_of_five (here, before, ABOVE_1 + side);
    ends.eight[side] = eight (here, before, ABOVE + side);
  }

  return ends;
}

/* Every point of the @n that lie before an end, and the end. */
static inline Plane
spread_back (Plane here, Plane after, int n)
{
  Plane all = here;

  for (int k = 1; k < n; k++)
    all |= earlier (here, after, k);

  return all;
}

/* Eight planes of 64 bits to 64 bytes. */
static void
write_marks (const Plane *planes, uint8_t *marks, size_t n)
{
  Plane any = 0;

  for (int k = 0; k < 8; k++)
    any |= planes[k];
  memset (marks, 0, n);
  while (any) {
    const int i = __builtin_ctzll (any);

    any &= any - 1;
    for (int k = 0; k < 8; k++)
      marks[i] |= (uint8_t) ((planes[k] >> i & 1) << k);
  }
}

static void
mark_block (const Plane *here, const Ends *ends, const Ends *after, uint8_t *marks, size_t n)
{
  Plane planes[8];

  for (int side = 0; side < 2; side++) {
    planes[side] = here[ABOVE_3 + side];
    planes[2 + side] = here[ABOVE_2 + side] & spread_back (ends->two[side], after->two[side], 3);
    planes[4 + side] = here[ABOVE_1 + side] & spread_back (ends->four[side], after->four[side], 5);
    planes[6 + side] = spread_back (ends->eight[side], after->eight[side], 8);
  }
  write_marks (planes, marks, n);
}

/* --- Runs ------------------------------------------------------------------------------ */

typedef struct {
  KernelRuns found;
  size_t length; /* of the run that goes on */
  int side;      /* it is on; 0: none */
} RunState;

/* Point by point, where some are missing or on the line. */
static void
follow_slowly (RunState *self, const Plane *here, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    const int side = (int) (here[UPPER] >> i & 1) - (int) (here[LOWER] >> i & 1);

    if (!(here[THERE] >> i & 1))
      self->side = 0;
    if (side == 0)
      continue;
    self->length = side == self->side ? self->length + 1 : 1;
    self->found.useful++;
    self->found.chances += self->side != 0;
    self->found.crossings += self->side == -side;
    self->found.longest = self->length > self->found.longest ? self->length : self->found.longest;
    self->side = side;
  }
}

/* @n useful points: crossings are changes of bits; a longest run within is looked for bit
 * by bit of its length, all runs at once.
 */
static void
follow_block (RunState *self, Plane upper, int n)
{
  const Plane all = n == BLOCK ? ~(Plane) 0 : ((Plane) 1 << n) - 1;
  const Plane carry = self->side > 0 ? ~(Plane) 0 : 0;
  const size_t starts = self->side == 0; /* the first point goes on from nothing */
  const Plane same = ~(upper ^ later (upper, carry, 1)) & all & ~(Plane) starts;
  const int lead = same == ~(Plane) 0 ? BLOCK : __builtin_ctzll (~same);

  self->found.useful += (size_t) n;
  self->found.chances += (size_t) n - starts;
  self->found.crossings += (size_t) n - starts - (size_t) __builtin_popcountll (same);
  self->length += (size_t) lead;
  self->side = upper >> (n - 1) & 1 ? 1 : -1;
  self->found.longest = self->length > self->found.longest ? self->length : self->found.longest;
  if (lead == n)
    return;

  /* A run of m points has m - 1 that are the same as the one before. */
  self->length = 1 + (size_t) __builtin_clzll (~(same << (BLOCK - n)));
  size_t m = 1;
  for (Plane runs = same; runs; m++)
    runs &= runs << 1;
  self->found.longest = m > self->found.longest ? m : self->found.longest;
}

/* --- Estimates ------------------------------------------------------------------------- */

/* Sums of four interleaved parts, so that the order is the same everywhere. */
typedef struct {
  double values[4], ranges[4];
  size_t n_values, n_ranges;
} Sums;

static void
add_values (Sums *self, const double *values, size_t n, double before)
{
  for (size_t i = 0; i < n; i++) {
    const double range = fabs (values[i] - before);

    before = values[i];
    if (isnan (values[i]))
      continue;
    self->values[i % 4] += values[i];
    self->n_values++;
    if (isnan (range))
      continue;
    self->ranges[i % 4] += range;
    self->n_ranges++;
  }
}

/* The same where nothing is missing: the next eight are looked at as a whole. */
static void
add_full (Sums *self, const double *values, size_t n)
{
  for (size_t i = 0; i < n; i += 4) {
    for (size_t k = 0; k < 4; k++) {
      self->values[k] += values[i + k];
      self->ranges[k] += fabs (values[i + k] - values[i + k - 1]);
    }
  }
  self->n_values += n;
  self->n_ranges += n;
}

/* Gives back whether no value is missing. */
static int
estimate (size_t n, const double *values, KernelQuickChart *chart)
{
  Sums sums = { { 0 }, { 0 }, 0, 0 };
  size_t i = n < 4 ? n : 4;

  add_values (&sums, values, i, NAN);
  for (; i + 4 <= n; i += 4) {
    const double any =
        (values[i - 1] + values[i]) + (values[i + 1] + values[i + 2]) + values[i + 3];

    if (isnan (any))
      add_values (&sums, values + i, 4, values[i - 1]);
    else
      add_full (&sums, values + i, 4);
  }
  if (i < n)
    add_values (&sums, values + i, n - i, values[i - 1]);

  const double *v = sums.values, *r = sums.ranges;
  chart->centre = sums.n_values ? ((v[0] + v[1]) + (v[2] + v[3])) / (double) sums.n_values : NAN;
  chart->sigma = sums.n_ranges ? kernel_constants_exact.sigma * ((r[0] + r[1]) + (r[2] + r[3])) /
                                     (double) sums.n_ranges
                               : NAN;

  return sums.n_values == n;
}

static double
median_of_few (size_t n, const double *values, double *work)
{
  double median = NAN;
  KernelStatus status = kernel_median (n, values, NULL, work, &median, NULL);

  return status == KERNEL_OK ? median : NAN;
}

/* Halved first, so that two huge values do not overflow. */
static double
mean_of (double below, double above)
{
  return below == above ? below : below / 2 + above / 2;
}

/* The value of a rank, or its mean with the one before; @values is reordered. */
static double
middle_of (size_t n, double *values, size_t rank, int with_before)
{
  const double here = kernel_select (n, values, rank);
  double below = values[0];

  if (!with_before)
    return here;
  for (size_t i = 1; i < rank; i++)
    below = values[i] > below ? values[i] : below;

  return mean_of (below, here);
}

/* The median of many: between two values of a sample that hold it, only those between are
 * looked at.
 */
static double
median_of_many (size_t n, const double *values, double *work)
{
  const size_t step = n / N_SAMPLES;
  double low, high;
  size_t n_sample = 0, n_below = 0, n_between = 0, n_there = 0;

  for (size_t i = 0; i < N_SAMPLES; i++)
    n_sample += !isnan (work[n_sample] = values[i * step]);
  if (n_sample == 0)
    return median_of_few (n, values, work);
  low = kernel_select (n_sample, work, (size_t) (0.48 * (double) (n_sample - 1)));
  high = kernel_select (n_sample, work, (size_t) (0.52 * (double) (n_sample - 1)));
  for (size_t i = 0; i < n; i++) {
    const double here = values[i];

    work[n_between] = here;
    n_between += (size_t) (here >= low) & (size_t) (here <= high); /* no branch to guess */
    n_below += here < low;
    n_there += here == here;
  }

  const size_t middle = n_there / 2;
  if (n_below + 1 > middle || middle >= n_below + n_between)
    return median_of_few (n, values, work);

  return middle_of (n_between, work, middle - n_below, n_there % 2 == 0);
}

/* Takes the least of the values out and gives it back. */
static double
take_least (size_t n, double *values)
{
  double least[4] = { values[0], values[0], values[0], values[0] };
  size_t i = 0;

  for (; i + 4 <= n; i += 4) {
    for (size_t k = 0; k < 4; k++)
      least[k] = values[i + k] < least[k] ? values[i + k] : least[k];
  }
  for (; i < n; i++)
    least[0] = values[i] < least[0] ? values[i] : least[0];
  least[0] = least[1] < least[0] ? least[1] : least[0];
  least[2] = least[3] < least[2] ? least[3] : least[2];
  least[0] = least[2] < least[0] ? least[2] : least[0];

  for (i = 0; values[i] != least[0];)
    i++;
  values[i] = values[n - 1];

  return least[0];
}

/* The median of a few values that are all there: it lies near the mean, so that what is
 * above and what is below it are parted without a branch and a few extremes taken out.
 */
static double
median_near (size_t n, const double *values, double near, double *work)
{
  const size_t middle = n / 2;
  size_t n_below = 0;

  /* Both ends are written; only one of them counts. */
  for (size_t i = 0; i < n; i++) {
    const double here = values[i];

    work[n_below] = here;
    work[n - 1 - (i - n_below)] = here;
    n_below += (size_t) (here < near);
  }

  const size_t n_above = n - n_below;
  const int with_before = n % 2 == 0;
  const size_t far = middle >= n_below ? middle - n_below : n_below - middle;
  if (far > MOST_EXTREMES)
    return median_of_few (n, values, work);

  /* Below, the greatest are the least of what has its sign turned. */
  for (size_t i = 0; i < n_below && n_below >= middle; i++)
    work[i] = -work[i];
  double at = NAN, before = NAN;
  if (n_below > middle) {
    for (size_t k = 0; k <= far - 1 + (size_t) with_before; k++) {
      before = -take_least (n_below - k, work);
      at = k + 1 == far ? before : at;
    }
    return with_before ? mean_of (before, at) : at;
  }
  if (n_below == middle && with_before)
    before = -take_least (n_below, work);
  for (size_t k = 0; k <= far; k++) {
    before = k > 0 ? at : before;
    at = take_least (n_above - k, work + n_below);
  }

  return with_before ? mean_of (before, at) : at;
}

static double
median_of (size_t n, const double *values, double near, int is_whole, double *work)
{
  if (n >= 2 * N_SAMPLES)
    return median_of_many (n, values, work);

  return is_whole && n > 0 && n <= MOST_NEAR ? median_near (n, values, near, work)
                                             : median_of_few (n, values, work);
}

/* --- All together ---------------------------------------------------------------------- */

/* The planes of one block; the last is filled up with what is missing. */
static void
take_block (size_t n, const double *values, size_t block, const Lines *lines, Plane *planes)
{
  const size_t first = block * BLOCK;
  double last[BLOCK];

  if (first >= n) {
    memset (planes, 0, N_PLANES * sizeof *planes);
    return;
  }
  if (first + BLOCK <= n) {
    compare (values + first, lines, planes);
    return;
  }
  for (size_t i = 0; i < BLOCK; i++)
    last[i] = first + i < n ? values[first + i] : NAN;
  compare (last, lines, planes);
}

static void
mark_all (size_t n, const double *values, const Lines *lines, uint8_t *marks, KernelRuns *runs)
{
  Plane planes[3][N_PLANES] = { { 0 } };
  RunState state = { { 0, 0, 0, 0 }, 0, 0 };
  const size_t n_blocks = (n + BLOCK - 1) / BLOCK;

  take_block (n, values, 0, lines, planes[0]);
  Ends ends = ends_of (planes[0], planes[2]);
  for (size_t b = 0; b < n_blocks; b++) {
    const Plane *here = planes[b % 3];
    Plane *next = planes[(b + 1) % 3];
    const size_t left = n - b * BLOCK;

    take_block (n, values, b + 1, lines, next);
    const Ends after = ends_of (next, here);
    mark_block (here, &ends, &after, marks + b * BLOCK, left < BLOCK ? left : BLOCK);
    ends = after;
    const int n_here = left < BLOCK ? (int) left : BLOCK;
    const Plane all = ~(Plane) 0 >> (BLOCK - n_here);
    if ((here[UPPER] | here[LOWER]) == all)
      follow_block (&state, here[UPPER], n_here);
    else
      follow_slowly (&state, here, (size_t) n_here);
  }
  *runs = state.found;
}

/**
 * kernel_quick_chart:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @work: shape (@n), overwritten
 * @marks: (out): shape (@n), what each point belongs to, `KERNEL_QUICK_…`
 * @chart: (out): centre, spread by the exact constants, median, runs about the median
 *
 * A chart of individual values for those who have very many: limits, the four rules of
 * Western Electric, runs and crossings, in planes of one bit a point.
 *
 * A missing value ends every pattern.  Beyond is further than a line, not on it; of two in
 * three and four in five the points beyond are marked, of eight on one side all.  The marks
 * are those of [func@kernel_rule], the runs those of [func@kernel_runs]; centre and spread
 * are added up in four parts and may differ from [func@kernel_individuals] in the last
 * digit.  O(n) time, no allocation.
 *
 * Source: Western Electric, Statistical Quality Control Handbook (1956); J. Anhoej, A. V.
 * Olesen (2014), PLoS ONE 9, e113825.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_quick_chart (size_t n,
                    const double *values,
                    double *work,
                    uint8_t *marks,
                    KernelQuickChart *chart)
{
  const int is_whole = estimate (n, values, chart);
  chart->median = median_of (n, values, chart->centre, is_whole, work);

  const Lines lines = make_lines (chart->centre, chart->sigma, chart->median);
  mark_all (n, values, &lines, marks, &chart->runs);

  return KERNEL_OK;
}

/**
 * kernel_quick_charts:
 * @n_series: number of series
 * @starts: shape (@n_series + 1), where each starts in @values, and where the last ends;
 *   in order
 * @values: shape (starts[n_series]), NaN where missing
 * @work: shape (the longest series), overwritten
 * @marks: (out): shape (starts[n_series]), as for [func@kernel_quick_chart]
 * @charts: (out): shape (@n_series)
 *
 * [func@kernel_quick_chart] of many series, one after the other.
 *
 * Source: as there.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if a series ends before it starts
 */
KernelStatus
kernel_quick_charts (size_t n_series,
                     const size_t *starts,
                     const double *values,
                     double *work,
                     uint8_t *marks,
                     KernelQuickChart *charts)
{
  for (size_t k = 0; k < n_series; k++) {
    if (starts[k] > starts[k + 1])
      return KERNEL_ERR_PARAMETER;
  }
  for (size_t k = 0; k < n_series; k++) {
    const size_t first = starts[k];
    KernelStatus status =
        kernel_quick_chart (starts[k + 1] - first, values + first, work, marks + first, &charts[k]);
    if (status != KERNEL_OK)
      return status;
  }

  return KERNEL_OK;
}
