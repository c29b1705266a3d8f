/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/slope-selection.h"

#include "kernel/inversions.h"
#include "kernel/random.h"
#include "kernel/select.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

/* Pairs drawn to begin with, and how many on either side tell how dense slopes are. */
#define N_SAMPLES ((size_t) 32768)
#define N_AROUND ((size_t) 1000)
/* See find_middle(). */
#define FAR_OUT 1000.0
/* Always the same, so that the same data take the same path.  The answer is exact and
 * does not depend on it.
 */
#define SEED ((uint64_t) 20260401)

/* Where a slope was counted: @n_below pairs have a lower one than @slope. */
typedef struct {
  double slope;
  uint64_t n_below;
} Probe;

/* The wanted slope is at least the low one and below the high one. */
typedef struct {
  Probe low, high;
} Bracket;

typedef struct {
  const KernelSlopes *slopes;
  double *times, *values; /* from their middle, so that little is lost below a line */
  double *heights;        /* above the steeper line, by the order above the other */
  double *found;
  size_t n_found, most_found;
  int64_t *keys, *spare, *order;
  int64_t *samples;    /* keys of slopes of pairs drawn, sorted */
  double reach, width; /* of all values and of most from their middle */
  double span, step;   /* of the times, and the shortest between two points */
} Selection;

/* What is worked out one by one rather than counted. */
static size_t
most_found (size_t n_points)
{
  return 16 * n_points + 4096;
}

/**
 * kernel_slope_selection_numbers:
 * @n_points: number of points
 *
 * Returns: how many doubles kernel_slope_selection() needs to work with
 */
size_t
kernel_slope_selection_numbers (size_t n_points)
{
  return 3 * n_points + most_found (n_points);
}

/**
 * kernel_slope_selection_keys:
 * @n_points: number of points
 *
 * Returns: how many integers kernel_slope_selection() needs to work with
 */
size_t
kernel_slope_selection_keys (size_t n_points)
{
  const size_t most_pairs = n_points ? n_points * (n_points - 1) / 2 : 0;

  return 3 * n_points + (most_pairs > most_found (n_points) ? 2 * N_SAMPLES : 0);
}

/**
 * kernel_slopes_pairs:
 * @n_blocks: number of blocks
 * @starts: shape (@n_blocks + 1), the first point of each and the number of points
 *
 * Returns: how many pairs of points share a block
 */
uint64_t
kernel_slopes_pairs (size_t n_blocks, const int64_t *starts)
{
  uint64_t n_pairs = 0;

  for (size_t b = 0; b < n_blocks; b++) {
    const uint64_t n = (uint64_t) (starts[b + 1] - starts[b]);
    n_pairs += n ? n * (n - 1) / 2 : 0;
  }

  return n_pairs;
}

static double
slope_of (const KernelSlopes *slopes, size_t i, size_t j)
{
  return (slopes->values[j] - slopes->values[i]) / (slopes->times[j] - slopes->times[i]);
}

/* The middle of the values, and how far from it they are: at most FAR_OUT times as far as
 * most are, so that a few wild ones do not blur the others.
 */
static double
find_middle (Selection *self)
{
  const size_t n = self->slopes->n_points;
  double middle, typical;

  memcpy (self->found, self->slopes->values, n * sizeof *self->found);
  middle = kernel_select (n, self->found, n / 2);
  for (size_t i = 0; i < n; i++) {
    self->found[i] = fabs (self->slopes->values[i] - middle);
    self->reach = fmax (self->reach, self->found[i]);
  }
  typical = kernel_select (n, self->found, n / 2);
  self->width = typical > 0 ? fmin (self->reach, FAR_OUT * typical) : self->reach;

  return middle;
}

