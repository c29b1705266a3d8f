/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/colour-panel.h>

#include <scrutiny/colour-audit.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/audit-chance.h"
#include "challenge/audit-steps.h"
#include "trend/panel-tabulate.h"

#include <glib/gi18n.h>
#include <math.h>

#define EMPTY "No series was given: ask for the figures of several areas or services by period."
#define NONE_LEFT "No series has as many periods with a value as are asked for."

/**
 * ScrutinyColourPanel:
 *
 * What the statuses of many series under one rule rest on.
 *
 * Each series is audited as by [class@ColourAudit], and what they say is added up: how often
 * statuses changed, in how many of these cases the figure took a step outside ordinary
 * movement, how many such steps changed no status, and how many changes figures that stay at
 * one level would have given.
 *
 * Since: 0.1
 */
struct _ScrutinyColourPanel {
  GObject parent_instance;

  ScrutinyTable *table;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  const char *cannot_tell;
  guint n_series, n_left_out;
  guint changes, changes_with_signal, signals_without_change;
  double expected; /* of the series it is known of */
};

static void scrutiny_colour_panel_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyColourPanel,
                               scrutiny_colour_panel,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_colour_panel_result_init))

static void
scrutiny_colour_panel_finalize (GObject *object)
{
  ScrutinyColourPanel *self = SCRUTINY_COLOUR_PANEL (object);

  g_clear_object (&self->table);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_colour_panel_parent_class)->finalize (object);
}

static void
scrutiny_colour_panel_class_init (ScrutinyColourPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_colour_panel_finalize;
}

static ScrutinyMethod *
method_new (const char *rule, guint least, const char *input_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "rule", "s", rule);
  g_variant_dict_insert (&parameters, "least", "x", (gint64) least);
  g_variant_dict_insert (&parameters, "step_limit", "d", AUDIT_STEP_LIMIT);

  return scrutiny_method_new ("colour-panel", "1", g_variant_dict_end (&parameters), NULL,
                              input_hash);
}

static void
scrutiny_colour_panel_init (ScrutinyColourPanel *self)
{
  self->table = scrutiny_table_new ();
  self->method = method_new ("", 0, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = EMPTY;
  self->expected = NAN;
}

static ScrutinyMethod *
scrutiny_colour_panel_get_method (ScrutinyResult *result)
{
  return SCRUTINY_COLOUR_PANEL (result)->method;
}

static const char *
scrutiny_colour_panel_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_COLOUR_PANEL (result)->cannot_tell;
}

static GPtrArray *
scrutiny_colour_panel_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_COLOUR_PANEL (result)->findings);
}

static void
write_int (JsonWriter *writer, const char *key, gint64 value)
{
  json_writer_key (writer, key);
  json_writer_int (writer, value);
}

static void
scrutiny_colour_panel_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyColourPanel *self = SCRUTINY_COLOUR_PANEL (result);

  json_writer_member_string (writer, "schema", "scrutiny.colour-panel/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  write_int (writer, "n_series", self->n_series);
  write_int (writer, "n_left_out", self->n_left_out);
  write_int (writer, "changes", self->changes);
  json_writer_member_double (writer, "expected", self->expected);
  write_int (writer, "changes_with_signal", self->changes_with_signal);
  write_int (writer, "signals", self->changes_with_signal + self->signals_without_change);
  write_int (writer, "signals_without_change", self->signals_without_change);
  json_writer_key (writer, "series");
  columns_write_rows (self->table, writer);
}

static void
scrutiny_colour_panel_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_colour_panel_get_method;
  iface->get_cannot_tell = scrutiny_colour_panel_get_cannot_tell;
  iface->dup_findings = scrutiny_colour_panel_dup_findings;
  iface->write_json = scrutiny_colour_panel_write_json;
}

/* --- One series ---------------------------------------------------------------------------- */

typedef struct {
  ScrutinyColourRule *rule;
  guint least;
} How;

static guint
count_values (ScrutinySeries *series)
{
  gsize n_values;
  const double *values = scrutiny_series_get_values (series, &n_values);
  guint n = 0;

  for (gsize i = 0; i < n_values; i++)
    n += isfinite (values[i]) != 0;

  return n;
}

static ScrutinyColourAudit *
audit_series (ScrutinySeries *series, How *how, GError **error)
{
  const guint n = count_values (series);
  g_autoptr (ScrutinyTable) figures = NULL;

  if (n < how->least) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, NULL,
                           "%u periods with a value; %u are asked for", n, how->least);
    return NULL;
  }
  figures = columns_of_series (series);

  return scrutiny_colour_audit_new (figures, how->rule, NULL, error);
}

