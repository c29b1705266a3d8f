/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-joined.h"

#include <math.h>

#define MOST_PLACES 64

/* Centred sums of squares and products of the value y and of u and v, the time before and
 * after the place where the pieces meet.
 */
typedef struct {
  double uu, vv, uv, uy, vy, yy;
} Products;

static Products
products_at (const ShiftSearch *self, const ShiftPiece *a, const ShiftPiece *b, double meeting)
{
  const double m = b->end - a->first;
  double u_sum = 0, v_sum = 0, y_sum = 0;
  Products p = { 0 };

  for (guint i = a->first; i < b->end; i++) {
    const double time = shift_search_time (self, i) - meeting;
    const double u = a->is_line ? MIN (time, 0) : 0, v = b->is_line ? MAX (time, 0) : 0;
    const double y = self->values[i] - a->mean;
    u_sum += u;
    v_sum += v;
    y_sum += y;
    p.uu += u * u;
    p.vv += v * v;
    p.uy += u * y;
    p.vy += v * y;
    p.yy += y * y;
  }
  p.uu -= u_sum * u_sum / m;
  p.vv -= v_sum * v_sum / m;
  p.uv = -u_sum * v_sum / m;
  p.uy -= u_sum * y_sum / m;
  p.vy -= v_sum * y_sum / m;
  p.yy -= y_sum * y_sum / m;

  return p;
}

static double
rss_of (Products p)
{
  const double determinant = p.uu * p.vv - p.uv * p.uv;

  if (p.uu > 0 && p.vv > 0 && determinant > 1e-9 * p.uu * p.vv)
    return p.yy - (p.uy * p.uy * p.vv - 2 * p.uy * p.vy * p.uv + p.vy * p.vy * p.uu) / determinant;
  if (p.uu > 0)
    return p.yy - p.uy * p.uy / p.uu;

  return p.vv > 0 ? p.yy - p.vy * p.vy / p.vv : p.yy;
}

double
shift_joined_rss (const ShiftSearch *self,
                  const ShiftPiece *before,
                  const ShiftPiece *after,
                  guint from,
                  guint to)
{
  const guint stride = (to - from) / MOST_PLACES + 1;
  double least = INFINITY;

  if (!before->is_line && !after->is_line)
    return INFINITY;
  for (guint i = before->first; i < after->end; i++) {
    if (self->index[i] < from || self->index[i] > to || (self->index[i] - from) % stride)
      continue;
    const double rss = rss_of (products_at (self, before, after, shift_search_time (self, i)));
    least = MIN (least, rss);
  }

  return least;
}
