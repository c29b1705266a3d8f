/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/pile-up.h"

#include "kernel/log-linear.h"
#include "kernel/student.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* The smooth part is a polynomial of this degree. */
#define DEGREE 3

/* Before its logarithm is taken, half the lengths that count are added to a length over this: so
 * near the shortest a step does not outweigh all others.
 */
#define SOFTENING 4.0

/* Limits nearer than this to the one that is asked about may share its pile. */
#define TOO_NEAR 4

/* From @low to @high, both included. */
typedef struct {
  int64_t low, high;
} Span;

typedef struct {
  const KernelLengths *lengths;
  const KernelPileUpShape *shape;
  size_t n, n_columns;
  int64_t limit, low; /* the first length that counts */
  double *columns, *counts, *expected, *gradient, *work;
} Around;

static size_t
count_columns (const KernelPileUpShape *shape)
{
  return 1 + DEGREE + (shape->period > 1 ? shape->period - 1 : 0) + shape->n_faces;
}

/**
 * kernel_pile_up_n_work:
 * @shape: what is looked for
 *
 * Returns: how many doubles a look needs
 */
size_t
kernel_pile_up_n_work (const KernelPileUpShape *shape)
{
  const size_t n = 2 * shape->half + 1, m = count_columns (shape);

  return n * (m + 2) + m + kernel_log_linear_n_work (m);
}

static unsigned
remainder_of (int64_t length, unsigned period)
{
  const int64_t rest = length % (int64_t) period;

  return (unsigned) (rest < 0 ? rest + period : rest);
}

static double
count_at (const KernelLengths *lengths, int64_t length)
{
  const int64_t i = length - lengths->first;

  return i >= 0 && (uint64_t) i < lengths->n ? lengths->counts[i] : 0;
}

/* Whether the length @i from the first that counts is known by itself, or is the first of its row
 * that takes part.
 */
static bool
begins_row (const Around *self, size_t i)
{
  const size_t *rows = self->lengths->rows;
  const size_t k = (size_t) (self->low - self->lengths->first) + i;

  return !rows || i == 0 || k >= self->lengths->n || isnan (self->counts[i - 1]) ||
         rows[k] != rows[k - 1];
}

/* Sums that take part: what the degrees of freedom are of. */
static size_t
count_rows (const Around *self)
{
  size_t n = 0;

  for (size_t i = 0; i < self->n; i++)
    n += !isnan (self->counts[i]) && begins_row (self, i);

  return n;
}

static bool
is_in (Span span, int64_t length)
{
  return length >= span.low && length <= span.high;
}

/* Where a length lies, 0 at the limit and 1 as far beyond it as counts.  The longer, the further
 * apart lengths are spread: on a logarithm's scale a curve of few bends follows them, which
 * lengths on either side of 0 do not have.
 */
static double
place_of (const Around *self, int64_t length)
{
  const double half = (double) self->shape->half, soft = half / SOFTENING;
  const double limit = (double) self->limit + soft;

  if (self->lengths->first < 0)
    return (double) (length - self->limit) / half;

  return log (((double) length + soft) / limit) / log ((limit + half) / limit);
}

/* The remainders come first: they are 0 but for one, which spares most of the work. */
static void
write_row (const Around *self, int64_t length, double *row)
{
  const KernelPileUpShape *shape = self->shape;
  const double u = place_of (self, length);
  double power = 1;
  size_t k = 0;

  for (unsigned r = 1; r < shape->period; r++)
    row[k++] = remainder_of (length, shape->period) == r;
  for (unsigned f = 0; f < shape->n_faces; f++)
    row[k++] = remainder_of (length, shape->faces[f]) == 0;
  for (unsigned d = 0; d <= DEGREE; d++, power *= u)
    row[k++] = power;
}