static void
find_extent (Selection *self)
{
  const KernelSlopes *slopes = self->slopes;
  const double middle = find_middle (self), origin = slopes->times[0];

  self->step = INFINITY;
  for (size_t b = 0; b < slopes->n_blocks; b++) {
    for (int64_t i = slopes->starts[b]; i < slopes->starts[b + 1]; i++) {
      self->values[i] = slopes->values[i] - middle;
      self->times[i] = slopes->times[i] - origin;
      self->span = fmax (self->span, fabs (self->times[i]));
      if (i > slopes->starts[b])
        self->step = fmin (self->step, slopes->times[i] - slopes->times[i - 1]);
    }
  }
}

/* Slopes closer than this cannot be told apart by what is left below a line. */
static double
blur_at (const Selection *self, double slope)
{
  return 8 * DBL_EPSILON * (self->width + fabs (slope) * self->span) / self->step;
}

static double
height_of (const Selection *self, int64_t point, double slope)
{
  return self->values[point] - slope * self->times[point];
}

/* The points of a block, from the lowest to the highest above the line, end up in the keys. */
static uint64_t
count_block (const Selection *self, size_t block, double slope)
{
  const int64_t first = self->slopes->starts[block], end = self->slopes->starts[block + 1];

  for (int64_t i = first; i < end; i++)
    self->keys[i] = kernel_order_key (height_of (self, i, slope));

  return kernel_sort_counting ((size_t) (end - first), self->keys + first, self->spare + first);
}

/* Two points are out of order above a line that is steeper than the one through them. */
static Probe
probe (const Selection *self, double slope)
{
  /* Published figures lie on a lattice, and so do their slopes; beside it no rounding
   * decides.
   */
  Probe at = { slope + 2 * blur_at (self, slope), 0 };

  for (size_t b = 0; b < self->slopes->n_blocks; b++)
    at.n_below += count_block (self, b, at.slope);

  return at;
}

static size_t
find_block (const KernelSlopes *slopes, uint64_t pair)
{
  size_t b = 0;

  for (;; b++) {
    const uint64_t n = (uint64_t) (slopes->starts[b + 1] - slopes->starts[b]);
    const uint64_t n_pairs = n ? n * (n - 1) / 2 : 0;

    if (pair < n_pairs)
      return b;
    pair -= n_pairs;
  }
}

static double
slope_of_any (const KernelSlopes *slopes, uint64_t *state)
{
  const size_t b = find_block (slopes, kernel_random_next (state) % slopes->n_pairs);
  const size_t first = (size_t) slopes->starts[b];
  const size_t n = (size_t) (slopes->starts[b + 1] - slopes->starts[b]);
  const size_t i = kernel_random_below (state, n), k = kernel_random_below (state, n - 1);
  const size_t j = k < i ? k : k + 1;

  return slope_of (slopes, first + (i < j ? i : j), first + (i < j ? j : i));
}

static void
draw_samples (Selection *self)
{
  uint64_t state = SEED;

  for (size_t k = 0; k < N_SAMPLES; k++)
    self->samples[k] = kernel_order_key (slope_of_any (self->slopes, &state));
  kernel_sort_counting (N_SAMPLES, self->samples, self->samples + N_SAMPLES);
}

static double
sample_at (const Selection *self, size_t place)
{
  return kernel_order_value (self->samples[place]);
}

/* The first of sorted keys that is not below @key. */
static size_t
first_not_below (size_t n, const int64_t *keys, int64_t key)
{
  size_t start = 0;

  while (n > 0) {
    const size_t half = n / 2;
    const bool is_beyond = keys[start + half] < key;

    start += is_beyond ? half + 1 : 0;
    n = is_beyond ? n - half - 1 : half;
  }

  return start;
}

static uint64_t
pairs_in (const Bracket *bracket)
{
  return bracket->high.n_below - bracket->low.n_below;
}

static bool
is_narrow (const Selection *self, const Bracket *bracket)
{
  return pairs_in (bracket) <= self->most_found;
}

/* All slopes in it are the same as far as can be told. */
static bool
is_blurred (const Selection *self, const Bracket *bracket)
{
  return bracket->high.slope - bracket->low.slope <= 8 * blur_at (self, bracket->high.slope);
}

