/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linkage.h"

#include "kernel/linkage-season.h"
#include "kernel/median.h"
#include "kernel/normal.h"

#include <math.h>
#include <string.h>

/* Each route speaks at this chance; the pair of them then in one of twenty at most where
 * nothing is there. Of long series the two are less apart, and of short ones a season stays in.
 */
static const double CHANCE = 0.10;
static const double CHANCE_OUTSIDE = 0.05;
#define SHORT 24
#define LONG 100

/* Deviates of a 95% interval, and of what is seen four times of five. */
static const double INTERVAL = 1.96;
static const double POWER = 0.84;

/* The closest correlation that an interval is worked out of. */
static const double CLOSEST = 0.999;

/* Spreads beyond which an innovation is a shock; fewer where its share of all that is there is
 * larger.
 */
static const double FAR = 2.5;
static const double FAR_OF_FEW = 2.25;
#define FEW 36

/* Of a median distance to the spread. */
static const double MEDIAN_TO_SPREAD = 1.4826;

/* Fewer differing values are a status or a scale, not a figure. */
#define FEWEST_VALUES 4

static bool
agree (const KernelLagged *a, const KernelLagged *b, double chance)
{
  const size_t apart = a->lag > b->lag ? a->lag - b->lag : b->lag - a->lag;

  return a->chance <= chance && b->chance <= chance && a->r * b->r > 0 && apart <= 1;
}

/**
 * kernel_linkage_bound:
 * @most_lag: the longest lag that was looked at
 * @found: (inout): its first route read, its bounds written
 *
 * What the correlation may be, and the one that would be seen four times of five at these
 * degrees of freedom.
 *
 * Source: R. A. Fisher (1921), Metron 1, 3-32.
 */
void
kernel_linkage_bound (size_t most_lag, KernelLinkage *found)
{
  const double error = 1 / sqrt (fmax ((double) found->level.freedom - 1, 1));
  const double z = atanh (fmin (fmax (found->level.r, -CLOSEST), CLOSEST));
  const double each = 1 - pow (1 - CHANCE, 1 / ((double) most_lag + 1));

  found->low = tanh (z - INTERVAL * error);
  found->high = tanh (z + INTERVAL * error);
  found->smallest = tanh ((kernel_normal_quantile (1 - each / 2) + POWER) * error);
}

/**
 * kernel_linkage_judge:
 * @found: both routes and the bounds
 *
 * They move together where both routes say so, in the same direction and at lags no more than
 * one apart; none as strong as a half was seen where the interval excludes it and it would have
 * been seen four times of five.
 *
 * Source: Haugh (1976); the rule's rates are those of the simulation in tests/bench.
 *
 * Returns: the verdict
 */
KernelLinkageVerdict
kernel_linkage_judge (const KernelLinkage *found)
{
  const bool is_usual = found->n_used >= SHORT && found->n_used <= LONG;

  if (agree (&found->level, &found->change, is_usual ? CHANCE : CHANCE_OUTSIDE))
    return KERNEL_LINKAGE_MOVES_WITH;
  if (fmax (fabs (found->low), fabs (found->high)) < KERNEL_LINKAGE_STRONG &&
      found->smallest < KERNEL_LINKAGE_STRONG)
    return KERNEL_LINKAGE_NONE_STRONG;

  return KERNEL_LINKAGE_CANNOT_TELL;
}

/**
 * kernel_linkage_decide:
 * @n_used: periods in which both series are there
 * @routes: as they are, and by their changes
 * @x: what is ahead
 * @y: what follows
 * @most_lag: how many periods it may be ahead
 * @found: (out): whether they move together, before shocks are looked for
 *
 * Correlates what is new in both, as they are and by their changes, and judges it as
 * [func@kernel_linkage_judge] does. O(n L) time.
 *
 * Source: Haugh (1976).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT where too few periods can be held against each other
 */
KernelStatus
kernel_linkage_decide (size_t n_used,
                       const KernelRoute routes[2],
                       const KernelBothWays *x,
                       const KernelBothWays *y,
                       size_t most_lag,
                       KernelLinkage *found)
{
  const size_t n = routes[0].asked.n;
  KernelLinkage made = { .n_used = n_used };
  KernelStatus status;

  status = kernel_lagged_correlation (n, x->level.scores, y->level.scores, most_lag,
                                      routes[0].n_taken, &made.level);
  if (status == KERNEL_OK)
    status = kernel_lagged_correlation (n, x->change.scores, y->change.scores, most_lag,
                                        routes[1].n_taken, &made.change);
  if (status != KERNEL_OK)
    return status;
  kernel_linkage_bound (most_lag, &made);
  made.verdict = kernel_linkage_judge (&made);
  *found = made;

  return KERNEL_OK;
}

