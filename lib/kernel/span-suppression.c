/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/span-suppression.h"

#include <math.h>
#include <stdint.h>

/* In place of a span: from a border to the one before it, and to the one after. */
#define STEP_BACK SIZE_MAX
#define STEP_ON (SIZE_MAX - 1)

/* Between any two borders of steps lies a count.  What is shown of a span ties two borders
 * together, and in no step is there less than nothing, nor less or more than what else is known
 * allows.  How far a count that is not shown can move is then the length of the shortest way from
 * one border of it to the other, where what is shown is no way at all, a step back is as long as
 * what could be taken away there, and a step on as what could be added.
 */
typedef struct {
  const KernelSpans *spans;
  size_t count;               /* which of the counts */
  size_t level;               /* spans up to it are there */
  size_t *offsets, *incident; /* the spans at each border */
  size_t *through, *reached;  /* by which span a border was reached, and which were */
  size_t n_reached;
  size_t n_left; /* borders that may still be left at this level */
  double *distance;
} Search;

static double
count_between (const KernelSpans *spans, size_t count, size_t low, size_t high)
{
  const double *sums = spans->sums + count * (spans->n_steps + 1);

  return sums[high] - sums[low];
}

static double
count_of (const KernelSpans *spans, size_t count, size_t span)
{
  return count_between (spans, count, spans->first[span], spans->end[span]);
}

static bool
is_small (const KernelSpans *spans, double count)
{
  return count != 0 && fabs (count) < spans->threshold;
}

static bool
is_shown (const KernelSpans *spans, size_t span)
{
  return !spans->is_hidden[span];
}

static void
fill_borders (Search *self)
{
  const KernelSpans *spans = self->spans;
  size_t sum = 0;

  for (size_t i = 0; i < spans->n_steps + 2; i++)
    self->offsets[i] = 0;
  for (size_t s = 0; s < spans->n_spans; s++) {
    self->offsets[spans->first[s]]++;
    self->offsets[spans->end[s]]++;
  }
  for (size_t i = 0; i < spans->n_steps + 2; i++) {
    sum += self->offsets[i];
    self->offsets[i] = sum;
  }
  for (size_t s = spans->n_spans; s-- > 0;) {
    self->incident[--self->offsets[spans->first[s]]] = s;
    self->incident[--self->offsets[spans->end[s]]] = s;
  }
}

static Search
search_of (const KernelSpans *spans)
{
  const size_t n = spans->n_steps + 2;
  Search self = { .spans = spans,
                  .offsets = spans->nodes,
                  .through = spans->nodes + n,
                  .reached = spans->nodes + 2 * n,
                  .incident = spans->nodes + 3 * n,
                  .distance = spans->work };

  fill_borders (&self);
  for (size_t i = 0; i <= spans->n_steps; i++)
    self.distance[i] = INFINITY;

  return self;
}

static bool
reach (Search *self, size_t border, size_t span, double distance)
{
  if (!(distance < self->distance[border]))
    return false;
  if (isinf (self->distance[border]))
    self->reached[self->n_reached++] = border;
  self->distance[border] = distance;
  self->through[border] = span;

  return true;
}

/* Whatever is shown, a step holds no less and no more than it could. */
static bool
step_back (Search *self, size_t border, double limit)
{
  const double distance = self->distance[border];
  double room;

  if (border == 0)
    return false;
  room = self->spans->falls[self->count * self->spans->n_steps + border - 1];

  return distance + room < limit && reach (self, border - 1, STEP_BACK, distance + room) &&
         room == 0;
}

static bool
step_on (Search *self, size_t border, double limit)
{
  const double distance = self->distance[border];
  double room;

  if (border == self->spans->n_steps)
    return false;
  room = self->spans->rises[self->count * self->spans->n_steps + border];

  return distance + room < limit && reach (self, border + 1, STEP_ON, distance + room) && room == 0;
}

/* Whether a border was reached that is no further. */
static bool
leave (Search *self, size_t border, double limit)
{
  const KernelSpans *spans = self->spans;
  bool is_near = step_back (self, border, limit);

  is_near |= step_on (self, border, limit);

  self->n_left -= self->n_left > 0;

  for (size_t i = self->offsets[border]; i < self->offsets[border + 1]; i++) {
    const size_t span = self->incident[i];
    const bool upwards = spans->first[span] == border;
    const double room = is_shown (spans, span) ? 0 : INFINITY;

    if (spans->levels[span] <= self->level && self->distance[border] + room < limit &&
        reach (self, upwards ? spans->end[span] : spans->first[span], span,
               self->distance[border] + room))
      is_near = true;
  }

  return is_near;
}

/* The length of the shortest way, @limit if it is not shorter.  Lengths are whole numbers: what was
 * reached is left in the order of its length.
 */
