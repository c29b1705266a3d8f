/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-figures.h"

#include <math.h>

#include "kernel/quantile.h"

static const RecordAnswer unknown = { SERIES_MISSING, NAN, NAN, NAN, NAN, NAN };

static RecordAnswer
withhold (double low, double high, double denominator)
{
  return (RecordAnswer){ SERIES_SUPPRESSED, NAN, low, high, NAN, denominator };
}

static gboolean
is_small (guint64 n, guint least)
{
  return n > 0 && n < least;
}

/* The rows left over are withheld like those counted: one is had from the other. */
static RecordAnswer
answer_share (const RecordFigures *self, guint64 n, guint64 n_counted, guint least)
{
  const double scale = self->scale, rows = (double) n, counted = (double) n_counted;
  const double most = (double) least - 1;

  if (n == 0)
    return (RecordAnswer){ SERIES_MISSING, NAN, NAN, NAN, 0, 0 };
  if (is_small (n, least))
    return withhold (0, scale, NAN);
  if (is_small (n_counted, least))
    return withhold (scale * 1 / rows, scale * most / rows, rows);
  if (is_small (n - n_counted, least))
    return withhold (scale * (rows - most) / rows, scale * (rows - 1) / rows, rows);

  return (RecordAnswer){ SERIES_OBSERVED, scale * counted / rows, NAN, NAN, counted, rows };
}

static RecordAnswer
answer_count (const RecordFigures *self, guint64 n_counted, guint least)
{
  RecordAnswer answer = unknown;

  if (is_small (n_counted, least))
    return withhold (self->scale, self->scale * ((double) least - 1), NAN);
  answer.state = SERIES_OBSERVED;
  answer.value = self->scale * (double) n_counted;

  return answer;
}

static RecordAnswer
answer_rate (const RecordFigures *self, const RecordFigure *figure, guint least)
{
  const double scale = self->scale, counted = (double) figure->n_counted;

  if (!(figure->sum > 0) || !isfinite (figure->sum))
    return unknown;
  if (is_small (figure->n_counted, least))
    return withhold (scale / figure->sum, scale * ((double) least - 1) / figure->sum, figure->sum);

  return (RecordAnswer){ SERIES_OBSERVED, scale * counted / figure->sum, NAN, NAN, counted,
                         figure->sum };
}

static RecordAnswer
answer_measure (const RecordFigures *self, const RecordFigure *figure, guint least)
{
  RecordAnswer answer = unknown;

  if (figure->n_measured == 0)
    return unknown;
  if (is_small (figure->n_measured, least))
    return withhold (NAN, NAN, NAN);
  if (self->kind == DEFINITION_MEAN)
    answer.value = self->scale * (figure->sum / (double) figure->n_measured);
  else
    answer.value = self->scale * kernel_quantile (figure->measures->len,
                                                  (double *) (gpointer) figure->measures->data,
                                                  self->level / 100);
  if (!isfinite (answer.value))
    return unknown;
  answer.state = SERIES_OBSERVED;

  return answer;
}

RecordAnswer
record_figures_answer (const RecordFigures *self, const RecordFigure *figure, guint suppress_below)
{
  static const RecordFigure nothing = { 0 };

  if (!figure)
    figure = &nothing;
  switch (self->kind) {
  case DEFINITION_SHARE:
    return answer_share (self, figure->n_rows, figure->n_counted, suppress_below);
  case DEFINITION_COUNT:
    return answer_count (self, figure->n_counted, suppress_below);
  case DEFINITION_RATE:
    return answer_rate (self, figure, suppress_below);
  default:
    return answer_measure (self, figure, suppress_below);
  }
}
