/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-json.h"

#include "base/columns-builder.h"

#include <math.h>

static const char *const laws[] = { "normal", "binomial", "poisson" };

static void
write_int (JsonWriter *writer, const char *key, gint64 value)
{
  json_writer_key (writer, key);
  json_writer_int (writer, value);
}

static void
write_not_done (JsonWriter *writer, const char *check, const char *reason)
{
  if (!reason)
    return;

  json_writer_begin_object (writer);
  json_writer_member_string (writer, "check", check);
  json_writer_member_string (writer, "reason", reason);
  json_writer_end_object (writer);
}

static void
write_changes (const AuditResult *audit, JsonWriter *writer)
{
  const AuditSteps *steps = audit->steps;
  const AuditChance *chance = &audit->chance;
  const gboolean is_known = steps && !chance->no_expected;

  write_int (writer, "changes", steps ? steps->n_changes : 0);
  json_writer_member_double (writer, "expected", chance->expected);
  json_writer_member_interval (writer, "interval", is_known ? chance->low : NAN,
                               is_known ? chance->high : NAN);
  write_int (writer, "changes_compared", chance->n_changes);
  write_int (writer, "changes_with_signal", steps ? steps->n_changes_outside : 0);
  write_int (writer, "signals_without_change",
             steps ? steps->n_outside - steps->n_changes_outside : 0);
  json_writer_member_double (writer, "step_limit", steps ? steps->limit : NAN);
  json_writer_member_double (writer, "bits_shown", chance->bits_shown);
  json_writer_member_double (writer, "bits_carried", chance->bits_carried);
}

/* The last stretch of which the level is known. */
static const SteadyFigure *
get_last (const AuditChance *chance)
{
  guint k = chance->levels.n;

  while (k > 0 && chance->levels.all[k - 1].unknown)
    k--;

  return k > 0 ? &chance->levels.all[k - 1].figure : NULL;
}

/* The figure as it is when nothing changes. */
static void
write_steady (const AuditResult *audit, JsonWriter *writer)
{
  const AuditChance *chance = &audit->chance;
  const gboolean is_known = audit->steps && !chance->no_expected;
  const SteadyFigure *figure = is_known ? get_last (chance) : NULL;

  json_writer_key (writer, "steady");
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "law", figure ? laws[figure->law] : NULL);
  json_writer_member_double (writer, "level", figure ? figure->level : NAN);
  json_writer_member_double (
      writer, "spread",
      chance->row == AUDIT_NO_ROW ? NAN : steady_figure_get_deviation (figure, chance->row));
  json_writer_member_double (writer, "resemblance", figure ? figure->resemblance : NAN);
  json_writer_member_double (writer, "level_spread", chance->levels.moves);
  json_writer_member_double (writer, "boundary", chance->boundary);
  json_writer_member_double (writer, "alarm_every", 1 / chance->beyond);
  json_writer_member_double (writer, "no_shift", chance->no_shift);
  json_writer_member_double (writer, "unseen_up", chance->unseen_up);
  json_writer_member_double (writer, "unseen_down", chance->unseen_down);
  json_writer_key (writer, "simulated");
  json_writer_boolean (writer, chance->simulated);
  json_writer_end_object (writer);
}

static void
write_period (JsonWriter *writer, const char *key, const AuditRows *rows, gsize row)
{
  g_autofree char *text = period_dup_text (&rows->periods[row]);

  json_writer_member_string (writer, key, text);
}

static gsize
last_used (const AuditLevel *level)
{
  gsize row = level->last;

  while (row > level->first && !level->figure.used[row])
    row--;

  return row;
}

