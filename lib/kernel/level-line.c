/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/level-line.h"

#include <math.h>
#include <string.h>

#define TILE 32
#define LEVEL_UNITS 2
#define LINE_UNITS 3

/* How far rounding of the running sums may go, of a sum of squares near n. */
#define ROUNDING 1e-11

const KernelLevelLineSettings kernel_level_line_default = {
  .floor = 0.03,
  .cost = 4,
  .least_level = 2,
  .least_line = 3,
};

/* Running sums over the points before each index, so that the sum of squares of any
 * stretch is a few differences; x is the value, t the time.
 */
typedef struct {
  size_t n;
  const KernelLevelLineSettings *settings;
  double *x, *xx, *xt, *t, *tt;
  double *per_point;  /* 1/m */
  double *per_spread; /* 1/(sum of squares of m equally spaced times) */
  bool is_even;
  double *least; /* least total of the points before each index */
  size_t *starts, n_starts;
  size_t *trace; /* ends of segments << 1 | is_line, the last one first */
} Sums;

/* A choice of segments that has the least sum of squares of all with so many units:
 * a corner of the lower hull.
 *
 * @price: what a unit cost when it was found
 * @total: sum of squares and price of the units
 */
typedef struct {
  double units, rss, price, total;
} Corner;

typedef struct {
  Sums *sums;
  size_t *best_trace, n_best;
  double best, unit_cost;
  KernelLevelLineFit *fit;
} Search;

/* A fit of the points from @i up to @j: what is left over around a level and a line. */
typedef struct {
  double level, line;
} Leftover;

static inline Leftover
leftover (double m_inverse, double x, double xx, double xt, double t, double spread_inverse)
{
  const double mean = x * m_inverse;
  const double level = xx - x * mean;
  const double along = xt - t * mean;

  return (Leftover){ level, level - along * along * spread_inverse };
}

static inline double
spread_inverse (const Sums *s, size_t i, size_t j)
{
  if (s->is_even)
    return s->per_spread[j - i];

  const double t = s->t[j] - s->t[i];
  const double spread = s->tt[j] - s->tt[i] - t * t * s->per_point[j - i];

  return spread > 0 ? 1 / spread : 0;
}

static inline Leftover
leftover_of (const Sums *s, size_t i, size_t j)
{
  return leftover (s->per_point[j - i], s->x[j] - s->x[i], s->xx[j] - s->xx[i], s->xt[j] - s->xt[i],
                   s->t[j] - s->t[i], spread_inverse (s, i, j));
}

/* The least total up to @j if its last segment starts at @i. */
static inline double
total_from (const Sums *s, double price, size_t i, size_t j, bool *is_line)
{
  const Leftover left = leftover_of (s, i, j);
  const bool has_level = j - i >= s->settings->least_level;
  const bool has_line = j - i >= s->settings->least_line;
  const double level = has_level ? s->least[i] + (left.level + LEVEL_UNITS * price) : INFINITY;
  const double line = has_line ? s->least[i] + (left.line + LINE_UNITS * price) : INFINITY;

  *is_line = line < level;

  return line < level ? line : level;
}

/* Lowers the totals of a tile of columns by what starting at @i gives. */
static void
lower_tile (const Sums *s, double price, size_t i, size_t first, double *restrict totals)
{
  const double x_i = s->x[i], xx_i = s->xx[i], xt_i = s->xt[i], t_i = s->t[i];
  const double before = s->least[i];
  const double *restrict per_point = s->per_point + (first - i);
  const double *restrict x = s->x + first, *restrict xx = s->xx + first;
  const double *restrict xt = s->xt + first, *restrict t = s->t + first;
  const double *restrict per_spread = s->per_spread + (first - i);
  double uneven[TILE];

  if (!s->is_even) {
    for (size_t k = 0; k < TILE; k++)
      uneven[k] = first + k <= s->n ? spread_inverse (s, i, first + k) : 0;
    per_spread = uneven;
  }
  for (size_t k = 0; k < TILE; k++) {
    const Leftover left =
        leftover (per_point[k], x[k] - x_i, xx[k] - xx_i, xt[k] - xt_i, t[k] - t_i, per_spread[k]);
    const double level = before + (left.level + LEVEL_UNITS * price);
    const double line = before + (left.line + LINE_UNITS * price);
    const double lower = line < level ? line : level;

    totals[k] = lower < totals[k] ? lower : totals[k];
  }
}

