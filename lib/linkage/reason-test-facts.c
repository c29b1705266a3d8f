/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-test-facts.h"

#include <math.h>

#include "base/printable.h"
#include "kernel/student.h"
#include "trend/sentence.h"
#include "trend/step-words.h"

/* At most, of an outcome that has nothing to do with the figure: docs/methods/reasons.md. */
static const double FALSE_ALARM = 0.05;

/* A change that would be told of in four series of five. */
static const double CLEAR = 0.975, NOTICED = 0.8;

#define MOST_OF_A_TITLE 120

char *
reason_test_dup_title (ScrutinyIndicator *indicator)
{
  return printable_dup (scrutiny_indicator_get_title (indicator), MOST_OF_A_TITLE);
}

ScrutinyTimeline *
reason_test_get_timeline (ScrutinyIndicator *indicator)
{
  return scrutiny_series_get_timeline (scrutiny_indicator_get_series (indicator));
}

/* The figure that the reasons are for is the one that is spoken of; another is named. */
void
reason_test_insert_names (GVariantDict *facts, const ReasonTest *self)
{
  g_autofree char *figure = reason_test_dup_title (self->line->figure);
  g_autofree char *quoted = g_strdup_printf ("“%s”", figure);

  g_variant_dict_insert (facts, "figure", "s", figure);
  g_variant_dict_insert (facts, "lead", "s", self->is_own ? "This figure" : quoted);
  g_variant_dict_insert (facts, "named", "s", self->is_own ? "this figure" : quoted);
  if (self->line->outcome) {
    g_autofree char *outcome = reason_test_dup_title (self->line->outcome);

    g_variant_dict_insert (facts, "outcome", "s", outcome);
  }
}

void
reason_test_insert_pair (GVariantDict *facts, const ReasonTest *self)
{
  const StepWords words = step_words_get (
      scrutiny_timeline_get_calendar (reason_test_get_timeline (self->line->outcome)));

  reason_test_insert_names (facts, self);
  g_variant_dict_insert_value (facts, "path",
                               g_variant_new_strv ((const char *const *) self->line->ids->pdata,
                                                   (gssize) self->line->ids->len));
  g_variant_dict_insert (facts, "step", "s", words.one);
  g_variant_dict_insert (facts, "steps", "s", words.many);
}

static const char *
unit_of (ScrutinyIndicator *indicator)
{
  return g_strcmp0 (scrutiny_indicator_get_unit (indicator), "%") == 0 ? "%" : "";
}

static double
smallest_told (const KernelLevelChange *change)
{
  return change->error * (kernel_student_quantile (CLEAR, change->freedom) +
                          kernel_student_quantile (NOTICED, change->freedom));
}

void
reason_test_insert_figure (GVariantDict *facts, const ReasonTest *self)
{
  const OutcomeMove *move = &self->move;
  const gboolean rose = outcome_move_get_figure_direction (move) == SCRUTINY_DIRECTION_UP;

  g_variant_dict_insert (facts, "at", "s", move->at);
  g_variant_dict_insert (facts, "figure_before", "d", move->figure_before);
  g_variant_dict_insert (facts, "figure_after", "d", move->figure_after);
  g_variant_dict_insert (facts, "figure_unit", "s", unit_of (self->line->figure));
  g_variant_dict_insert (facts, "figure_moved", "s", rose ? "rose" : "fell");
}

void
reason_test_insert_outcome (GVariantDict *facts, const ReasonTest *self)
{
  const OutcomeMove *move = &self->move;
  const gboolean is_above = move->change.after > move->change.before;

  g_variant_dict_insert (facts, "since", "s", move->since);
  g_variant_dict_insert (facts, "n_before", "x", (gint64) move->n_before);
  g_variant_dict_insert (facts, "n_after", "x", (gint64) move->n_after);
  g_variant_dict_insert (facts, "before", "d", move->before);
  g_variant_dict_insert (facts, "after", "d", move->after);
  g_variant_dict_insert (facts, "unit", "s", unit_of (self->line->outcome));
  g_variant_dict_insert (facts, "centre", "d", move->centre);
  g_variant_dict_insert (facts, "lower", "d", move->lower);
  g_variant_dict_insert (facts, "upper", "d", move->upper);
  g_variant_dict_insert (facts, "side", "s", is_above ? "above" : "below");
  g_variant_dict_insert (facts, "n_same", "x", (gint64) (is_above ? move->n_above : move->n_below));
  g_variant_dict_insert (facts, "n_beyond", "x", (gint64) move->n_beyond);
  g_variant_dict_insert (facts, "beyond", "^as", move->beyond);
  g_variant_dict_insert (facts, "chance", "d", move->change.chance);
  g_variant_dict_insert (facts, "smallest", "d", smallest_told (&move->change));
  g_variant_dict_insert (facts, "false_alarm", "d", FALSE_ALARM);
}

/* Decimals as ordinary movement asks for: of the outcome, and of how far the figure went. */
char *
reason_test_dup_message (const ReasonTest *self, const char *message)
{
  const OutcomeMove *move = &self->move;
  const double spread = isnan (move->upper) ? move->change.error : (move->upper - move->centre) / 3;
  const SentenceForm form = {
    .decimals = isnan (spread) ? 1 : sentence_choose_decimals (spread),
    .more_decimals = sentence_choose_decimals (fabs (move->figure_after - move->figure_before) / 3),
    .in_weeks = scrutiny_timeline_get_calendar (reason_test_get_timeline (self->line->figure)) ==
                SCRUTINY_CALENDAR_WEEK,
  };

  return sentence_dup (&form, message);
}