static double
number_of_changes (ScrutinyColourAudit *audit)
{
  return scrutiny_colour_audit_get_changes (audit);
}

static double
number_with_signal (ScrutinyColourAudit *audit)
{
  return scrutiny_colour_audit_get_changes_with_signal (audit);
}

static double
number_without_change (ScrutinyColourAudit *audit)
{
  return scrutiny_colour_audit_get_signals_without_change (audit);
}

static double
is_flagged (ScrutinyColourAudit *audit)
{
  const double changes = scrutiny_colour_audit_get_changes_compared (audit);

  return changes < scrutiny_colour_audit_get_expected_low (audit) ||
         changes > scrutiny_colour_audit_get_expected_high (audit);
}

static double
false_alarm (ScrutinyColourAudit *audit)
{
  return isnan (scrutiny_colour_audit_get_expected (audit)) ? NAN : 1 - CHANCE_LEVEL;
}

static const PanelColumn columns[] = {
  PANEL_NUMBER ("changes", number_of_changes),
  PANEL_NUMBER ("expected", scrutiny_colour_audit_get_expected),
  PANEL_NUMBER ("low", scrutiny_colour_audit_get_expected_low),
  PANEL_NUMBER ("high", scrutiny_colour_audit_get_expected_high),
  PANEL_NUMBER ("changes_with_signal", number_with_signal),
  PANEL_NUMBER ("signals_without_change", number_without_change),
  PANEL_NUMBER ("alarm_every", scrutiny_colour_audit_get_alarm_interval),
  PANEL_NUMBER ("bits_shown", scrutiny_colour_audit_get_bits_shown),
  PANEL_NUMBER ("bits_carried", scrutiny_colour_audit_get_bits_carried),
  PANEL_MADE ("findings", panel_dup_finding_ids),
  PANEL_END,
};

static const PanelAnalysis analysis = {
  (PanelMake) audit_series,
  g_object_unref,
  (PanelLent) scrutiny_result_get_cannot_tell,
  columns,
  (PanelNumber) is_flagged,
  (PanelNumber) false_alarm,
  NULL,
};

/* --- All of them --------------------------------------------------------------------------- */

static void
add_up (ScrutinyColourPanel *self)
{
  const gsize n_rows = scrutiny_table_get_n_rows (self->table);
  const char *const *statuses = columns_find_texts (self->table, "status");
  const double *changes = columns_find_numbers (self->table, "changes");
  const double *with_signal = columns_find_numbers (self->table, "changes_with_signal");
  const double *without = columns_find_numbers (self->table, "signals_without_change");
  const double *expected = columns_find_numbers (self->table, "expected");

  self->expected = 0;
  for (gsize i = 0; i < n_rows; i++) {
    if (!g_str_equal (statuses[i], "done")) {
      self->n_left_out++;
      continue;
    }
    self->n_series++;
    self->changes += (guint) changes[i];
    self->changes_with_signal += (guint) with_signal[i];
    self->signals_without_change += (guint) without[i];
    self->expected += isnan (expected[i]) ? 0 : expected[i];
  }
  self->cannot_tell = n_rows == 0 ? EMPTY : self->n_series == 0 ? NONE_LEFT : NULL;
}

static void
insert_counts (GVariantDict *facts, const ScrutinyColourPanel *self)
{
  const guint signals = self->changes_with_signal + self->signals_without_change;

  g_variant_dict_insert (facts, "n_series", "x", (gint64) self->n_series);
  g_variant_dict_insert (facts, "n_left_out", "x", (gint64) self->n_left_out);
  g_variant_dict_insert (facts, "changes", "x", (gint64) self->changes);
  g_variant_dict_insert (facts, "changes_within", "x",
                         (gint64) (self->changes - self->changes_with_signal));
  g_variant_dict_insert (facts, "signals", "x", (gint64) signals);
  g_variant_dict_insert (facts, "signals_without_change", "x",
                         (gint64) self->signals_without_change);
  g_variant_dict_insert (facts, "expected", "d", round (self->expected));
}

static void
tell (ScrutinyColourPanel *self)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);
  g_auto (GVariantDict) again = G_VARIANT_DICT_INIT (NULL);

  if (self->cannot_tell)
    return;

  insert_counts (&facts, self);
  finding_list_add (
      self->findings, self->method, "colour.panel",
      N_ ("In {n_series} {n_series|series|series} the status changed {changes:n} "
          "{changes|time|times}; {changes_within:n} of these were steps within ordinary movement "
          "from one period to the next. Of {signals:n} steps outside it {signals_without_change:n} "
          "changed no status."),
      N_ ("Which of the changes were looked into, and what were they found to be?"), NULL, &facts);
  insert_counts (&again, self);
  finding_list_add (
      self->findings, self->method, "colour.panel-expected",
      N_ ("Figures that stay at one level each, and move from period to period as these do, would "
          "change status about {expected:n} times; these did {changes:n} times."),
      N_ ("What would tell a change in a service from ordinary movement here?"), NULL, &again);
}