/* Of each two of the older half, keeps the one that has come out lower so far. */
static void
thin_starts (Sums *s, size_t at)
{
  size_t to = 0, from = 0;

  for (; from + 1 < s->n_starts / 2; from += 2) {
    const size_t a = s->starts[from], b = s->starts[from + 1];
    const double total_a = s->least[a] + leftover_of (s, a, at).line;
    const double total_b = s->least[b] + leftover_of (s, b, at).line;

    s->starts[to++] = total_a <= total_b ? a : b;
  }
  memmove (s->starts + to, s->starts + from, (s->n_starts - from) * sizeof *s->starts);
  s->n_starts -= from - to;
}

/* Drops starts that can never again be part of the least total: whatever follows,
 * starting afresh at @at costs no more than having started there.
 */
static void
drop_starts (Sums *s, size_t at)
{
  const double rounding = ROUNDING * (double) s->n;
  size_t n_kept = 0;

  for (size_t k = 0; k < s->n_starts; k++) {
    const size_t i = s->starts[k];
    const bool is_behind =
        i < at && s->least[i] + leftover_of (s, i, at).line > s->least[at] + rounding;

    if (isfinite (s->least[i]) && !is_behind)
      s->starts[n_kept++] = i;
  }
  s->n_starts = n_kept;
  if (s->settings->most_starts > 0 && n_kept > s->settings->most_starts)
    thin_starts (s, at);
}

/* Finds the least total of every stretch from the first point, TILE ends at a time. */
static void
go_through (Sums *s, double price)
{
  const size_t level = s->settings->least_level, line = s->settings->least_line;
  const size_t apart = line > level ? line : level;

  s->least[0] = 0;
  s->n_starts = 0;
  for (size_t first = 1; first <= s->n; first += TILE) {
    const size_t end = first + TILE <= s->n + 1 ? first + TILE : s->n + 1;
    double totals[TILE];
    size_t n_far = 0;

    for (size_t k = 0; k < TILE; k++)
      totals[k] = INFINITY;
    while (n_far < s->n_starts && s->starts[n_far] + apart <= first)
      lower_tile (s, price, s->starts[n_far++], first, totals);
    for (size_t j = first; j < end; j++) {
      bool is_line;
      double least = totals[j - first];

      s->starts[s->n_starts++] = j - 1;
      for (size_t k = n_far; k < s->n_starts; k++) {
        const double total = total_from (s, price, s->starts[k], j, &is_line);
        least = total < least ? total : least;
      }
      s->least[j] = least;
    }
    if (end > apart)
      drop_starts (s, end - apart);
  }
}

/* Walks back along the least total; ties go to the earlier start, and to the level. */
static Corner
trace_back (Sums *s, double price, size_t *n_trace)
{
  Corner corner = { .price = price };
  size_t n = 0;

  for (size_t j = s->n; j > 0;) {
    size_t start = 0;
    bool is_line, start_is_line = false;
    double least = INFINITY;

    for (size_t i = 0; i < j; i++) {
      const double total = total_from (s, price, i, j, &is_line);

      if (total < least) {
        least = total;
        start = i;
        start_is_line = is_line;
      }
    }
    const Leftover left = leftover_of (s, start, j);
    const double rss = start_is_line ? left.line : left.level;
    corner.rss += rss > 0 ? rss : 0;
    corner.units += start_is_line ? LINE_UNITS : LEVEL_UNITS;
    s->trace[n++] = start << 1 | start_is_line;
    j = start;
  }
  corner.total = corner.rss + price * corner.units;
  *n_trace = n;

  return corner;
}

static double
criterion (const Search *self, double units, double rss)
{
  const double n = (double) self->sums->n;
  const double share = (rss > 0 ? rss : 0) / n;

  return n * log (share + self->sums->settings->floor) + self->unit_cost * units;
}

