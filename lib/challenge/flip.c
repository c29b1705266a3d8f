/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/flip.h"

#include "base/printed.h"

#include <math.h>
#include <string.h>

/* Moves that are tried one by one.  Further off, the first other status is bracketed by
 * doubling and found by bisection; a band narrower than the way to it, with the same status
 * on both sides, could then be passed over.
 */
#define TRIED_ONE_BY_ONE 256

/* Moves in the last printed digit, at most. */
#define MOST_DIGITS 1e9

typedef struct {
  const AuditRows *rows;
  gsize row;
  gboolean counts;
  int direction;
} Way;

static double
value_after (const Way *way, double n_moves)
{
  const AuditRows *rows = way->rows;

  if (way->counts)
    return audit_rows_value_of (rows, way->row,
                                rows->numerators[way->row] + way->direction * n_moves);

  return printed_round (rows->values[way->row] +
                            way->direction * n_moves * pow (10, -(double) rows->decimals),
                        rows->decimals);
}

static gboolean
is_other (const Way *way, double n_moves)
{
  const char *status = audit_rows_judge (way->rows, way->row, value_after (way, n_moves), NULL);

  return g_strcmp0 (status, way->rows->recomputed[way->row]) != 0;
}

/* How many moves are possible. */
static double
get_room (const Way *way)
{
  const AuditRows *rows = way->rows;

  if (!way->counts)
    return MOST_DIGITS;

  return floor (way->direction < 0 ? rows->numerators[way->row]
                                   : rows->denominators[way->row] - rows->numerators[way->row]);
}

/* The fewest moves to another status; infinite where none gives one. */
static double
find_fewest (const Way *way)
{
  const double room = get_room (way);
  double same = 0;
  double other = 1;

  while (other <= room && !is_other (way, other)) {
    same = other;
    other = other < TRIED_ONE_BY_ONE || other >= room ? other + 1 : fmin (2 * other, room);
  }
  if (other > room)
    return INFINITY;

  while (other - same > 1) {
    const double middle = floor ((same + other) / 2);

    if (is_other (way, middle))
      other = middle;
    else
      same = middle;
  }

  return other;
}

Flip
flip_find (const AuditRows *rows, gsize row)
{
  const gboolean counts = audit_rows_has_counts (rows, row);
  const Way down = { rows, row, counts, -1 };
  const Way up = { rows, row, counts, 1 };
  Flip flip = { .n_cases = -1, .distance = NAN, .value = NAN };
  double n_down, n_up, n;

  if (!rows->names_value || !rows->recomputed[row] || !isfinite (rows->values[row]) ||
      (!counts && rows->decimals > PRINTED_MOST_DECIMALS))
    return flip;

  n_down = find_fewest (&down);
  n_up = find_fewest (&up);
  n = fmin (n_down, n_up);
  if (!isfinite (n))
    return flip;

  flip.direction = n_down <= n_up ? -1 : 1;
  flip.n_cases = counts ? (gint64) n : -1;
  flip.value = value_after (flip.direction < 0 ? &down : &up, n);
  flip.distance = fabs (printed_difference (flip.value, rows->values[row]));
  flip.status = audit_rows_judge (rows, row, flip.value, NULL);

  return flip;
}
