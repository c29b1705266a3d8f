/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/runs.h"

#include "kernel/side.h"

#include <string.h>

/**
 * kernel_runs_step:
 * @side: of the next point: 1 above the line, -1 below, 0 on it or not counted
 * @follows: whether a run may carry on from the point before
 * @state: (inout): the runs so far; begin with zeros
 *
 * Takes one more point into the runs about a line.
 *
 * Source: as kernel_runs().
 */
void
kernel_runs_step (int side, bool follows, KernelRunsState *state)
{
  KernelRuns *runs = &state->runs;

  if (!follows)
    state->side = 0;
  if (side == 0)
    return;

  state->length = side == state->side ? state->length + 1 : 1;
  runs->useful++;
  runs->chances += state->side != 0;
  runs->crossings += state->side == -side;
  runs->longest = state->length > runs->longest ? state->length : runs->longest;
  state->side = side;
}

/**
 * kernel_runs:
 * @n: number of points
 * @values: shape (@n), NaN where missing
 * @centre: shape (@n), the line, in the unit of @values
 * @counted: (nullable): shape (@n), 0 drops the point as if it lay on the line
 * @follows: (nullable): shape (@n), 0 where nothing is carried over from the point
 *   before: after a gap, after a missing value, at the start of a phase
 * @runs: (out): the counts
 *
 * Counts runs and crossings.
 *
 * Points on the line are dropped: they neither end a run nor lengthen it.  A run
 * never reaches across a point where @follows is 0, and no crossing is counted
 * there; @chances falls with it, so that gaps alone never make crossings few.
 * O(n) time, no allocation.
 *
 * Source: J. Anhoej, A. V. Olesen (2014), PLoS ONE 9, e113825.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_runs (size_t n,
             const double *values,
             const double *centre,
             const uint8_t *counted,
             const uint8_t *follows,
             KernelRuns *runs)
{
  KernelRunsState state = { { 0, 0, 0, 0 }, 0, 0 };

  for (size_t i = 0; i < n; i++)
    kernel_runs_step (!counted || counted[i] ? kernel_side (values[i], centre[i]) : 0,
                      !follows || follows[i], &state);

  *runs = state.runs;

  return KERNEL_OK;
}

/**
 * kernel_longest_run_limit:
 * @n_useful: number of useful points
 *
 * Longest run that chance alone commonly gives: round (log2 (n)) + 3.
 *
 * Source: M. F. Schilling (2012), The American Statistician 66, 132-135, as used by
 * J. Anhoej, A. V. Olesen (2014), PLoS ONE 9, e113825.  log2 of a whole number is
 * never halfway between two whole numbers, so the kind of rounding does not matter.
 *
 * Returns: the limit; a longer run is unusual; 0 without points
 */
size_t
kernel_longest_run_limit (size_t n_useful)
{
  return n_useful ? (size_t) lround (log2 ((double) n_useful)) + 3 : 0;
}

/**
 * kernel_crossings_limit:
 * @n_chances: pairs of neighbouring useful points
 *
 * Fewest crossings that chance alone commonly gives: the 5% quantile of the
 * binomial distribution with @n_chances tosses of a fair coin.
 *
 * Probabilities are taken relative to that of the middle, so that nothing
 * underflows, and the tail below k is half of all minus what lies between k and the
 * middle.  No probability k/2^n equals 1/20, so there are no ties to settle.
 * O(sqrt n) time, no allocation.
 *
 * Source: C. Chen (2010), J. Qual. Technol. 42, as used by J. Anhoej, A. V. Olesen
 * (2014), PLoS ONE 9, e113825: qbinom (0.05, n_useful - 1, 0.5).
 *
 * Returns: the limit; fewer crossings are unusual
 */
size_t
kernel_crossings_limit (size_t n_chances)
{
  const size_t middle = n_chances / 2;
  double term = 1, below = 0;

  for (size_t k = middle; k > 0 && term > 1e-20; k--) {
    term *= (double) k / (double) (n_chances - k + 1);
    below += term; /* relative probability of k - 1 */
  }

  /* Odd: two equal middles, each with @below under it.  Even: one. */
  const double all = 2 * below + (n_chances % 2 ? 2 : 1);
  double up_to = below + 1; /* of 0 ... k */
  size_t k = middle;
  term = 1;
  while (k > 0 && up_to - term >= 0.05 * all) {
    up_to -= term;
    term *= (double) k / (double) (n_chances - k + 1);
    k--;
  }

  return k;
}

/* Shares of 2^n: ways to cut n points into runs of at most @most, one run more at
 * each call.  @ways[m] is (ways for m points) / 2^m.
 */
static void
add_run (size_t n, size_t most, double *ways, double *next)
{
  for (size_t m = 0; m <= n; m++) {
    double sum = 0, weight = 0.5;

    for (size_t length = 1; length <= most && length <= m; length++) {
      sum += weight * ways[m - length];
      weight *= 0.5;
    }
    next[m] = sum;
  }
}

/**
 * kernel_runs_false_alarm:
 * @n_useful: number of useful points, none of them after a gap
 * @longest_max: a longer run is a signal
 * @crossings_min: fewer crossings are a signal
 * @work: shape (2 (@n_useful + 1)), overwritten
 * @chance: (out): chance that points which fall on either side like a fair coin
 *   give at least one of the two signals
 *
 * Exact: with c crossings there are c + 1 runs, so the share of quiet sequences is
 * twice the number of ways to cut @n_useful points into c + 1 runs of at most
 * @longest_max, summed over c >= @crossings_min, over 2^n.
 * O(n^2 @longest_max) time, no allocation.
 *
 * Source: by definition (compositions with bounded parts).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT without points
 */
KernelStatus
kernel_runs_false_alarm (size_t n_useful,
                         size_t longest_max,
                         size_t crossings_min,
                         double *work,
                         double *chance)
{
  double *ways = work, *next = work + n_useful + 1;
  double quiet = 0;

  if (n_useful == 0)
    return KERNEL_ERR_TOO_SHORT;

  memset (ways, 0, (n_useful + 1) * sizeof *ways);
  ways[0] = 1;
  for (size_t n_runs = 1; n_runs <= n_useful; n_runs++) {
    double *spent = ways;

    add_run (n_useful, longest_max, ways, next);
    ways = next;
    next = spent;
    if (n_runs >= crossings_min + 1)
      quiet += 2 * ways[n_useful];
  }
  *chance = 1 - quiet;

  return KERNEL_OK;
}