static Corner
find_corner (Search *self, double price)
{
  size_t n_trace;

  go_through (self->sums, price);
  const Corner corner = trace_back (self->sums, price, &n_trace);
  const double value = criterion (self, corner.units, corner.rss);
  self->fit->n_passes++;
  if (value < self->best) {
    self->best = value;
    self->n_best = n_trace;
    memcpy (self->best_trace, self->sums->trace, n_trace * sizeof *self->best_trace);
    self->fit->rss = corner.rss;
    self->fit->n_units = (size_t) corner.units;
  }

  return corner;
}

/* No sum of squares with @units units lies below the prices of its neighbours. */
static double
bound (const Search *self, const Corner *few, const Corner *many, double units)
{
  const double below = many->total - many->price * units;
  const double above = isinf (few->price) ? below : few->total - few->price * units;

  return criterion (self, units, above > below ? above : below);
}

/* Whether no number of units strictly between can come out below the best.  Along
 * each of the two prices the criterion is concave, so its ends decide.
 */
static bool
is_settled (const Search *self, const Corner *few, const Corner *many)
{
  const double first = few->units + 1, last = ceil (many->units) - 1;
  double crossing = first;

  if (first > last)
    return true;
  if (!isinf (few->price) && few->price > many->price)
    crossing = (few->total - many->total) / (few->price - many->price);
  crossing = crossing < first ? first : crossing > last ? last : crossing;

  const double ends[] = { first, floor (crossing), ceil (crossing), last };
  for (size_t k = 0; k < 4; k++) {
    if (bound (self, few, many, ends[k]) < self->best)
      return false;
  }

  return true;
}

static void
search_between (Search *self, const Corner *few, const Corner *many)
{
  if (is_settled (self, few, many))
    return;

  const double price = (few->rss - many->rss) / (many->units - few->units);
  if (!(price > 0))
    return;
  const Corner corner = find_corner (self, price);
  if (corner.units <= few->units || corner.units >= many->units)
    return;
  search_between (self, few, &corner);
  search_between (self, &corner, many);
}

/* The criterion is a concave function of units and sum of squares that rises with
 * both, so it is least in a corner of the lower hull of all that is possible; and a
 * corner is what has the least total at some price of a unit.
 */
static void
search (Search *self)
{
  const Sums *s = self->sums;
  const double n = (double) s->n;
  const Corner one = { LEVEL_UNITS, s->xx[s->n] - s->x[s->n] * s->x[s->n] / n, INFINITY, 0 };
  Corner corner = one;

  self->best = criterion (self, one.units, one.rss);
  self->fit->rss = one.rss > 0 ? one.rss : 0;
  self->fit->n_units = LEVEL_UNITS;
  self->best_trace[0] = 0;
  self->n_best = 1;
  for (;;) {
    const double units = corner.units;

    corner = find_corner (self, self->unit_cost * (corner.rss / n + s->settings->floor));
    if (corner.units <= units)
      break;
  }

  const double most = (self->best - n * log (s->settings->floor)) / self->unit_cost;
  const Corner none = { most, 0, 0, 0 };
  search_between (self, &one, &corner);
  search_between (self, &corner, &none);
}

/* Values around their mean, times around the middle, against rounding. */
static void
sum_up (Sums *s, const double *values, const double *times)
{
  double mean = 0, middle = times ? times[0] / 2 + times[s->n - 1] / 2 : ((double) s->n - 1) / 2;

  for (size_t i = 0; i < s->n; i++)
    mean += values[i] / (double) s->n;
  s->x[0] = s->xx[0] = s->xt[0] = s->t[0] = s->tt[0] = 0;
  for (size_t i = 0; i < s->n + TILE; i++) {
    const double x = i < s->n ? values[i] - mean : 0;
    const double t = i < s->n ? (times ? times[i] : (double) i) - middle : 0;

    s->x[i + 1] = s->x[i] + x;
    s->xx[i + 1] = s->xx[i] + x * x;
    s->xt[i + 1] = s->xt[i] + x * t;
    s->t[i + 1] = s->t[i] + t;
    s->tt[i + 1] = s->tt[i] + t * t;
  }
  for (size_t i = 0; i <= s->n + TILE; i++) {
    const double m = (double) i;

    s->per_point[i] = i > 0 ? 1 / m : 0;
    s->per_spread[i] = i > 1 ? 12 / (m * (m * m - 1)) : 0;
  }
}