/* The counts around the limit, those in @out left out. */
static void
lay_out (Around *self, double *work, Span out)
{
  const int64_t half = (int64_t) self->shape->half, first = self->lengths->first;

  self->n_columns = count_columns (self->shape);
  self->low = self->limit - half > first ? self->limit - half : first;
  self->n = (size_t) (self->limit + half - self->low + 1);
  self->columns = work;
  self->counts = self->columns + self->n * self->n_columns;
  self->expected = self->counts + self->n;
  self->gradient = self->expected + self->n;
  self->work = self->gradient + self->n_columns;
  for (size_t i = 0; i < self->n; i++) {
    const int64_t length = self->low + (int64_t) i;

    write_row (self, length, self->columns + i * self->n_columns);
    self->counts[i] = is_in (out, length) ? NAN : count_at (self->lengths, length);
  }
}

/* What there is in the window @in, what there would be, and how sure that is. */
static KernelPileUp
compare (const Around *self, const KernelLogLinear *fitted, Span in)
{
  const unsigned freedom = (unsigned) (count_rows (self) - self->n_columns);
  KernelPileUp look = { .freedom = freedom,
                        .dispersion = fmax (1, fitted->pearson / (double) freedom) };

  memset (self->gradient, 0, self->n_columns * sizeof *self->gradient);
  for (size_t i = 0; i < self->n; i++) {
    const int64_t length = self->low + (int64_t) i;

    look.n_filled += self->counts[i] > 0 && begins_row (self, i);
    if (!is_in (in, length))
      continue;
    look.observed += count_at (self->lengths, length);
    look.expected += self->expected[i];
    for (size_t k = 0; k < self->n_columns; k++)
      self->gradient[k] += self->expected[i] * self->columns[i * self->n_columns + k];
  }
  const double variance = kernel_least_squares_variance (&fitted->fit, self->gradient);
  look.z = (look.observed - look.expected) /
           sqrt (look.dispersion * variance + look.dispersion * look.expected);
  look.p = kernel_student_cdf (-look.z, freedom);

  return look;
}

/* The window @in from the lengths around it but those in @out. */
static KernelStatus
look (Around *self, Span in, Span out, double *work, KernelPileUp *result)
{
  KernelLogLinear fitted;

  if (self->shape->half == 0)
    return KERNEL_ERR_PARAMETER;
  if (out.low < self->lengths->first || out.low < self->limit - (int64_t) self->shape->half ||
      out.high > self->limit + (int64_t) self->shape->half)
    return KERNEL_ERR_TOO_SHORT;

  lay_out (self, work, out);
  const KernelStatus status = kernel_log_linear (self->n, self->n_columns, self->columns,
                                                 self->counts, self->expected, self->work, &fitted);
  if (status != KERNEL_OK)
    return status;
  if (count_rows (self) <= self->n_columns)
    return KERNEL_ERR_TOO_SHORT;
  *result = compare (self, &fitted, in);

  return KERNEL_OK;
}

static Span
window_of (const KernelPileUpShape *shape, int64_t limit)
{
  return (Span){ limit - (int64_t) shape->before, limit + (int64_t) shape->after };
}

/**
 * kernel_pile_up:
 * @lengths: how many cases took how long; none missing, none below 0
 * @shape: where to look
 * @limit: the last length that meets the limit
 * @around: (out) (nullable): shape (2 @shape->half + 1), what is expected at each length from
 *   @limit - half on; NaN for lengths that cannot be
 * @work: shape (kernel_pile_up_n_work (@shape))
 * @result: (out): the window beside what is expected
 *
 * Whether more cases end within a window at a limit than the lengths around it suggest: a
 * log-linear fit of the counts outside the window, with a cubic and a coefficient for each
 * remainder of the period, continued into the window; the difference over √(φ g'Cg + φE), on
 * Student's distribution.  The cubic is one of log (length + half/4), or of the length itself
 * where there are lengths below 0.  O(steps × half × columns²) time.
 *
 * Source: H. J. Kleven, M. Waseem (2013), Quarterly Journal of Economics 128, 669-723, section
 * III (counterfactual from the counts outside a window, with terms for round numbers); counts
 * and their variance by McCullagh and Nelder (1989), sections 6.2 and 9.2.  The scale of the
 * cubic is our own, by simulation (docs/methods/pileup.md).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a half of 0; %KERNEL_ERR_TOO_SHORT where the
 * window is not inside what is around it, or no more counts than coefficients are left;
 * %KERNEL_ERR_DOMAIN for a count below 0
 */
