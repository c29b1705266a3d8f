/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/status-bands.h"

#include "base/printed.h"

#include <math.h>
#include <string.h>

/* Values that are tried in a row; a band narrower than the way between two of them may be
 * passed over.
 */
#define N_TRIED 200

#define BISECTIONS 80

/* One part in this many is how far two numbers may differ and be the same to a rule. */
#define SAME 1e-9

/* An edge is a decimal that somebody wrote, or half a digit beside one. */
#define MOST_DECIMALS 7

static const char *
status_at (const AuditRows *rows, gsize row, double value)
{
  const double printed =
      rows->decimals <= PRINTED_MOST_DECIMALS ? printed_round (value, rows->decimals) : value;

  return audit_rows_judge (rows, row, printed, NULL);
}

static gboolean
is_status (const char *status, const char *other)
{
  return g_strcmp0 (status, other) == 0;
}

static double
find_edge (const AuditRows *rows, gsize row, const char *status, double low, double high)
{
  for (int i = 0; i < BISECTIONS; i++) {
    const double middle = low + (high - low) / 2;

    if (is_status (status_at (rows, row, middle), status))
      low = middle;
    else
      high = middle;
  }

  return high;
}

static double
as_decimal (double edge)
{
  for (guint decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const double decimal = printed_round (edge, decimals);

    if (fabs (decimal - edge) <= SAME * fmax (1, fabs (edge)))
      return decimal;
  }

  return edge;
}

static void
add_edge (StatusBands *self, const AuditRows *rows, gsize row, double low, double high)
{
  const char *status = self->statuses[self->n_edges];
  const double edge = as_decimal (find_edge (rows, row, status, low, high));
  const guint n = self->n_edges++;

  self->edges[n] = edge;
  self->below[n] = is_status (status_at (rows, row, edge), status);
  self->statuses[n + 1] = status_at (rows, row, high);
}

gboolean
status_bands_find (StatusBands *self, const AuditRows *rows, gsize row, double low, double high)
{
  double before = low;

  *self = (StatusBands){ .n_edges = 0 };
  self->statuses[0] = status_at (rows, row, low);
  for (guint i = 1; i <= N_TRIED; i++) {
    const double value = low + (high - low) * i / N_TRIED;

    if (!is_status (status_at (rows, row, value), self->statuses[self->n_edges])) {
      if (self->n_edges == STATUS_BANDS_EDGES)
        return FALSE;
      add_edge (self, rows, row, before, value);
    }
    before = value;
  }

  return TRUE;
}

static gboolean
fits_edge (const StatusBands *self, const AuditRows *rows, gsize row, guint i)
{
  const double edge = self->edges[i];
  const double little = 2 * SAME * fmax (1, fabs (edge));

  return is_status (status_at (rows, row, edge - little), self->statuses[i]) &&
         is_status (status_at (rows, row, edge + little), self->statuses[i + 1]) &&
         is_status (status_at (rows, row, edge), self->statuses[self->below[i] ? i : i + 1]);
}

gboolean
status_bands_fit (const StatusBands *self,
                  const AuditRows *rows,
                  gsize row,
                  double low,
                  double high)
{
  for (guint i = 0; i < self->n_edges; i++)
    if (!fits_edge (self, rows, row, i))
      return FALSE;

  return is_status (status_at (rows, row, low), self->statuses[0]) &&
         is_status (status_at (rows, row, high), self->statuses[self->n_edges]);
}

gboolean
status_bands_equal (const StatusBands *self, const StatusBands *other)
{
  if (self->n_edges != other->n_edges || !is_status (self->statuses[0], other->statuses[0]))
    return FALSE;

  for (guint i = 0; i < self->n_edges; i++)
    if (self->edges[i] != other->edges[i] || self->below[i] != other->below[i] ||
        !is_status (self->statuses[i + 1], other->statuses[i + 1]))
      return FALSE;

  return TRUE;
}

const char *
status_bands_judge (const StatusBands *self, double value)
{
  guint i = 0;

  while (i < self->n_edges &&
         (value > self->edges[i] || (value == self->edges[i] && !self->below[i])))
    i++;

  return self->statuses[i];
}

int
status_bands_nearest (const StatusBands *self, double value)
{
  int nearest = -1;

  for (guint i = 0; i < self->n_edges; i++)
    if (nearest < 0 || fabs (self->edges[i] - value) < fabs (self->edges[nearest] - value))
      nearest = (int) i;

  return nearest;
}

static gboolean
is_decimal (double value, guint decimals)
{
  return fabs (printed_round (value, decimals) - value) <= SAME * fmax (1, fabs (value));
}

/* Whether the rule holds the number itself. */
static gboolean
is_written (const char *text, double number)
{
  char shown[G_ASCII_DTOSTR_BUF_SIZE];
  const char *at = text;
  gsize length;

  g_ascii_formatd (shown, sizeof shown, "%.10g", number);
  length = strlen (shown);
  while ((at = strstr (at, shown))) {
    if ((at == text || !(g_ascii_isdigit (at[-1]) || at[-1] == '.')) &&
        !g_ascii_isdigit (at[length]))
      return TRUE;
    at++;
  }

  return FALSE;
}

double
status_bands_get_threshold (const StatusBands *self, const AuditRows *rows, guint i)
{
  const char *text = scrutiny_colour_rule_get_text (rows->rule);
  const double edge = self->edges[i];

  for (guint decimals = 0; decimals < PRINTED_MOST_DECIMALS; decimals++) {
    const double half = pow (10, -(double) decimals) / 2;

    if (is_decimal (edge, decimals))
      return edge;
    if (is_decimal (edge + half, decimals))
      return is_written (text, edge - half) ? edge - half : edge + half;
  }

  return edge;
}
