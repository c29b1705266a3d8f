/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/focus.h"

#include <math.h>

static double
support (double sum, double size, bool is_rate)
{
  if (is_rate)
    return sum > 0 ? 2 * sum * log (sum / size) : 0;

  return sum * sum / size;
}

/* Whether the middle one of three places lies on the wrong side of the line between the
 * others, so that no later change can be clearest there.
 */
static bool
is_hidden (const KernelFocusPlace *a,
           const KernelFocusPlace *b,
           const KernelFocusPlace *c,
           int direction)
{
  const double cross =
      (b->size - a->size) * (c->sum - a->sum) - (b->sum - a->sum) * (c->size - a->size);

  return direction * cross <= 0;
}

/* Adds the latest place to a convex hull; the first place is where nothing had been seen. */
static void
push (KernelFocusPlace *places, size_t *n, KernelFocusPlace latest, int direction)
{
  while (*n >= 2 && is_hidden (&places[*n - 2], &places[*n - 1], &latest, direction))
    (*n)--;
  places[(*n)++] = latest;
}

static void
look (const KernelFocus *self,
      const KernelFocusPlace *places,
      size_t n,
      int direction,
      KernelFocusFound *found)
{
  const double whole = support (self->sum, self->size, self->is_rate);

  for (size_t k = 1; k < n; k++) { /* the first place is the start of all */
    const KernelFocusPlace *place = &places[k];
    const double sum_after = self->sum - place->sum, size_after = self->size - place->size;
    if (direction * (sum_after * place->size - place->sum * size_after) <= 0)
      continue;
    const double ratio = support (place->sum, place->size, self->is_rate) +
                         support (sum_after, size_after, self->is_rate) - whole;
    if (ratio > found->ratio)
      *found = (KernelFocusFound){ ratio, place->n, direction };
  }
}

/**
 * kernel_focus_feed:
 * @self: (inout): what is kept of the series
 * @places: (inout): shape (2 × room of @self); of rising, then of falling series.  Their
 *   number grows with the logarithm of the length as a rule.
 * @value: the next value, or count
 * @size: over how long or out of how many it was counted, above 0; 1 for a value
 * @found: (out): the clearest change of all that has been fed
 *
 * Takes one more point of a series and says how clear the clearest change is, wherever it
 * was and whatever the level before and after.  The same as going through all places again,
 * in time that grows with the number of places kept.  @self and @places are all there is
 * to save.
 *
 * Source: G. Romano, I. A. Eckley, P. Fearnhead, G. Rigaill (2023), JMLR 24, 81 (FOCuS); K.
 * Ward, G. Dilillo, I. Eckley, P. Fearnhead (2024), Statistics and Computing 34, 99 (rates; the
 * convex hull: L. Pishchagina et al. (2023), arXiv 2311.01174).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN for a value that is missing or infinite, a count
 * below 0 or a size not above 0; %KERNEL_ERR_PARAMETER if there is no room for another place;
 * nothing has been fed then
 */
KernelStatus
kernel_focus_feed (KernelFocus *self,
                   KernelFocusPlace *places,
                   double value,
                   double size,
                   KernelFocusFound *found)
{
  if (!isfinite (value) || !(size > 0) || isinf (size) || (self->is_rate && value < 0))
    return KERNEL_ERR_DOMAIN;

  const KernelFocusPlace latest = { self->size, self->sum, self->n };
  if (self->n_rising >= self->room || self->n_falling >= self->room)
    return KERNEL_ERR_PARAMETER;
  push (places, &self->n_rising, latest, 1);
  push (places + self->room, &self->n_falling, latest, -1);
  self->size += size;
  self->sum += value;
  self->n++;

  *found = (KernelFocusFound){ 0 };
  look (self, places, self->n_rising, 1, found);
  look (self, places + self->room, self->n_falling, -1, found);

  return KERNEL_OK;
}