/* The stretches between breaks, each with its level. */
static void
write_levels (const AuditResult *audit, JsonWriter *writer)
{
  static const char *const begun[] = { NULL, "found", "declared" };
  const AuditLevels *levels = &audit->chance.levels;

  json_writer_key (writer, "stretches");
  json_writer_begin_array (writer);
  for (guint k = 0; k < levels->n; k++) {
    const AuditLevel *level = &levels->all[k];
    const gboolean is_known = level->unknown == NULL;

    json_writer_begin_object (writer);
    write_period (writer, "first", audit->series, level->first);
    write_period (writer, "last", audit->series, level->last);
    json_writer_member_string (
        writer, "begun",
        k > 0 && audit->series->breaks ? begun[audit->series->breaks[level->first]] : NULL);
    write_int (writer, "n_used", is_known ? (gint64) level->figure.n_used : 0);
    json_writer_member_string (writer, "law", is_known ? laws[level->figure.law] : NULL);
    json_writer_member_double (writer, "level", is_known ? level->figure.level : NAN);
    json_writer_member_double (
        writer, "spread",
        is_known ? steady_figure_get_deviation (&level->figure, last_used (level)) : NAN);
    json_writer_member_double (writer, "resemblance", is_known ? level->figure.resemblance : NAN);
    json_writer_end_object (writer);
  }
  json_writer_end_array (writer);
}

static void
write_traps (const AuditResult *audit, JsonWriter *writer)
{
  const AuditTraps *traps = &audit->traps;

  json_writer_key (writer, "traps");
  json_writer_begin_object (writer);
  write_int (writer, "rounded", traps->n_rounded);
  json_writer_member_double (writer, "one_case", traps->one_case);
  write_int (writer, "rule_moves", traps->n_moves);
  json_writer_key (writer, "amid_year");
  json_writer_boolean (writer, traps->is_mid_year);
  write_int (writer, "other_under_first_rule", traps->n_other);
  write_int (writer, "turns", traps->n_turns);
  json_writer_member_double (writer, "turns_expected", audit_traps_expect_turns (traps->n_values));
  json_writer_end_object (writer);
}

static void
write_flip (const AuditResult *audit, JsonWriter *writer)
{
  static const char *const directions[] = { "down", NULL, "up" };
  const Flip *flip = &audit->flip;

  json_writer_key (writer, "flip_cases");
  if (flip->n_cases >= 0)
    json_writer_int (writer, flip->n_cases);
  else
    json_writer_null (writer);
  json_writer_member_double (writer, "flip_distance", flip->distance);
  json_writer_member_string (writer, "flip_direction", directions[flip->direction + 1]);
  json_writer_member_double (writer, "flip_value", flip->value);
  json_writer_member_string (writer, "flip_status", flip->status);
  json_writer_member_interval (writer, "value_interval", audit->low, audit->high);
}

static void
write_counts (const AuditResult *audit, JsonWriter *writer)
{
  const AuditCounts *counts = &audit->counts;

  json_writer_member_string (writer, "told_by",
                             audit->steps ? audit_result_get_told_by (audit) : NULL);
  json_writer_key (writer, "counts");
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "test", counts->test);
  write_int (writer, "tested", counts->n_tested);
  write_int (writer, "beyond_chance", counts->n_beyond);
  write_int (writer, "steps", counts->n_steps);
  write_int (writer, "beyond_without_change", counts->n_missed);
  json_writer_end_object (writer);
}

static void
write_tables (const AuditTables *tables, JsonWriter *writer)
{
  json_writer_key (writer, "mismatches");
  columns_write_rows (tables->mismatches, writer);
  json_writer_key (writer, "grid");
  columns_write_rows (tables->grid, writer);
  json_writer_key (writer, "rows");
  columns_write_rows (tables->rows, writer);
}

void
audit_json_write (const AuditResult *audit, const AuditTables *tables, JsonWriter *writer)
{
  const AuditSteps *steps = audit->steps;

  write_changes (audit, writer);
  write_counts (audit, writer);
  write_flip (audit, writer);
  write_steady (audit, writer);
  write_levels (audit, writer);
  write_traps (audit, writer);
  write_tables (tables, writer);
  json_writer_key (writer, "not_done");
  json_writer_begin_array (writer);
  write_not_done (writer, "expected", audit->chance.no_expected);
  write_not_done (writer, "bits", audit->chance.no_bits);
  write_not_done (writer, "steps", steps ? steps->no_steps : NULL);
  write_not_done (writer, "chart", steps ? steps->no_chart : NULL);
  write_not_done (writer, "grid", audit->no_grid);
  json_writer_end_array (writer);
}
