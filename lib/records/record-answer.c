/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-figures.h"

#include <math.h>

#include "base/printed.h"
#include "kernel/quantile.h"

static const RecordAnswer unknown = { SERIES_MISSING, NAN, NAN, NAN, NAN, NAN };

static double
round_count (const RecordFigures *self, guint64 count)
{
  return printed_round_count ((double) count, self->round_to);
}

/* Of a share no more is known than that it is one. */
static RecordAnswer
withhold (const RecordFigures *self)
{
  RecordAnswer answer = { SERIES_SUPPRESSED, NAN, NAN, NAN, NAN, NAN };

  if (self->kind == DEFINITION_SHARE) {
    answer.low = 0;
    answer.high = self->scale;
  }

  return answer;
}

static RecordAnswer
answer_share (const RecordFigures *self, const RecordFigure *figure)
{
  const double rows = round_count (self, figure->n_rows);
  const double counted = round_count (self, figure->n_counted);

  if (figure->n_rows == 0)
    return (RecordAnswer){ SERIES_MISSING, NAN, NAN, NAN, 0, 0 };
  if (rows == 0)
    return withhold (self);

  return (RecordAnswer){ SERIES_OBSERVED, self->scale * counted / rows, NAN, NAN, counted, rows };
}

static RecordAnswer
answer_count (const RecordFigures *self, const RecordFigure *figure)
{
  RecordAnswer answer = unknown;

  answer.state = SERIES_OBSERVED;
  answer.value = self->scale * round_count (self, figure->n_counted);

  return answer;
}

static RecordAnswer
answer_rate (const RecordFigures *self, const RecordFigure *figure)
{
  const double scale = self->scale, counted = round_count (self, figure->n_counted);

  if (!(figure->sum > 0) || !isfinite (figure->sum))
    return unknown;

  return (RecordAnswer){ SERIES_OBSERVED, scale * counted / figure->sum, NAN, NAN, counted,
                         figure->sum };
}

static RecordAnswer
answer_measure (const RecordFigures *self, const RecordFigure *figure)
{
  RecordAnswer answer = unknown;

  if (figure->n_measured == 0)
    return unknown;
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
record_figures_answer (const RecordFigures *self, const RecordFigure *figure)
{
  static const RecordFigure nothing = { 0 };

  if (!figure)
    figure = &nothing;
  if (figure->is_withheld)
    return withhold (self);
  switch (self->kind) {
  case DEFINITION_SHARE:
    return answer_share (self, figure);
  case DEFINITION_COUNT:
    return answer_count (self, figure);
  case DEFINITION_RATE:
    return answer_rate (self, figure);
  default:
    return answer_measure (self, figure);
  }
}