/* Distances from the median in robust spreads. */
static KernelStatus
standardise (size_t n, const double *values, double *work, double *standard)
{
  double median, spread;
  size_t n_used;
  KernelStatus status = kernel_median (n, values, NULL, work, &median, &n_used);

  if (status != KERNEL_OK)
    return status;
  for (size_t i = 0; i < n; i++)
    standard[i] = fabs (values[i] - median);
  status = kernel_median (n, standard, NULL, work, &spread, &n_used);
  for (size_t i = 0; i < n; i++)
    standard[i] /= MEDIAN_TO_SPREAD * spread;

  return status;
}

static bool
is_far_about (size_t n, const double *standard, size_t i, double far)
{
  return standard[i] > far || (i > 0 && standard[i - 1] > far) ||
         (i + 1 < n && standard[i + 1] > far);
}

static void
mark_shocks (size_t n, const double *x, const double *y, double *work, double *marks)
{
  const double far = n < FEW ? FAR_OF_FEW : FAR;
  double *far_x = work + n, *far_y = work + 2 * n;

  if (standardise (n, x, work, far_x) != KERNEL_OK || standardise (n, y, work, far_y) != KERNEL_OK)
    return;
  for (size_t i = 0; i < n; i++) {
    if (far_x[i] > far && is_far_about (n, far_y, i, far))
      marks[i] = 1;
  }
}

/**
 * kernel_linkage_shocks:
 * @n: periods
 * @x: what is ahead
 * @y: what follows
 * @work: shape (4 @n), overwritten
 * @shocks: (out): shape (%KERNEL_BASIS_MOST_EVENTS), the first of them in order of time
 *
 * Periods in which the first series was further out than 2.5 spreads (2.25 of fewer than 36
 * periods), by the median distance from the median, and the second was too, then or one period
 * away. O(n) time.
 *
 * Source: F. R. Hampel (1974), JASA 69, 383-393 (median distance).
 *
 * Returns: how many shocks are in @shocks
 */
size_t
kernel_linkage_shocks (size_t n,
                       const KernelBothWays *x,
                       const KernelBothWays *y,
                       double *work,
                       size_t *shocks)
{
  double *marks = work + 3 * n;
  size_t n_shocks = 0;

  memset (marks, 0, n * sizeof *marks);
  mark_shocks (n, x->level.innovations, y->level.innovations, work, marks);
  mark_shocks (n, x->change.innovations, y->change.innovations, work, marks);
  for (size_t i = 0; i < n && n_shocks < KERNEL_BASIS_MOST_EVENTS; i++) {
    if (marks[i] > 0)
      shocks[n_shocks++] = i;
  }

  return n_shocks;
}

/* The working memory of one test. */
typedef struct {
  KernelRoute routes[2];
  double *route_work[2];
  KernelBothWays x, y;
  int64_t *order;
} Bench;

static Bench
lay_out (size_t n, double *work, int64_t *order)
{
  double *at = work + 2 * KERNEL_ROUTE_WORK (n);

  return (Bench){
    .route_work = { work, work + KERNEL_ROUTE_WORK (n) },
    .x = { { at, at + n, { 0 } }, { at + 2 * n, at + 3 * n, { 0 } } },
    .y = { { at + 4 * n, at + 5 * n, { 0 } }, { at + 6 * n, at + 7 * n, { 0 } } },
    .order = order,
  };
}

static KernelStatus
whiten_both (const KernelRoute *route,
             const double *x,
             const double *y,
             int64_t *order,
             KernelWhitened *new_x,
             KernelWhitened *new_y)
{
  const KernelStatus status = kernel_route_whiten (route, x, order, new_x);

  return status == KERNEL_OK ? kernel_route_whiten (route, y, order, new_y) : status;
}

static KernelStatus
look (Bench *bench,
      const KernelLinkageAsked *asked,
      size_t n_used,
      const double *x,
      const double *y,
      KernelLinkage *found)
{
  for (int way = 0; way < 2; way++) {
    const KernelBasisAsked basis = {
      asked->n, asked->used, asked->season, way == 1, asked->n_events, asked->events,
    };
    KernelRoute *route = &bench->routes[way];
    KernelStatus status = kernel_linkage_route (&basis, bench->route_work[way], route);

    if (status == KERNEL_OK)
      status = whiten_both (route, x, y, bench->order, way ? &bench->x.change : &bench->x.level,
                            way ? &bench->y.change : &bench->y.level);
    if (status != KERNEL_OK)
      return status;
  }

  return kernel_linkage_decide (n_used, bench->routes, &bench->x, &bench->y, asked->most_lag,
                                found);
}

/* Looks again without the periods in which both were far out; an event that is known has nothing
 * new to be far out.
 */
