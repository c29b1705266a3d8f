/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-test.h"

#include "base/period-days.h"
#include "base/result-private.h"
#include "linkage/linkage-private.h"
#include "linkage/steady-move.h"

#include <math.h>
#include <string.h>

/* The latest date that can be read of the reasons along a line. */
static char *
dup_recorded (ScrutinyChain *chain, const GPtrArray *ids)
{
  const char *latest = NULL;
  gint64 day = G_MININT64;

  for (guint i = 0; i + 1 < ids->len; i++) {
    const char *date =
        scrutiny_chain_get_reason_detail (chain, ids->pdata[i], ids->pdata[i + 1], "date");
    PeriodDays days;

    if (!date || !period_parse_days (date, strlen (date), &days) || days.first < day)
      continue;
    latest = date;
    day = days.first;
  }

  return g_strdup (latest);
}

static void
look_at_outcome (ReasonTest *self)
{
  ScrutinySeries *outcome = scrutiny_indicator_get_series (self->line->outcome);
  char *reason = NULL;

  outcome_move_init (&self->move, scrutiny_indicator_get_series (self->line->figure), outcome,
                     self->lag);
  if (!self->move.at || self->move.reason)
    return;
  reason =
      linkage_dup_break (self->line->figure, scrutiny_indicator_get_series (self->line->figure));
  self->move.reason = reason ? reason : linkage_dup_break (self->line->outcome, outcome);
}

/* What goes one way all along stands elsewhere after any date: it tells nothing of this one. */
static void
look_for_steady (ReasonTest *self)
{
  const char *steady =
      outcome_move_is_told (&self->move)
          ? steady_move_find (scrutiny_indicator_get_series (self->line->outcome), self->move.since)
          : NULL;

  if (steady)
    self->move.reason = g_strdup_printf ("It %s over all of its periods, and averages before and "
                                         "after one date say nothing of that date.",
                                         steady);
}

/* What went one way all along looks like a move on any date, and of many periods like none. */
static void
look_for_line (ReasonTest *self)
{
  if (!outcome_move_is_told (&self->move))
    return;
  if (self->move.moved == SCRUTINY_DIRECTION_NONE)
    look_for_steady (self);
  else
    self->is_line =
        steady_move_is_line (scrutiny_indicator_get_series (self->line->outcome), self->move.since);
}

gboolean
reason_test_init (ReasonTest *self,
                  ScrutinyChain *chain,
                  ReasonLine *line,
                  gboolean is_own,
                  ScrutinyLinkageOptions *options,
                  GError **error)
{
  g_autoptr (ScrutinyLinkageOptions) asked =
      linkage_options_new_of_reasons (chain, line->ids, options);

  *self = (ReasonTest){
    .line = line,
    .is_own = is_own,
    .expected = scrutiny_linkage_options_get_expected (asked),
    .lag = (guint) MAX (scrutiny_linkage_options_get_max_lag (asked), 0),
    .recorded = dup_recorded (chain, line->ids),
  };
  look_at_outcome (self);
  look_for_line (self);
  self->linkage = scrutiny_linkage_new (line->figure, line->outcome, asked, error);

  return self->linkage != NULL;
}

gboolean
reason_test_has_history (ScrutinyIndicator *indicator)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);

  return series && scrutiny_series_get_n_values (series) > 0;
}

void
reason_test_init_beside (ReasonTest *self, ReasonLine *line, gboolean is_own, gboolean is_asked)
{
  *self = (ReasonTest){
    .line = line,
    .is_own = is_own,
    .expected = SCRUTINY_DIRECTION_NONE,
  };
  if (!is_asked || !reason_test_has_history (line->figure) ||
      !reason_test_has_history (line->outcome))
    return;
  look_at_outcome (self);
  look_for_steady (self);
}

void
reason_test_clear (ReasonTest *self)
{
  outcome_move_clear (&self->move);
  g_clear_object (&self->linkage);
  g_clear_pointer (&self->recorded, g_free);
}