/**
 * kernel_level_line_n_work:
 * @n: number of values
 *
 * Returns: how many doubles [func@kernel_level_line] needs to work in
 */
size_t
kernel_level_line_n_work (size_t n)
{
  return 8 * (n + TILE + 1);
}

/**
 * kernel_level_line_n_order:
 * @n: number of values
 *
 * Returns: how many indices [func@kernel_level_line] needs to work in
 */
size_t
kernel_level_line_n_order (size_t n)
{
  return 3 * (n + 1);
}

static bool
makes_sense (const KernelLevelLineSettings *settings)
{
  return settings->floor > 0 && isfinite (settings->floor) && settings->cost > 0 &&
         isfinite (settings->cost) && settings->least_level >= 1 && settings->least_line >= 2;
}

/**
 * kernel_level_line:
 * @n: number of values
 * @values: shape (@n), in units of their own spread; none may be missing
 * @times: (nullable): shape (@n), increasing; `NULL` is 0, 1, 2 …
 * @settings: what decides how many segments there are
 * @work: shape (kernel_level_line_n_work (@n)), overwritten
 * @order: shape (kernel_level_line_n_order (@n)), overwritten
 * @segments: (out): room for @n segments; those chosen, in time
 * @fit: (out): what was chosen
 *
 * Cuts a series into stretches that are level or straight lines, so that
 * n log (RSS/n + floor) + cost log (n) units is least: of all cuts there are, unless
 * most_starts is set. RSS is the sum of squares left over, a level takes two units, a
 * line three, their places included.
 *
 * One pass at a given price of a unit is optimal partitioning with pruning of starts;
 * few prices are needed, since the criterion is least in a corner of the lower hull
 * and whole ranges of prices are ruled out by bounds. O(n) memory; a pass takes
 * O(n^2) time at worst, and O(n) where changes are regular; with most_starts, O(n
 * most_starts). Ties go to the earlier start and to the level.
 *
 * Source: B. Jackson et al. (2005), IEEE Signal Processing Letters 12, 105-108
 * (optimal partitioning); R. Killick, P. Fearnhead, I. Eckley (2012), JASA 107,
 * 1590-1598 (pruning); K. Haynes, I. Eckley, P. Fearnhead (2017), JCGS 26, 134-143
 * (prices).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than two values or than a level needs;
 * %KERNEL_ERR_PARAMETER for settings that make no sense; %KERNEL_ERR_DOMAIN for a
 * value that is missing or infinite
 */
KernelStatus
kernel_level_line (size_t n,
                   const double *values,
                   const double *times,
                   const KernelLevelLineSettings *settings,
                   double *work,
                   size_t *order,
                   KernelSegment *segments,
                   KernelLevelLineFit *fit)
{
  const size_t room = n + TILE + 1;

  if (!makes_sense (settings))
    return KERNEL_ERR_PARAMETER;
  if (n < 2 || n < settings->least_level)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]) || (times && !isfinite (times[i])))
      return KERNEL_ERR_DOMAIN;
  }

  Sums s = { .n = n, .settings = settings, .is_even = times == NULL };
  double **const arrays[] = {
    &s.x, &s.xx, &s.xt, &s.t, &s.tt, &s.per_point, &s.per_spread, &s.least
  };
  for (size_t k = 0; k < sizeof arrays / sizeof *arrays; k++)
    *arrays[k] = work + k * room;
  s.starts = order;
  s.trace = order + (n + 1);
  sum_up (&s, values, times);

  *fit = (KernelLevelLineFit){ 0 };
  Search self = { .sums = &s,
                  .best_trace = order + 2 * (n + 1),
                  .unit_cost = settings->cost * log ((double) n),
                  .fit = fit };
  search (&self);
  fit->criterion = self.best;
  fit->n_segments = self.n_best;
  for (size_t k = 0; k < self.n_best; k++) {
    const size_t traced = self.best_trace[self.n_best - 1 - k];
    segments[k] = (KernelSegment){ traced >> 1, traced & 1 };
  }

  return KERNEL_OK;
}
