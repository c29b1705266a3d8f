/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/colour-audit.h>

#include <scrutiny/proportion.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/printed.h"
#include "base/result-private.h"
#include "challenge/audit-apart.h"
#include "challenge/audit-breaks.h"
#include "challenge/audit-json.h"
#include "challenge/audit-method.h"
#include "challenge/audit-tables.h"

#include <math.h>

#define EMPTY \
  "No figures were given: ask for values, or numerators and denominators, with statuses."
#define NO_STATUS \
  "The rule gives no row a status: ask for the figures it looks at, or for the rule that was in " \
  "force."

/**
 * ScrutinyColourAudit:
 *
 * What the published statuses of a figure rest on.
 *
 * Each row is given the status that the stated rule gives it, beside the published one. Of
 * the latest row, where rows are periods or there is only one: how many cases more or fewer
 * would give it another status, with all else as it was; the interval that its counts leave
 * open; and what plausible other rules would make of it. Of rows that are periods: when the
 * status changed and whether the figure then took a step outside ordinary movement, larger
 * than 3.267 times the mean step.
 *
 * Of at least eight periods also what a figure would do that stays at one level and moves from
 * period to period as this one does: how often its status would change, how often the boundary
 * nearest to the level is crossed when nothing happens, how much the status shows and how much
 * of that is about the level.
 *
 * A published value is taken as it was printed, and a value made of other counts is printed
 * alike before the rule is applied to it. Where rows have counts but no value, the value is
 * the percentage. Statuses are publishers' words: compared without case, never understood.
 *
 * Since: 0.1
 */
struct _ScrutinyColourAudit {
  GObject parent_instance;

  AuditResult result; /* its rows are NULL in a bare audit */
  ScrutinyTable *rows, *mismatches, *grid;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  const char *cannot_tell;
};

static void scrutiny_colour_audit_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyColourAudit,
                               scrutiny_colour_audit,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_colour_audit_result_init))

static void
scrutiny_colour_audit_finalize (GObject *object)
{
  ScrutinyColourAudit *self = SCRUTINY_COLOUR_AUDIT (object);

  g_clear_pointer (&self->result.rows, audit_rows_free);
  g_clear_pointer (&self->result.apart, audit_rows_free);
  g_clear_pointer (&self->result.steps, audit_steps_free);
  audit_chance_clear (&self->result.chance);
  audit_counts_clear (&self->result.counts);
  g_clear_object (&self->rows);
  g_clear_object (&self->mismatches);
  g_clear_object (&self->grid);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_colour_audit_parent_class)->finalize (object);
}

static void
scrutiny_colour_audit_class_init (ScrutinyColourAuditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_colour_audit_finalize;
}

static void
scrutiny_colour_audit_init (ScrutinyColourAudit *self)
{
  self->result.latest = AUDIT_NO_ROW;
  self->result.flip = (Flip){ .n_cases = -1, .distance = NAN, .value = NAN };
  self->result.low = NAN;
  self->result.high = NAN;
  audit_chance_init (&self->result.chance);
  audit_traps_init (&self->result.traps);
  self->rows = scrutiny_table_new ();
  self->mismatches = scrutiny_table_new ();
  self->grid = scrutiny_table_new ();
  self->method = audit_method_new ("", NULL, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = EMPTY;
}

static ScrutinyMethod *
scrutiny_colour_audit_get_method (ScrutinyResult *result)
{
  return SCRUTINY_COLOUR_AUDIT (result)->method;
}

static const char *
scrutiny_colour_audit_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_COLOUR_AUDIT (result)->cannot_tell;
}

static GPtrArray *
scrutiny_colour_audit_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_COLOUR_AUDIT (result)->findings);
}

static void
scrutiny_colour_audit_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyColourAudit *self = SCRUTINY_COLOUR_AUDIT (result);
  const AuditTables tables = { self->rows, self->mismatches, self->grid };

  json_writer_member_string (writer, "schema", "scrutiny.colours/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  audit_json_write (&self->result, &tables, writer);
}

static void
scrutiny_colour_audit_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_colour_audit_get_method;
  iface->get_cannot_tell = scrutiny_colour_audit_get_cannot_tell;
  iface->dup_findings = scrutiny_colour_audit_dup_findings;
  iface->write_json = scrutiny_colour_audit_write_json;
}