static void
look_at (const Selection *self, uint64_t rank, double slope, Bracket *bracket)
{
  const Probe here = probe (self, slope);

  if (here.n_below < rank && here.slope > bracket->low.slope)
    bracket->low = here;
  if (here.n_below >= rank && here.slope < bracket->high.slope)
    bracket->high = here;
}

/* With what the slopes just below it are, if that is what is asked for: it may be one that
 * very many pairs have.
 */
static void
look_at_sample (const Selection *self, uint64_t rank, size_t place, Bracket *bracket)
{
  const double slope = sample_at (self, place);

  look_at (self, rank, slope, bracket);
  if (bracket->high.slope <= slope + 2 * blur_at (self, slope))
    look_at (self, rank, slope - 6 * blur_at (self, slope), bracket);
}

/* What lies between two neighbouring slopes about a sample. */
static double
gap_about (const Selection *self, size_t place)
{
  const size_t first = place > N_AROUND ? place - N_AROUND : 0;
  const size_t last = place + N_AROUND < N_SAMPLES ? place + N_AROUND : N_SAMPLES - 1;
  const double pairs = (double) self->slopes->n_pairs * (double) (last - first) / N_SAMPLES;

  return (sample_at (self, last) - sample_at (self, first)) / pairs;
}

/* Pairs between a rank and what was counted, negative if it was too many. */
static double
pairs_away (uint64_t rank, Probe from)
{
  return (double) rank - (double) from.n_below;
}

static Probe
nearer_end (uint64_t rank, const Bracket *bracket)
{
  return pairs_away (rank, bracket->low) <= -pairs_away (rank, bracket->high) ? bracket->low
                                                                              : bracket->high;
}

/* From the nearest count, by how dense the slopes are there; again from where that led. */
static void
aim (const Selection *self, uint64_t rank, size_t place, Bracket *bracket)
{
  const double gap = gap_about (self, place);
  const double margin = 1.5 * (double) self->slopes->n_points;
  double left = INFINITY;

  look_at (self, rank, sample_at (self, place), bracket);
  while (!is_narrow (self, bracket)) {
    const Probe near = nearer_end (rank, bracket);
    const double away = pairs_away (rank, near);

    if (!(fabs (away) < left / 4))
      return;
    left = fabs (away);
    look_at (self, rank, near.slope + (away + margin) * gap, bracket);
    look_at (self, rank, near.slope + (away - margin) * gap, bracket);
  }
}

/* At the sample that is likely to have the rank, of those in between. */
static void
look_between (const Selection *self, uint64_t rank, Bracket *bracket)
{
  const int64_t low = kernel_order_key (bracket->low.slope);
  const int64_t high = kernel_order_key (bracket->high.slope);
  const size_t first = first_not_below (N_SAMPLES, self->samples, low + 1);
  const size_t end = first_not_below (N_SAMPLES, self->samples, high);
  const double share = (double) (rank - bracket->low.n_below) / (double) pairs_in (bracket);

  if (first < end)
    look_at_sample (self, rank, first + (size_t) (share * (double) (end - first - 1)), bracket);
}

/* Each in its turn where those before did little.  FALSE if it is as close as it gets. */
static bool
close_in (const Selection *self, uint64_t rank, Bracket *bracket)
{
  const uint64_t n_before = pairs_in (bracket);
  const double width_before = bracket->high.slope - bracket->low.slope;

  look_between (self, rank, bracket);
  if (pairs_in (bracket) > n_before / 4)
    look_at (self, rank, bracket->low.slope / 2 + bracket->high.slope / 2, bracket);

  return bracket->high.slope - bracket->low.slope < width_before;
}

static void
find_bracket (const Selection *self, uint64_t rank, Bracket *bracket)
{
  const double steepest = 2 * self->reach / self->step;
  const double share = (double) (rank - 1) / (double) self->slopes->n_pairs;
  const size_t place = (size_t) (share * N_SAMPLES);

  bracket->low = (Probe){ -steepest, 0 };
  bracket->high = (Probe){ steepest + 4 * blur_at (self, steepest), self->slopes->n_pairs };
  aim (self, rank, place, bracket);
  while (!is_narrow (self, bracket) && !is_blurred (self, bracket) &&
         close_in (self, rank, bracket))
    continue;
}