const char *
reason_test_get_moved (const ReasonTest *self)
{
  ScrutinyDirection stated = self->expected;

  if (!self->move.at || stated == SCRUTINY_DIRECTION_NONE)
    return "not-asked";
  if (self->move.reason)
    return "cannot-tell";
  if (self->move.moved == SCRUTINY_DIRECTION_NONE)
    return "unchanged";

  return (self->move.moved == outcome_move_get_figure_direction (&self->move)) ==
                 (stated == SCRUTINY_DIRECTION_UP)
             ? "as-stated"
             : "other-way";
}

const char *
reason_test_get_from (const ReasonTest *self)
{
  return self->line->ids->pdata[0];
}

const char *
reason_test_get_to (const ReasonTest *self)
{
  return self->line->ids->pdata[self->line->ids->len - 1];
}

/* --- As JSON ----------------------------------------------------------------------------- */

static void
write_side (JsonWriter *writer, const char *key, guint n, double level)
{
  json_writer_key (writer, key);
  json_writer_begin_object (writer);
  json_writer_key (writer, "n");
  json_writer_int (writer, n);
  json_writer_member_double (writer, "level", level);
  json_writer_end_object (writer);
}

static void
write_counts (JsonWriter *writer, const OutcomeMove *move)
{
  json_writer_member_double (writer, "centre", move->centre);
  json_writer_member_interval (writer, "limits", move->lower, move->upper);
  json_writer_key (writer, "n_above");
  json_writer_int (writer, move->n_above);
  json_writer_key (writer, "n_below");
  json_writer_int (writer, move->n_below);
  json_writer_key (writer, "beyond");
  json_writer_begin_array (writer);
  for (gsize i = 0; move->beyond[i]; i++)
    json_writer_string (writer, move->beyond[i]);
  json_writer_end_array (writer);
  json_writer_member_double (writer, "chance", move->change.chance);
}

/* Null where the figure did not move. */
void
reason_test_write_move (const ReasonTest *self, JsonWriter *writer)
{
  const OutcomeMove *move = &self->move;

  json_writer_key (writer, "move");
  if (!move->at) {
    json_writer_null (writer);
    return;
  }
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "at", move->at);
  json_writer_member_double (writer, "figure_before", move->figure_before);
  json_writer_member_double (writer, "figure_after", move->figure_after);
  json_writer_member_string (writer, "since", move->since);
  json_writer_member_string (writer, "cannot_tell", move->reason);
  write_side (writer, "before", move->n_before, move->before);
  write_side (writer, "after", move->n_after, move->after);
  write_counts (writer, move);
  json_writer_end_object (writer);
}

static void
write_path (const ReasonTest *self, JsonWriter *writer)
{
  json_writer_key (writer, "path");
  json_writer_begin_array (writer);
  for (guint i = 0; i < self->line->ids->len; i++)
    json_writer_string (writer, self->line->ids->pdata[i]);
  json_writer_end_array (writer);
}

/* By their places among all that is found. */
static void
write_findings (const ReasonTest *self, JsonWriter *writer)
{
  json_writer_key (writer, "findings");
  json_writer_begin_array (writer);
  for (guint i = self->first_finding; i < self->end_finding; i++)
    json_writer_int (writer, i);
  json_writer_end_array (writer);
}

void
reason_test_write_json (const ReasonTest *self, JsonWriter *writer)
{
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "from", reason_test_get_from (self));
  json_writer_member_string (writer, "to", reason_test_get_to (self));
  write_path (self, writer);
  json_writer_member_string (writer, "figure", scrutiny_indicator_get_id (self->line->figure));
  json_writer_member_string (writer, "outcome", scrutiny_indicator_get_id (self->line->outcome));
  json_writer_member_string (writer, "expected", scrutiny_direction_get_name (self->expected));
  json_writer_member_string (writer, "recorded", self->recorded);
  json_writer_member_string (writer, "moved", reason_test_get_moved (self));
  reason_test_write_move (self, writer);
  json_writer_key (writer, "link");
  scrutiny_result_write_json (SCRUTINY_RESULT (self->linkage), writer);
  write_findings (self, writer);
  json_writer_end_object (writer);
}