static void
find_interval (AuditResult *audit)
{
  const AuditRows *rows = audit->rows;
  g_autoptr (ScrutinyProportion) proportion = NULL;

  if (!audit_rows_has_counts (rows, audit->latest))
    return;

  proportion = scrutiny_proportion_new (rows->numerators[audit->latest],
                                        rows->denominators[audit->latest], AUDIT_LEVEL, NULL);
  if (!proportion)
    return;
  audit->low = rows->scale * scrutiny_proportion_get_low (proportion);
  audit->high = rows->scale * scrutiny_proportion_get_high (proportion);
}

static gboolean
any_status (const AuditRows *rows)
{
  for (gsize i = 0; i < rows->n_rows; i++)
    if (rows->recomputed[i])
      return TRUE;

  return FALSE;
}

/* What is told of changes is told of periods that share nothing. */
static void
find_series (AuditResult *audit)
{
  AuditRows *rows = audit->rows;

  audit->series = rows;
  if (!rows->periods || !rows->values || rows->periods[0].window == PERIOD_PLAIN)
    return;
  audit->apart = audit_apart_new (rows, &rows->shared);
  if (audit->apart)
    audit->series = audit->apart;
}

static void
look (AuditResult *audit, ScrutinyChart *chart)
{
  find_series (audit);
  audit->latest = audit_rows_get_latest (audit->rows);
  audit->steps = audit_steps_new (audit->series, chart);
  audit_chance_fill (&audit->chance, audit->series);
  audit_traps_find (&audit->traps, audit->series, &audit->chance);
  audit_counts_fill (&audit->counts, audit->series, audit->steps, &audit->chance.levels);
  audit->no_grid = "No row is the latest: the rows are not periods of one figure.";
  if (audit->latest == AUDIT_NO_ROW)
    return;

  audit->flip = flip_find (audit->rows, audit->latest);
  audit->no_grid = rule_grid_fill (&audit->grid, audit->rows, audit->latest);
  find_interval (audit);
}

static void
tell (ScrutinyColourAudit *self)
{
  const AuditResult *audit = &self->result;

  g_object_unref (self->rows);
  self->rows = audit_tables_new_rows (audit);
  g_object_unref (self->mismatches);
  self->mismatches = audit_tables_new_mismatches (audit);
  g_object_unref (self->grid);
  self->grid = audit_tables_new_grid (audit);
  self->cannot_tell = any_status (audit->rows) ? NULL : NO_STATUS;
  g_ptr_array_unref (self->findings);
  self->findings = audit_findings_new (audit, self->method);
}

static gboolean
check_chart (const AuditRows *rows, ScrutinyChart *chart, GError **error)
{
  const gsize n = chart ? scrutiny_series_get_n_values (scrutiny_chart_get_series (chart)) : 0;

  if (!chart || n == rows->n_rows)
    return TRUE;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, NULL,
                         "Chart: it is of %" G_GSIZE_FORMAT
                         " periods and the table has %" G_GSIZE_FORMAT
                         " rows; draw it of the same figures",
                         n, rows->n_rows);

  return FALSE;
}

/**
 * scrutiny_colour_audit_new:
 * @table: one row a period, or one row an indicator: the columns that @rule names; texts in
 *   `period`, if rows are periods; numbers in `value`, or in `numerator` and `denominator`,
 *   or in all three
 * @rule: the stated rule
 * @status_column: (nullable): the column of published statuses, if there is one
 * @error: return location for an error
 *
 * Audits the statuses of published figures against the stated rule.
 *
 * The chart that changes of status are set against is the one the library chooses. A table
 * without rows, or without a row that the rule gives a status, is no error: the result
 * [iface@Result] cannot tell.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if the rule names what is not a column or
 * there is no column of statuses, with [error@Scrutiny.Error.MISMATCH] if that holds numbers
 * or periods do not follow each other, and with [error@Scrutiny.Error.UNREADABLE] for a
 * period that is none.
 *
 * Returns: (transfer full): the audit
 *
 * Since: 0.1
 */
ScrutinyColourAudit *
scrutiny_colour_audit_new (ScrutinyTable *table,
                           ScrutinyColourRule *rule,
                           const char *status_column,
                           GError **error)
{
  return scrutiny_colour_audit_new_with_chart (table, rule, status_column, NULL, error);
}