static KernelStatus
look_past_shocks (Bench *bench,
                  const KernelLinkageAsked *asked,
                  const double *x,
                  const double *y,
                  double *work,
                  KernelLinkage *found)
{
  size_t events[KERNEL_BASIS_MOST_EVENTS], n_events = asked->n_events;
  KernelLinkageAsked again = *asked;
  KernelLinkage without;
  KernelStatus status;

  found->n_shocks = kernel_linkage_shocks (asked->n, &bench->x, &bench->y, work, found->shocks);
  for (size_t k = 0; k < asked->n_events; k++)
    events[k] = asked->events[k];
  for (size_t k = 0; k < found->n_shocks && n_events < KERNEL_BASIS_MOST_EVENTS; k++)
    events[n_events++] = found->shocks[k];
  if (n_events == asked->n_events)
    return KERNEL_OK;

  again.n_events = n_events;
  again.events = events;
  status = look (bench, &again, found->n_used, x, y, &without);
  if (status == KERNEL_OK && without.verdict == KERNEL_LINKAGE_MOVES_WITH)
    found->n_shocks = 0;
  else
    found->verdict = KERNEL_LINKAGE_CANNOT_TELL;

  return KERNEL_OK;
}

static void
hold_to_season (const Bench *bench, const KernelLinkageAsked *asked, KernelLinkage *found)
{
  found->season = kernel_linkage_season (
      asked->n, asked->season, bench->routes[1].basis.n_plain - 1, &bench->x, &bench->y, found);
  if (found->season != KERNEL_LINKAGE_BESIDE_SEASON)
    found->verdict = KERNEL_LINKAGE_CANNOT_TELL;
}

/**
 * kernel_linkage_varies:
 * @n: periods
 * @used: shape (@n), or NULL where all are
 * @values: shape (@n)
 *
 * Whether a series has the four differing values that a figure has, and a status or a scale has
 * not.
 *
 * Source: definition.
 *
 * Returns: whether it has
 */
bool
kernel_linkage_varies (size_t n, const uint8_t *used, const double *values)
{
  double seen[FEWEST_VALUES];
  size_t n_seen = 0;

  for (size_t i = 0; i < n && n_seen < FEWEST_VALUES; i++) {
    size_t k = 0;

    if (used && !used[i])
      continue;
    while (k < n_seen && seen[k] != values[i])
      k++;
    if (k == n_seen)
      seen[n_seen++] = values[i];
  }

  return n_seen == FEWEST_VALUES;
}

/**
 * kernel_linkage:
 * @asked: what is asked
 * @x: shape (n), what is ahead; finite in the periods that are used
 * @y: shape (n), what follows
 * @work: shape (KERNEL_LINKAGE_WORK (n)), overwritten
 * @order: shape (2 n), overwritten
 * @found: (out): whether they move together
 *
 * Whether one series foretells another beyond what each foretells of itself: level, line and
 * season are taken off both, then each is filtered by its own past, and normal scores of what is
 * new are correlated at each lag, of the series and of their changes. Where both say that the two
 * move together, it is looked at again without the periods in which both were far out; one event
 * that moved both is no linkage; and a season of a shape that could not be taken off is held to
 * account by [func@kernel_linkage_season]. O(n c² + n L) time for c columns.
 *
 * Source: Haugh (1976); Hurvich and Tsai (1989); Blom (1958); Šidák (1967).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than %KERNEL_LINKAGE_FEWEST periods;
 * %KERNEL_ERR_DOMAIN for a series of fewer than 4 differing values or of which nothing is left;
 * %KERNEL_ERR_PARAMETER for too many events or one beyond the series
 */
KernelStatus
kernel_linkage (const KernelLinkageAsked *asked,
                const double *x,
                const double *y,
                double *work,
                int64_t *order,
                KernelLinkage *found)
{
  Bench bench = lay_out (asked->n, work, order);
  size_t n_used = 0;
  KernelLinkage made;
  KernelStatus status;

  for (size_t i = 0; i < asked->n; i++)
    n_used += !asked->used || asked->used[i];
  if (n_used < KERNEL_LINKAGE_FEWEST)
    return KERNEL_ERR_TOO_SHORT;
  if (!kernel_linkage_varies (asked->n, asked->used, x) ||
      !kernel_linkage_varies (asked->n, asked->used, y))
    return KERNEL_ERR_DOMAIN;
  status = look (&bench, asked, n_used, x, y, &made);
  if (status != KERNEL_OK)
    return status;
  if (made.verdict == KERNEL_LINKAGE_MOVES_WITH)
    status = look_past_shocks (&bench, asked, x, y, work, &made);
  if (made.verdict == KERNEL_LINKAGE_MOVES_WITH)
    hold_to_season (&bench, asked, &made);
  *found = made;

  return status;
}