KernelStatus
kernel_pile_up (const KernelLengths *lengths,
                const KernelPileUpShape *shape,
                int64_t limit,
                double *around,
                double *work,
                KernelPileUp *result)
{
  Around self = { .lengths = lengths, .shape = shape, .limit = limit };
  const Span window = window_of (shape, limit);
  const KernelStatus status = look (&self, window, window, work, result);

  if (status != KERNEL_OK || !around)
    return status;
  const size_t n_none = 2 * shape->half + 1 - self.n;
  for (size_t i = 0; i < n_none; i++)
    around[i] = NAN;
  memcpy (around + n_none, self.expected, self.n * sizeof *around);

  return KERNEL_OK;
}

/**
 * kernel_pile_up_beyond:
 * @lengths, @shape, @limit, @work: as for [func@kernel_pile_up]
 * @result: (out): the lengths just beyond the window, beside what is expected of them
 *
 * Whether fewer cases than expected end just beyond the window.  Neither these lengths nor the
 * window take part in the fit, so that a pile does not raise what is expected here.
 *
 * Source, cost and Returns: as [func@kernel_pile_up]
 */
KernelStatus
kernel_pile_up_beyond (const KernelLengths *lengths,
                       const KernelPileUpShape *shape,
                       int64_t limit,
                       double *work,
                       KernelPileUp *result)
{
  Around self = { .lengths = lengths, .shape = shape, .limit = limit };
  const Span window = window_of (shape, limit);
  const Span beyond = { window.high + 1, window.high + (int64_t) shape->beyond };

  return look (&self, beyond, (Span){ window.low, beyond.high }, work, result);
}

/* Limits that are none, for comparison: as many lengths from the shortest that what is expected
 * of them is no guess from one side, and further beyond the limit than before it, as lengths
 * are spread out more there.
 */
static Span
others_of (const KernelLengths *lengths, const KernelPileUpShape *shape, int64_t limit)
{
  const int64_t half = (int64_t) shape->half, inside = lengths->first + half / 2;
  const int64_t low = limit - half;

  return (Span){ low > inside ? low : inside, limit + half + half / 3 };
}

/**
 * kernel_pile_up_rank:
 * @lengths, @shape, @limit, @work: as for [func@kernel_pile_up]
 * @z: what was found at @limit
 * @n_others: (out): other limits that were looked at
 *
 * How often a limit that is none looks as far above what is expected as @limit does: the same
 * look at each other length, from @shape->half before to four thirds of it after, but
 * not within half of it from the shortest and not within 4 of @limit.  O(2 half) looks.
 *
 * Source: R. A. Fisher (1935), The Design of Experiments, section 21 (a set of which the one
 * observed is a member, itself counted).
 *
 * Returns: the share, the limit itself counted in; 1 where there is no other
 */
double
kernel_pile_up_rank (const KernelLengths *lengths,
                     const KernelPileUpShape *shape,
                     int64_t limit,
                     double z,
                     double *work,
                     size_t *n_others)
{
  const Span others = others_of (lengths, shape, limit);
  size_t n = 0, n_as_far = 0;

  for (int64_t other = others.low; other <= others.high; other++) {
    Around self = { .lengths = lengths, .shape = shape, .limit = other };
    const Span window = window_of (shape, other);
    KernelPileUp found;

    if (is_in ((Span){ limit - TOO_NEAR, limit + TOO_NEAR }, other) ||
        look (&self, window, window, work, &found) != KERNEL_OK || isnan (found.z))
      continue;
    n++;
    n_as_far += found.z >= z;
  }
  *n_others = n;

  return (double) (1 + n_as_far) / (double) (1 + n);
}
