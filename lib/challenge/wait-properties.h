/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The properties of waits, in order. */
enum {
  WAITS_N_ROWS = 1,
  WAITS_N_FINISHED,
  WAITS_N_OPEN,
  WAITS_HALF,
  WAITS_HALF_LOW,
  WAITS_HALF_HIGH,
  WAITS_TAIL,
  WAITS_TAIL_LOW,
  WAITS_TAIL_HIGH,
  WAITS_MEAN_FINISHED,
  WAITS_OPEN_HALF,
  WAITS_BALANCE,
  WAITS_END_TO_END,
  WAITS_QUANTILES,
  WAITS_CURVE,
  WAITS_RETURNS,
  WAITS_UNIT,
  WAITS_N_PROPERTIES,
};

/* Fills @properties: shape (WAITS_N_PROPERTIES). */
void wait_properties_define (GParamSpec **properties, GParamFlags flags);

G_END_DECLS