static double
find_way (Search *self, size_t from, size_t to, double limit)
{
  for (size_t i = 0; i < self->n_reached; i++)
    self->distance[self->reached[i]] = INFINITY;
  self->n_reached = 0;
  reach (self, from, STEP_BACK, 0);
  for (double length = 0; length < limit && length < self->distance[to]; length++)
    for (bool again = true; again;) {
      again = false;
      for (size_t i = 0; i < self->n_reached; i++)
        if (self->distance[self->reached[i]] == length)
          again |= leave (self, self->reached[i], limit);
    }

  return fmin (self->distance[to], limit);
}

static double
size_of (const KernelSpans *spans, size_t span)
{
  double size = 0;

  for (size_t k = 0; k < spans->n_counts; k++)
    size += fabs (count_of (spans, k, span));

  return size;
}

/* Whether a step of the span could hold more, or less. */
static bool
has_room (const Search *self, size_t span, bool upwards)
{
  const KernelSpans *spans = self->spans;
  const double *rooms = (upwards ? spans->rises : spans->falls) + self->count * spans->n_steps;

  for (size_t i = spans->first[span]; i < spans->end[span]; i++)
    if (rooms[i] > 0)
      return true;

  return false;
}

/* Whether hiding the span, which is shown at this level, would leave more room that way. */
static bool
would_help (const Search *self, size_t span, bool upwards)
{
  return is_shown (self->spans, span) && self->spans->levels[span] == self->level &&
         has_room (self, span, upwards);
}

/* Whether to hide the first of two rather than the second; one without anything comes last. */
static bool
comes_first (const KernelSpans *spans, size_t span, size_t other)
{
  const double size = size_of (spans, span), other_size = size_of (spans, other);

  return other_size == 0 ? size > 0 : size > 0 && size < other_size;
}

/* Of the way that was found last the smallest span that can be hidden; n_spans if there is none. */
static size_t
choose_on_way (const Search *self, size_t from, size_t to)
{
  const KernelSpans *spans = self->spans;
  size_t chosen = spans->n_spans;

  for (size_t border = to; border != from;) {
    const size_t span = self->through[border];
    const bool is_span = span < spans->n_spans;
    const bool upwards = is_span && spans->end[span] == border;

    if (is_span && would_help (self, span, upwards) &&
        (chosen == spans->n_spans || comes_first (spans, span, chosen)))
      chosen = span;
    border = span == STEP_BACK ? border + 1
             : span == STEP_ON ? border - 1
             : upwards         ? spans->first[span]
                               : spans->end[span];
  }

  return chosen;
}

/* What else to hide so that the count between two borders can be more of what it could be;
 * n_spans where nothing has to be, or nothing helps.
 */
static size_t
choose_another (Search *self, size_t low, size_t high, bool *is_narrow)
{
  const double wanted = self->spans->threshold - 1;
  const double above = find_way (self, low, high, wanted);
  const size_t on_way_up = above < wanted ? choose_on_way (self, low, high) : self->spans->n_spans;
  const double below = find_way (self, high, low, wanted);

  *is_narrow = above + below < wanted;
  if (!*is_narrow)
    return self->spans->n_spans;

  const size_t on_way_down =
      below < wanted ? choose_on_way (self, high, low) : self->spans->n_spans;

  if (on_way_down == self->spans->n_spans || on_way_up == self->spans->n_spans)
    return on_way_up < on_way_down ? on_way_up : on_way_down;

  return comes_first (self->spans, on_way_down, on_way_up) ? on_way_down : on_way_up;
}

/* TRUE once the count may be so many others that it is hidden. */
static bool
hide (Search *self, size_t low, size_t high)
{
  bool is_narrow;

  for (;;) {
    const size_t other = choose_another (self, low, high, &is_narrow);

    if (other == self->spans->n_spans)
      return !is_narrow;
    self->spans->is_hidden[other] = true;
  }
}

static bool
is_whole (const KernelSpans *spans, size_t count)
{
  for (size_t i = 0; i <= spans->n_steps; i++) {
    const double sum = spans->sums[count * (spans->n_steps + 1) + i];

    if (sum != floor (sum) || fabs (sum) > 9007199254740992. ||
        (i > 0 && !spans->is_signed[count] && count_between (spans, count, i - 1, i) < 0))
      return false;
  }

  return true;
}

static bool
are_rooms (const double *rooms, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (!(rooms[i] >= 0) || rooms[i] != floor (rooms[i]))
      return false;

  return true;
}

static KernelStatus
check (const KernelSpans *spans)
{
  const size_t n_rooms = spans->n_counts * spans->n_steps;

  if (!(spans->threshold >= 1) || spans->threshold != floor (spans->threshold))
    return KERNEL_ERR_PARAMETER;
  for (size_t s = 0; s < spans->n_spans; s++)
    if (spans->first[s] >= spans->end[s] || spans->end[s] > spans->n_steps ||
        (s > 0 && spans->levels[s] < spans->levels[s - 1]))
      return KERNEL_ERR_PARAMETER;
  for (size_t k = 0; k < spans->n_counts; k++)
    if (!is_whole (spans, k))
      return KERNEL_ERR_DOMAIN;
  if (!are_rooms (spans->falls, n_rooms) || !are_rooms (spans->rises, n_rooms))
    return KERNEL_ERR_DOMAIN;

  return KERNEL_OK;
}