/* By the leading bits of the heights first, with the place of the point in the others; the
 * few that those bits do not tell apart are put right one by one.  FALSE if they are many.
 */
static bool
order_by_leading_bits (Selection *self, int64_t first, size_t n, double slope)
{
  int64_t *packed = self->keys + first, *order = self->order + first;
  int64_t mask = 1;
  size_t moves = 0;

  while ((size_t) mask < n)
    mask = 2 * mask + 1;
  for (size_t i = 0; i < n; i++) {
    const double height = height_of (self, first + (int64_t) i, slope);
    packed[i] = (kernel_order_key (height) & ~mask) | (int64_t) i;
  }
  kernel_sort_counting (n, packed, self->spare + first);
  for (size_t k = 0; k < n && moves <= 8 * n; k++) {
    const int64_t point = first + (packed[k] & mask);
    const double height = height_of (self, point, slope);
    size_t j = k;

    for (; j > 0 && height_of (self, order[j - 1], slope) > height; j--)
      order[j] = order[j - 1];
    order[j] = point;
    moves += k - j;
  }

  return moves <= 8 * n;
}

/* By looking each height up among the sorted ones. */
static void
order_by_place (Selection *self, size_t block, double slope)
{
  const int64_t first = self->slopes->starts[block], end = self->slopes->starts[block + 1];
  const size_t n = (size_t) (end - first);
  int64_t *n_placed = self->spare + first;

  count_block (self, block, slope);
  memset (n_placed, 0, n * sizeof *n_placed);
  for (int64_t i = first; i < end; i++) {
    const int64_t key = kernel_order_key (height_of (self, i, slope));
    const size_t place = first_not_below (n, self->keys + first, key);

    self->order[first + (int64_t) place + n_placed[place]++] = i;
  }
}

/* The points of a block by their height above the flatter line, equal ones by time. */
static void
order_block (Selection *self, size_t block, double slope)
{
  const int64_t first = self->slopes->starts[block];
  const size_t n = (size_t) (self->slopes->starts[block + 1] - first);

  if (!order_by_leading_bits (self, first, n, slope))
    order_by_place (self, block, slope);
}

/* Two points change places between the flatter line and the steeper one if the slope
 * through them is in between.
 */
static void
collect_from_block (Selection *self, size_t block, double steeper)
{
  const int64_t first = self->slopes->starts[block], end = self->slopes->starts[block + 1];
  for (int64_t k = first; k < end; k++) {
    const int64_t later = self->order[k];
    const double height = height_of (self, later, steeper);
    int64_t j = k;

    for (; j > first && self->heights[j - 1] > height; j--) {
      const int64_t sooner = self->order[j - 1];

      if (self->n_found < self->most_found)
        self->found[self->n_found++] = slope_of (self->slopes, (size_t) sooner, (size_t) later);
      self->heights[j] = self->heights[j - 1];
      self->order[j] = sooner;
    }
    self->heights[j] = height;
    self->order[j] = later;
  }
}

/* One slope of a bracket that holds too many of the same. */
static void
collect_one (Selection *self, double steeper)
{
  const KernelSlopes *slopes = self->slopes;

  for (size_t b = 0; b < slopes->n_blocks; b++) {
    for (int64_t k = slopes->starts[b] + 1; k < slopes->starts[b + 1]; k++) {
      const size_t i = (size_t) self->order[k - 1], j = (size_t) self->order[k];

      if (height_of (self, (int64_t) i, steeper) > height_of (self, (int64_t) j, steeper)) {
        self->found[self->n_found++] = slope_of (slopes, i, j);
        return;
      }
    }
  }
}