/**
 * scrutiny_colour_panel_new:
 * @panel: many series
 * @rule: the stated rule, which looks at nothing but `value`, `numerator` and
 *   `denominator`
 * @least: periods with a value that a series must have; others are left out
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Audits the statuses that one rule gives many series, on as many threads as
 * [property@Panel:threads] says. The result is the same for any number.
 *
 * Returns: (transfer full): the audits added up, or `NULL` with @error set if it was stopped
 *
 * Since: 0.1
 */
ScrutinyColourPanel *
scrutiny_colour_panel_new (ScrutinyPanel *panel,
                           ScrutinyColourRule *rule,
                           guint least,
                           ScrutinyProgress *progress,
                           GCancellable *cancellable,
                           GError **error)
{
  How how = { rule, least };
  g_autoptr (ScrutinyTable) table = NULL;
  g_autofree char *hash = NULL;
  ScrutinyColourPanel *self;

  g_return_val_if_fail (SCRUTINY_IS_PANEL (panel), NULL);
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_RULE (rule), NULL);
  g_return_val_if_fail (progress == NULL || SCRUTINY_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  table = panel_tabulate (panel, &analysis, &how, progress, cancellable, error);
  if (!table)
    return NULL;

  self = g_object_new (SCRUTINY_TYPE_COLOUR_PANEL, NULL);
  g_set_object (&self->table, table);
  hash = columns_dup_hash (scrutiny_panel_get_table (panel));
  g_object_unref (self->method);
  self->method = method_new (scrutiny_colour_rule_get_text (rule), least, hash);
  add_up (self);
  tell (self);

  return self;
}

/**
 * scrutiny_colour_panel_get_n_series:
 * @self: an audit of many series
 *
 * Gets how many series were audited; those that were refused or cannot be told are not among
 * them.
 *
 * Returns: the number of series
 *
 * Since: 0.1
 */
guint
scrutiny_colour_panel_get_n_series (ScrutinyColourPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_PANEL (self), 0);

  return self->n_series;
}

/**
 * scrutiny_colour_panel_get_changes:
 * @self: an audit of many series
 *
 * Gets how often the status changed, in all series together.
 *
 * Returns: the number of changes
 *
 * Since: 0.1
 */
guint
scrutiny_colour_panel_get_changes (ScrutinyColourPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_PANEL (self), 0);

  return self->changes;
}

/**
 * scrutiny_colour_panel_get_expected:
 * @self: an audit of many series
 *
 * Gets how many changes of status to expect of figures that stay at one level each; series of
 * which that cannot be told add nothing.
 *
 * Returns: the mean number, NaN without series
 *
 * Since: 0.1
 */
double
scrutiny_colour_panel_get_expected (ScrutinyColourPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_PANEL (self), NAN);

  return self->expected;
}

/**
 * scrutiny_colour_panel_get_changes_with_signal:
 * @self: an audit of many series
 *
 * Gets how many changes of status were steps outside ordinary movement.
 *
 * Returns: the number of changes
 *
 * Since: 0.1
 */
guint
scrutiny_colour_panel_get_changes_with_signal (ScrutinyColourPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_PANEL (self), 0);

  return self->changes_with_signal;
}

/**
 * scrutiny_colour_panel_get_signals_without_change:
 * @self: an audit of many series
 *
 * Gets how many steps outside ordinary movement changed no status.
 *
 * Returns: the number of steps
 *
 * Since: 0.1
 */
guint
scrutiny_colour_panel_get_signals_without_change (ScrutinyColourPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_PANEL (self), 0);

  return self->signals_without_change;
}

/**
 * scrutiny_colour_panel_get_table:
 * @self: an audit of many series
 *
 * Gets what was found of each series, a row each in their order.
 *
 * Columns: the keys; `status`, which is `done`, `cannot-tell` or `refused`, and `reason`;
 * `n_values`, `first` and `last`; `changes`, `expected` with `low` and `high`,
 * `changes_with_signal`, `signals_without_change`, `alarm_every`, `bits_shown`,
 * `bits_carried` and `findings`, their ids with blanks between; `flagged`, 1 where there are
 * more or fewer changes than 95 of 100 figures without a change have, and `false_alarm`.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_colour_panel_get_table (ScrutinyColourPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_PANEL (self), NULL);

  return self->table;
}