/* A border is one where a span of this level or a coarser one begins or ends. */
static bool
is_border (const Search *self, size_t step)
{
  for (size_t i = self->offsets[step]; i < self->offsets[step + 1]; i++)
    if (self->spans->levels[self->incident[i]] <= self->level)
      return true;

  return false;
}

/* Every small count between two borders: of spans, and of what is left when one is taken off
 * another.
 */
static size_t
hide_between (Search *self)
{
  const KernelSpans *spans = self->spans;
  size_t n_narrow = 0;

  for (size_t low = 0; low < spans->n_steps; low++)
    for (size_t high = low + 1; high <= spans->n_steps && is_border (self, low); high++) {
      const double count = count_between (spans, self->count, low, high);

      if (count >= spans->threshold || self->n_left == 0)
        break;
      if (count > 0 && is_border (self, high))
        n_narrow += !hide (self, low, high);
    }

  return n_narrow;
}

/* Of what may be below 0 only the spans themselves. */
static size_t
hide_spans (Search *self)
{
  const KernelSpans *spans = self->spans;
  size_t n_narrow = 0;

  for (size_t s = 0; s < spans->n_spans && spans->levels[s] <= self->level; s++)
    if (self->n_left > 0 && is_small (spans, count_of (spans, self->count, s)))
      n_narrow += !hide (self, spans->first[s], spans->end[s]);

  return n_narrow;
}

static void
hide_all (const Search *self)
{
  for (size_t s = 0; s < self->spans->n_spans; s++)
    if (self->spans->levels[s] == self->level)
      self->spans->is_hidden[s] = true;
}

/* All that has been hidden up to this level stays hidden beside what is shown of it. */
static size_t
hide_level (Search *self)
{
  size_t n_narrow = 0;

  self->n_left = KERNEL_SPAN_MOST;
  for (self->count = 0; self->count < self->spans->n_counts; self->count++)
    n_narrow += self->spans->is_signed[self->count] ? hide_spans (self) : hide_between (self);
  if (self->n_left > 0)
    return n_narrow;
  hide_all (self);

  return 0;
}

/**
 * kernel_suppress_spans:
 * @spans: counts of spans of time, coarse ones first, and which are hidden for another reason
 * @n_narrow: (out): small counts of which less can be hidden
 *
 * Decides which spans of time are shown, so that nobody can work out a small count by taking one
 * from another, whatever spans are asked for, together or one after the other: months and the
 * quarter and the years they lie in, or weeks and the months they cut.
 *
 * A span is hidden where one of its counts is small; none is not, and a span without any is hidden
 * only where no other is left.  Then the levels are gone
 * through, the coarsest first, and at each as many more of that level are hidden as it takes until
 * every small count between two borders has room, of spans and of what is left when one is taken
 * off another: until there are @threshold different numbers at the least that it could be, given
 * all that is shown of this level and of coarser ones. So what is shown of a level does not depend
 * on which finer ones are asked for.  The spans along the way that is too short are tried, the
 * smallest first.
 *
 * Where that takes more than KERNEL_SPAN_MOST steps at a level all of it is hidden, which is
 * enough.
 *
 * How far a count could move is exact: what is shown are bounds on differences of sums up to a
 * border, and such a system of whole numbers has whole solutions.  Of a hidden span
 * nothing is known but how far each of its steps could fall and rise.
 *
 * O(small · threshold · reached) time, where what is reached within so short a way of a span is
 * mostly little.
 *
 * Source: shortest ways as bounds on differences: R. E. Bellman (1958), Quarterly of Applied
 * Mathematics 16, 87-90; V. R. Pratt (1977), Two easy theories whose combination is hard, MIT;
 * T. H. Cormen, C. E. Leiserson, R. L. Rivest, C. Stein (2009), Introduction to Algorithms, MIT
 * Press, section 24.4.  Complementary suppression: as kernel_suppress().
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN for counts that are no whole numbers, or below 0 where
 *   they cannot be, and for rooms that are none; %KERNEL_ERR_PARAMETER for spans that are none,
 * levels out of order, or a threshold that is no whole number from 1
 */
KernelStatus
kernel_suppress_spans (const KernelSpans *spans, size_t *n_narrow)
{
  const KernelStatus status = check (spans);
  Search search;

  if (status != KERNEL_OK)
    return status;
  for (size_t s = 0; s < spans->n_spans; s++)
    for (size_t k = 0; k < spans->n_counts; k++)
      spans->is_hidden[s] |= is_small (spans, count_of (spans, k, s));

  *n_narrow = 0;
  search = search_of (spans);
  for (size_t s = 0; s < spans->n_spans; s++)
    if (s + 1 == spans->n_spans || spans->levels[s + 1] > spans->levels[s]) {
      search.level = spans->levels[s];
      *n_narrow = hide_level (&search);
    }

  return KERNEL_OK;
}