static void
collect (Selection *self, const Bracket *bracket)
{
  self->n_found = 0;
  for (size_t b = 0; b < self->slopes->n_blocks; b++)
    order_block (self, b, bracket->low.slope);
  if (!is_narrow (self, bracket))
    collect_one (self, bracket->high.slope);
  for (size_t b = 0; is_narrow (self, bracket) && b < self->slopes->n_blocks; b++)
    collect_from_block (self, b, bracket->high.slope);
  if (self->n_found == 0)
    self->found[self->n_found++] = bracket->low.slope / 2 + bracket->high.slope / 2;
}

static void
collect_all (Selection *self)
{
  const KernelSlopes *slopes = self->slopes;

  self->n_found = 0;
  for (size_t b = 0; b < slopes->n_blocks; b++) {
    for (int64_t i = slopes->starts[b]; i < slopes->starts[b + 1]; i++) {
      for (int64_t j = i + 1; j < slopes->starts[b + 1]; j++)
        self->found[self->n_found++] = slope_of (slopes, (size_t) i, (size_t) j);
    }
  }
}

/* Ranks rise, so that what was put below one need not be looked at for the next. */
static double
select_found (const Selection *self, size_t *n_below, size_t place)
{
  const size_t last = self->n_found - 1;
  const size_t wanted = place < last ? place : last;
  const double selected =
      kernel_select (self->n_found - *n_below, self->found + *n_below, wanted - *n_below);

  *n_below = wanted;

  return selected;
}

static void
select_by_counting (Selection *self, size_t n_ranks, const uint64_t *ranks, double *selected)
{
  Bracket bracket = { { 0, 0 }, { 0, 0 } };
  size_t n_below = 0;

  find_extent (self);
  draw_samples (self);
  for (size_t k = 0; k < n_ranks; k++) {
    if (self->n_found == 0 || ranks[k] > bracket.high.n_below) {
      find_bracket (self, ranks[k], &bracket);
      collect (self, &bracket);
      n_below = 0;
    }
    selected[k] = select_found (self, &n_below, (size_t) (ranks[k] - bracket.low.n_below - 1));
  }
}

/**
 * kernel_slope_selection:
 * @slopes: points in blocks, with at least one pair; the extent of the values over the
 *   shortest time must be a double
 * @n_ranks: how many slopes are wanted
 * @ranks: shape (@n_ranks), rising; 1 is the lowest slope, @slopes->n_pairs the highest
 * @work: overwritten
 * @selected: (out): shape (@n_ranks), the slopes of these ranks among all pairs, in the
 *   unit of the values over that of the times
 *
 * Selects slopes by rank without working all of them out. How many pairs have a slope below
 * a given one is the number of points out of order above a line that steep, O(n log n); a
 * few such counts close in on a rank until at most 16 n + 4096 pairs are left, and those
 * are worked out. The pairs drawn to begin with only say where to count; the answer is the
 * slope of one pair of points, as exact as its division, whatever was drawn. Where more
 * pairs than that have one slope to within the rounding of the values, that slope is the
 * answer.
 *
 * Source: J. Matoušek (1991), Inform. Process. Lett. 39, 183-187 (randomised selection);
 * R. Cole, J. S. Salowe, W. L. Steiger, E. Szemerédi (1989), SIAM J. Comput. 18, 792-810
 * (counting by inversions).
 */
void
kernel_slope_selection (const KernelSlopes *slopes,
                        size_t n_ranks,
                        const uint64_t *ranks,
                        KernelSlopeWork work,
                        double *selected)
{
  const size_t n = slopes->n_points;
  Selection self = {
    .slopes = slopes,
    .times = work.numbers,
    .values = work.numbers + n,
    .heights = work.numbers + 2 * n,
    .found = work.numbers + 3 * n,
    .most_found = most_found (n),
    .keys = work.keys,
    .spare = work.keys + n,
    .order = work.keys + 2 * n,
    .samples = work.keys + 3 * n,
  };
  size_t n_below = 0;

  if (slopes->n_pairs > self.most_found) {
    select_by_counting (&self, n_ranks, ranks, selected);
    return;
  }

  collect_all (&self);
  for (size_t k = 0; k < n_ranks; k++)
    selected[k] = select_found (&self, &n_below, (size_t) (ranks[k] - 1));
}