/**
 * scrutiny_colour_audit_new_with_chart:
 * @table: as for [ctor@ColourAudit.new]
 * @rule: the stated rule
 * @status_column: (nullable): the column of published statuses, if there is one
 * @chart: (nullable): a chart of the same periods, or `NULL` for the one the library chooses
 * @error: return location for an error
 *
 * Audits the statuses of published figures against the stated rule and a chart.
 *
 * Fails as [ctor@ColourAudit.new] does, and with [error@Scrutiny.Error.MISMATCH] if the
 * chart has another number of periods than the table has rows.
 *
 * Returns: (transfer full): the audit
 *
 * Since: 0.1
 */
ScrutinyColourAudit *
scrutiny_colour_audit_new_with_chart (ScrutinyTable *table,
                                      ScrutinyColourRule *rule,
                                      const char *status_column,
                                      ScrutinyChart *chart,
                                      GError **error)
{
  g_autoptr (ScrutinyColourAuditOptions) options = scrutiny_colour_audit_options_new ();

  g_return_val_if_fail (chart == NULL || SCRUTINY_IS_CHART (chart), NULL);

  scrutiny_colour_audit_options_set_status_column (options, status_column);
  scrutiny_colour_audit_options_set_chart (options, chart);

  return scrutiny_colour_audit_new_with_options (table, rule, options, error);
}

/* The rows with what is known of them. */
static AuditRows *
read_rows (ScrutinyTable *table,
           ScrutinyColourRule *rule,
           ScrutinyColourAuditOptions *options,
           GError **error)
{
  g_autoptr (AuditRows) rows = audit_rows_new (
      table, rule, options ? scrutiny_colour_audit_options_get_status_column (options) : NULL,
      error);

  if (!rows || !options)
    return g_steal_pointer (&rows);
  if (!check_chart (rows, scrutiny_colour_audit_options_get_chart (options), error) ||
      !audit_breaks_mark (rows, scrutiny_colour_audit_options_get_breaks (options),
                          scrutiny_colour_audit_options_get_shifts (options), error))
    return NULL;

  return g_steal_pointer (&rows);
}

/**
 * scrutiny_colour_audit_new_with_options:
 * @table: as for [ctor@ColourAudit.new]
 * @rule: the stated rule
 * @options: (nullable): what else is known of the figures, or `NULL` for nothing
 * @error: return location for an error
 *
 * Audits the statuses of published figures with what else is known of them.
 *
 * Fails as [ctor@ColourAudit.new] does, with [error@Scrutiny.Error.MISMATCH] if the chart has
 * another number of periods than the table has rows, and with
 * [error@Scrutiny.Error.UNREADABLE] for a break that is no date and no period.
 *
 * Returns: (transfer full): the audit
 *
 * Since: 0.1
 */
ScrutinyColourAudit *
scrutiny_colour_audit_new_with_options (ScrutinyTable *table,
                                        ScrutinyColourRule *rule,
                                        ScrutinyColourAuditOptions *options,
                                        GError **error)
{
  g_autoptr (ScrutinyColourAudit) self = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_RULE (rule), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_COLOUR_AUDIT_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (SCRUTINY_TYPE_COLOUR_AUDIT, NULL);
  self->result.rows = read_rows (table, rule, options, error);
  if (!self->result.rows)
    return NULL;

  hash = columns_dup_hash (table);
  g_object_unref (self->method);
  self->method = audit_method_new (scrutiny_colour_rule_get_text (rule), options, hash);
  if (self->result.rows->n_rows == 0)
    return g_steal_pointer (&self);

  look (&self->result, options ? scrutiny_colour_audit_options_get_chart (options) : NULL);
  tell (self);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_colour_audit_get_changes:
 * @self: an audit
 *
 * Gets how often the status changed from one period with a status to the next: the
 * published one, or the rule's where none was published.
 *
 * Returns: the number of changes, 0 where rows are not periods
 *
 * Since: 0.1
 */
guint
scrutiny_colour_audit_get_changes (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), 0);

  return self->result.steps ? self->result.steps->n_changes : 0;
}

/**
 * scrutiny_colour_audit_get_changes_compared:
 * @self: an audit
 *
 * Gets how often the status changed among the periods that [method@ColourAudit.get_expected] is
 * said of: those with a value and a status, in a stretch whose level is known.
 *
 * Returns: the number of changes, 0 where nothing is expected
 *
 * Since: 0.1
 */
