/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-properties.h"

#include <scrutiny/table.h>

static GParamSpec *
count (const char *name, GParamFlags flags)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, flags);
}

static GParamSpec *
number (const char *name, GParamFlags flags)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static GParamSpec *
table (const char *name, GParamFlags flags)
{
  return g_param_spec_object (name, NULL, NULL, SCRUTINY_TYPE_TABLE, flags);
}

static void
define_counts (GParamSpec **props, GParamFlags flags)
{
  /**
   * ScrutinyWaits:n-rows: (getter get_n_rows)
   *
   * How many rows were read.
   *
   * Since: 0.1
   */
  props[WAITS_N_ROWS] = count ("n-rows", flags);

  /**
   * ScrutinyWaits:n-finished: (getter get_n_finished)
   *
   * How many of them have ended.
   *
   * Since: 0.1
   */
  props[WAITS_N_FINISHED] = count ("n-finished", flags);

  /**
   * ScrutinyWaits:n-open: (getter get_n_open)
   *
   * How many have not.
   *
   * Since: 0.1
   */
  props[WAITS_N_OPEN] = count ("n-open", flags);
}

static void
define_times (GParamSpec **props, GParamFlags flags)
{
  /**
   * ScrutinyWaits:half: (getter get_half)
   *
   * Within how many days half of all finish.
   *
   * Since: 0.1
   */
  props[WAITS_HALF] = number ("half", flags);

  /**
   * ScrutinyWaits:half-low: (getter get_half_low)
   *
   * The low end of the interval of the half.
   *
   * Since: 0.1
   */
  props[WAITS_HALF_LOW] = number ("half-low", flags);

  /**
   * ScrutinyWaits:half-high: (getter get_half_high)
   *
   * The high end of the interval of the half, infinite where none is known.
   *
   * Since: 0.1
   */
  props[WAITS_HALF_HIGH] = number ("half-high", flags);

  /**
   * ScrutinyWaits:tail: (getter get_tail)
   *
   * How many days 1 in 20 exceeds.
   *
   * Since: 0.1
   */
  props[WAITS_TAIL] = number ("tail", flags);

  /**
   * ScrutinyWaits:tail-low: (getter get_tail_low)
   *
   * The low end of the interval of the tail.
   *
   * Since: 0.1
   */
  props[WAITS_TAIL_LOW] = number ("tail-low", flags);

  /**
   * ScrutinyWaits:tail-high: (getter get_tail_high)
   *
   * The high end of the interval of the tail, infinite where none is known.
   *
   * Since: 0.1
   */
  props[WAITS_TAIL_HIGH] = number ("tail-high", flags);
}

static void
define_the_rest (GParamSpec **props, GParamFlags flags)
{
  /**
   * ScrutinyWaits:mean-finished: (getter get_mean_finished)
   *
   * The mean of those that finished, in which no open one is.
   *
   * Since: 0.1
   */
  props[WAITS_MEAN_FINISHED] = number ("mean-finished", flags);

  /**
   * ScrutinyWaits:open-half: (getter get_open_half)
   *
   * How long half of the open ones have been open at least.
   *
   * Since: 0.1
   */
  props[WAITS_OPEN_HALF] = number ("open-half", flags);

  /**
   * ScrutinyWaits:balance: (getter get_balance)
   *
   * How many are open for each that would be if cases came and ended as lately.
   *
   * Since: 0.1
   */
  props[WAITS_BALANCE] = number ("balance", flags);

  /**
   * ScrutinyWaits:end-to-end: (getter get_end_to_end)
   *
   * How many times as long a whole case takes as one of its rows.
   *
   * Since: 0.1
   */
  props[WAITS_END_TO_END] = number ("end-to-end", flags);
}

static void
define_tables (GParamSpec **props, GParamFlags flags)
{
  /**
   * ScrutinyWaits:quantiles: (getter get_quantiles)
   *
   * The times by which shares have finished.
   *
   * Since: 0.1
   */
  props[WAITS_QUANTILES] = table ("quantiles", flags);

  /**
   * ScrutinyWaits:curve: (getter get_curve)
   *
   * The share that lasts longer than each time.
   *
   * Since: 0.1
   */
  props[WAITS_CURVE] = table ("curve", flags);

  /**
   * ScrutinyWaits:returns: (getter get_returns)
   *
   * How many cases come back within each time.
   *
   * Since: 0.1
   */
  props[WAITS_RETURNS] = table ("returns", flags);
}

static void
define_unit (GParamSpec **props, GParamFlags flags)
{
  /**
   * ScrutinyWaits:unit: (getter get_unit)
   *
   * What times are counted in, `days` or `working-days`.
   *
   * Since: 0.1
   */
  props[WAITS_UNIT] = g_param_spec_string ("unit", NULL, NULL, "days", flags);
}

void
wait_properties_define (GParamSpec **properties, GParamFlags flags)
{
  define_counts (properties, flags);
  define_times (properties, flags);
  define_the_rest (properties, flags);
  define_tables (properties, flags);
  define_unit (properties, flags);
}
