/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/axis.h"

#include <math.h>

/* The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is at least @rough. */
static double
round_step (double rough)
{
  static const double nice[] = { 1, 2, 2.5, 5, 10 };
  const double power = pow (10, floor (log10 (rough)));

  for (gsize i = 0; i < G_N_ELEMENTS (nice); i++)
    if (nice[i] * power >= rough * (1 - 1e-9))
      return nice[i] * power;

  return 10 * power;
}

static guint
decimals_of (double step)
{
  guint decimals = 0;

  while (decimals < 9 && fabs (step - round (step)) > 1e-6 * fabs (step)) {
    step *= 10;
    decimals++;
  }

  return decimals;
}

Axis
axis_cover (double low, double high, guint wanted)
{
  Axis self;

  if (!(high > low)) {
    const double room = low == 0 ? 1 : fabs (low) * 0.1;

    low -= room;
    high += room;
  }

  self.step = round_step ((high - low) / MAX (wanted, 1));
  self.first = floor (low / self.step + 1e-9) * self.step;
  self.last = ceil (high / self.step - 1e-9) * self.step;
  self.n_ticks = (guint) lround ((self.last - self.first) / self.step) + 1;
  self.decimals = decimals_of (self.step);

  return self;
}

double
axis_tick (const Axis *self, guint index)
{
  const double tick = self->first + index * self->step;

  /* A tick that should be zero is zero. */
  return fabs (tick) < self->step * 1e-9 ? 0 : tick;
}