guint
scrutiny_colour_audit_get_changes_compared (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), 0);

  return self->result.chance.n_changes;
}

/**
 * scrutiny_colour_audit_get_expected:
 * @self: an audit
 *
 * Gets how many changes of status to expect of a figure that stays at one level and moves from
 * period to period as this one does.
 *
 * Returns: the mean number, NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_colour_audit_get_expected (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NAN);

  return self->result.chance.expected;
}

/**
 * scrutiny_colour_audit_get_expected_low:
 * @self: an audit
 *
 * Gets the least number of changes that 95 of 100 such figures have.
 *
 * Returns: the number, NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_colour_audit_get_expected_low (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NAN);

  return isnan (self->result.chance.expected) ? NAN : self->result.chance.low;
}

/**
 * scrutiny_colour_audit_get_expected_high:
 * @self: an audit
 *
 * Gets the largest number of changes that 95 of 100 such figures have.
 *
 * Returns: the number, NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_colour_audit_get_expected_high (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NAN);

  return isnan (self->result.chance.expected) ? NAN : self->result.chance.high;
}

/**
 * scrutiny_colour_audit_get_bits_shown:
 * @self: an audit
 *
 * Gets how much the status is seen to move: the bits that one period's status tells, whatever
 * it is about.
 *
 * Returns: bits, NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_colour_audit_get_bits_shown (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NAN);

  return self->result.chance.bits_shown;
}

/**
 * scrutiny_colour_audit_get_bits_carried:
 * @self: an audit
 *
 * Gets how many of the bits shown are about the level of the figure, where that moves as it
 * did between whole years; 0 where no movement can be told from the spread.
 *
 * Returns: bits, NaN with fewer than three whole years
 *
 * Since: 0.1
 */
double
scrutiny_colour_audit_get_bits_carried (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NAN);

  return self->result.chance.bits_carried;
}

/**
 * scrutiny_colour_audit_get_alarm_interval:
 * @self: an audit
 *
 * Gets how many periods pass on average before the figure is beyond the boundary nearest to
 * its usual level, when nothing is happening.
 *
 * Returns: the number of periods, NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_colour_audit_get_alarm_interval (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NAN);

  return 1 / self->result.chance.beyond;
}

/**
 * scrutiny_colour_audit_get_flip_cases:
 * @self: an audit
 *
 * Gets how many cases more or fewer would give the latest row another status.
 *
 * Returns: the number of cases, -1 where it cannot be told
 *
 * Since: 0.1
 */
gint64
scrutiny_colour_audit_get_flip_cases (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), -1);

  return self->result.flip.n_cases;
}

/**
 * scrutiny_colour_audit_get_flip_distance:
 * @self: an audit
 *
 * Gets how far the latest value is from the nearest one with another status, in its own
 * units.
 *
 * Returns: the distance, NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_colour_audit_get_flip_distance (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NAN);

  return self->result.flip.distance;
}

/**
 * scrutiny_colour_audit_get_flip_direction:
 * @self: an audit
 *
 * Gets whether the nearest value with another status is higher or lower.
 *
 * Returns: the direction, none where it cannot be told
 *
 * Since: 0.1
 */
ScrutinyDirection
scrutiny_colour_audit_get_flip_direction (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), SCRUTINY_DIRECTION_NONE);

  if (self->result.flip.direction == 0)
    return SCRUTINY_DIRECTION_NONE;

  return self->result.flip.direction > 0 ? SCRUTINY_DIRECTION_UP : SCRUTINY_DIRECTION_DOWN;
}

/**
 * scrutiny_colour_audit_get_flip_status:
 * @self: an audit
 *
 * Gets the status of the nearest value with another status, in the rule's words.
 *
 * Returns: (transfer none) (nullable): the status, `NULL` where it cannot be told
 *
 * Since: 0.1
 */
const char *
scrutiny_colour_audit_get_flip_status (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NULL);

  return self->result.flip.status;
}

/**
 * scrutiny_colour_audit_get_value_low:
 * @self: an audit
 *
 * Gets the lower end of the 95% interval of the latest value, in its own units.
 *
 * Returns: the lower end, NaN without counts
 *
 * Since: 0.1
 */
double
scrutiny_colour_audit_get_value_low (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NAN);

  return self->result.low;
}

/**
 * scrutiny_colour_audit_get_value_high:
 * @self: an audit
 *
 * Gets the upper end of the 95% interval of the latest value, in its own units.
 *
 * Returns: the upper end, NaN without counts
 *
 * Since: 0.1
 */
double
scrutiny_colour_audit_get_value_high (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NAN);

  return self->result.high;
}

/**
 * scrutiny_colour_audit_get_changes_with_signal:
 * @self: an audit
 *
 * Gets how many changes of status were steps outside ordinary movement.
 *
 * Returns: the number of changes
 *
 * Since: 0.1
 */
guint
scrutiny_colour_audit_get_changes_with_signal (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), 0);

  return self->result.steps ? self->result.steps->n_changes_outside : 0;
}

/**
 * scrutiny_colour_audit_get_signals_without_change:
 * @self: an audit
 *
 * Gets how many steps outside ordinary movement changed no status.
 *
 * Returns: the number of steps
 *
 * Since: 0.1
 */
guint
scrutiny_colour_audit_get_signals_without_change (ScrutinyColourAudit *self)
{
  const AuditSteps *steps;

  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), 0);

  steps = self->result.steps;

  return steps ? steps->n_outside - steps->n_changes_outside : 0;
}

/**
 * scrutiny_colour_audit_get_changes_beyond_chance:
 * @self: an audit
 *
 * Gets how many changes of status lie between periods whose cases differ by more than chance
 * between cases would have them, allowing for how many steps there are.
 *
 * Returns: the number of changes, 0 without numerators and denominators
 *
 * Since: 0.1
 */
guint
scrutiny_colour_audit_get_changes_beyond_chance (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), 0);

  return self->result.counts.n_beyond;
}

/**
 * scrutiny_colour_audit_get_told_by:
 * @self: an audit
 *
 * Gets what says whether a change of status is more than ordinary: `counts`, the cases behind
 * the two periods, where the figure varies as chance between cases makes it or has too few
 * periods for anything else; `steps`, their size against other steps; `NULL` where neither can.
 *
 * Returns: (transfer none) (nullable): what says it
 *
 * Since: 0.1
 */
const char *
scrutiny_colour_audit_get_told_by (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NULL);

  return self->result.steps ? audit_result_get_told_by (&self->result) : NULL;
}

/**
 * scrutiny_colour_audit_get_rows:
 * @self: an audit
 *
 * Gets every row as it was judged.
 *
 * Columns: `period`, or what the row is called; `value`; `published`; `recomputed`; `clause`,
 * the clause of the rule that decided, counted from 0; of totals of the year to date `apart`, the
 * value of the period by itself, and `apart_status`, what the rule would give that; `changed`, 1
 * where the status is another than the one before; `count_chance`, how often chance between cases
 * would set a period and the one before as far apart, allowing for the number of steps;
 * `outside`, 1 after a step outside ordinary movement; `pattern`, 1 where the chart marks the row;
 * `flip_cases`, `flip_distance` and `flip_status`, which of periods only the latest has.
 *
 * Returns: (transfer none): the rows
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_colour_audit_get_rows (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NULL);

  return self->rows;
}

/**
 * scrutiny_colour_audit_get_mismatches:
 * @self: an audit
 *
 * Gets the rows whose published status is not the one that the rule gives.
 *
 * Columns: `period`, `published`, `recomputed`, `clause`. A row without either status is not
 * among them.
 *
 * Returns: (transfer none): the rows
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_colour_audit_get_mismatches (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NULL);

  return self->mismatches;
}

/**
 * scrutiny_colour_audit_get_grid:
 * @self: an audit
 *
 * Gets what a grid of plausible rules makes of the latest value.
 *
 * Ten targets, the published one among them and the same side wanted: a step apart, from
 * five steps below it to four above. A step is 2 for percentages, which stay at or below
 * 100, else the figure 1, 2 or 5 times a power of ten that is nearest to 1/45 of the target.
 * Where the rule gives three statuses, each with three widths of the second: 1, 2.5 and 5
 * steps. Columns: `status`, in the order of the rule, and `n_rules`, how many give it.
 *
 * Returns: (transfer none): the counts, none where the rule is no target with bands beside it
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_colour_audit_get_grid (ScrutinyColourAudit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT (self), NULL);

  return self->grid;
}
