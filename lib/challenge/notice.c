/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/notice.h>

#include "base/columns-builder.h"
#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/number.h"
#include "base/result-private.h"
#include "base/timeline-private.h"
#include "challenge/notice-findings.h"

#include <math.h>
#include <string.h>

#define EMPTY "There are no values: ask for the figures by period."

/**
 * ScrutinyNotice:
 *
 * What a figure could notice: a statement of power, and no alarm.
 *
 * From the level of the last year, the number of cases and how much the figure moves without
 * reason: the least move that is usually noticed in one period set against the year before, and
 * from one year to the next; how long a move that stays would take until a period lies outside
 * the limits for ordinary movement; whether there is room for such a move; and how often the
 * figure was none or all of the cases.
 *
 * Since: 0.1
 */
struct _ScrutinyNotice {
  GObject parent_instance;

  NoticeFigures figures;
  double level, power;
  char *per, *plural;
  char *since; /* the period it is worked out from, where that is not the first */
  ScrutinyTable *times;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  const char *cannot_tell;
};

static void scrutiny_notice_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyNotice,
                               scrutiny_notice,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_notice_result_init))

static void
scrutiny_notice_finalize (GObject *object)
{
  ScrutinyNotice *self = SCRUTINY_NOTICE (object);

  notice_figures_clear (&self->figures);
  g_clear_pointer (&self->since, g_free);
  g_clear_pointer (&self->per, g_free);
  g_clear_pointer (&self->plural, g_free);
  g_clear_object (&self->times);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_notice_parent_class)->finalize (object);
}

static void
scrutiny_notice_class_init (ScrutinyNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_notice_finalize;
}

static GVariant *
parameters_new (double level, double power)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "level", "d", level);
  g_variant_dict_insert (&parameters, "power", "d", power);
  g_variant_dict_insert (&parameters, "least_before", "x", (gint64) NOTICE_LEAST_BEFORE);
  g_variant_dict_insert (&parameters, "limit_width", "d", (double) NOTICE_LIMIT_WIDTH);

  return g_variant_dict_end (&parameters);
}

static void
scrutiny_notice_init (ScrutinyNotice *self)
{
  notice_figures_init (&self->figures);
  self->level = NAN;
  self->power = NAN;
  self->per = g_strdup ("period");
  self->plural = g_strdup ("periods");
  self->times = scrutiny_table_new ();
  self->method = scrutiny_method_new ("notice", "1", parameters_new (NAN, NAN), NULL, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = EMPTY;
}

static ScrutinyMethod *
scrutiny_notice_get_method (ScrutinyResult *result)
{
  return SCRUTINY_NOTICE (result)->method;
}

static const char *
scrutiny_notice_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_NOTICE (result)->cannot_tell;
}

static GPtrArray *
scrutiny_notice_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_NOTICE (result)->findings);
}

static void
write_figures (ScrutinyNotice *self, JsonWriter *writer)
{
  static const char *const laws[] = { "normal", "binomial", "poisson" };
  const NoticeFigures *figures = &self->figures;

  json_writer_member_string (writer, "law", self->cannot_tell ? NULL : laws[figures->figure.law]);
  json_writer_member_double (writer, "usual", figures->usual);
  json_writer_member_double (writer, "cases", figures->cases);
  json_writer_member_double (writer, "spread", figures->deviation);
  json_writer_member_double (writer, "dispersion", figures->dispersion);
  json_writer_member_double (writer, "resemblance", self->cannot_tell ? NAN : figures->resemblance);
  json_writer_member_double (writer, "power_up", figures->power_up);
  json_writer_member_double (writer, "power_down", figures->power_down);
  json_writer_member_double (writer, "room_up", figures->room_up);
  json_writer_member_double (writer, "room_down", figures->room_down);
  json_writer_key (writer, "n_ends");
  json_writer_int (writer, figures->n_ends);
}

static void
scrutiny_notice_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyNotice *self = SCRUTINY_NOTICE (result);

  json_writer_member_string (writer, "schema", "scrutiny.notice/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_double (writer, "smallest_change", self->figures.smallest);
  json_writer_member_double (writer, "smallest_change_year", self->figures.smallest_year);
  json_writer_member_double (writer, "power", self->power);
  json_writer_member_string (writer, "per", self->per);
  json_writer_member_string (writer, "since", self->since);
  write_figures (self, writer);
  json_writer_key (writer, "times");
  columns_write_rows (self->times, writer);
}

static void
scrutiny_notice_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_notice_get_method;
  iface->get_cannot_tell = scrutiny_notice_get_cannot_tell;
  iface->dup_findings = scrutiny_notice_dup_findings;
  iface->write_json = scrutiny_notice_write_json;
}

static gboolean
check_share (const char *what, double value, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  if (value > 0 && value < 1)
    return TRUE;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                         "%s: %s is not between 0 and 1; give a share such as 0.95 or 0.8", what,
                         number_show (value, text));

  return FALSE;
}

static char *
dup_period (ScrutinySeries *series, gsize i)
{
  const Period period = scrutiny_timeline_get_period (scrutiny_series_get_timeline (series), i);

  return period_dup_text (&period);
}

/* “months” and “month”. */
static void
name_periods (ScrutinyNotice *self, ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);

  if (scrutiny_series_get_n_values (series) == 0)
    return;
  g_free (self->plural);
  g_free (self->per);
  self->plural = g_strdup (period_get_plural (scrutiny_timeline_get_period (timeline, 0).calendar));
  self->per = g_strndup (self->plural, strlen (self->plural) - 1);
}

static void
tabulate_times (ScrutinyNotice *self)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint k = 0; k < self->figures.n_times; k++) {
    const NoticeTime *time = &self->figures.times[k];

    columns_builder_add_number (builder, "change", time->change);
    columns_builder_add_number (builder, "periods_up", time->up);
    columns_builder_add_number (builder, "periods_down", time->down);
  }
  g_object_unref (self->times);
  self->times = columns_builder_end (builder);
}

static void
tell (ScrutinyNotice *self)
{
  const NoticeStory story = { &self->figures, self->per,   self->plural,
                              self->since,    self->level, self->power };

  tabulate_times (self);
  if (!self->cannot_tell)
    notice_findings_add (self->findings, &story, self->method);
}

/**
 * scrutiny_notice_new:
 * @series: a figure by period, with counts where it is a share
 * @level: of the two-sided test that notices, such as 0.95
 * @power: how often it should, such as 0.8
 * @error: return location for an error
 *
 * Works out what the figure could notice.
 *
 * Fewer than eight values, and year-to-date or rolling figures, are no error: the result
 * [iface@Result] cannot tell. Fails with [error@Scrutiny.Error.OUT_OF_RANGE] for a level or a
 * power that is not between 0 and 1.
 *
 * Returns: (transfer full): what it could notice, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyNotice *
scrutiny_notice_new (ScrutinySeries *series, double level, double power, GError **error)
{
  ScrutinyNotice *self;

  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_share ("Level", level, error) || !check_share ("Power", power, error))
    return NULL;

  self = g_object_new (SCRUTINY_TYPE_NOTICE, NULL);
  self->level = level;
  self->power = power;
  g_object_unref (self->method);
  self->method =
      scrutiny_method_new_of_series ("notice", "1", parameters_new (level, power), NULL, series);
  name_periods (self, series);
  self->cannot_tell = notice_figures_fill (&self->figures, series, level, power);
  if (self->figures.first > 0)
    self->since = dup_period (series, self->figures.first);
  tell (self);

  return self;
}

/**
 * scrutiny_notice_get_smallest_change:
 * @self: what a figure could notice
 *
 * Gets the least move that is usually noticed in one period, set against a year of periods
 * before, or four where a year has fewer.
 *
 * Returns: the move, in the figure's own unit; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_notice_get_smallest_change (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NAN);

  return self->figures.smallest;
}

/**
 * scrutiny_notice_get_smallest_change_year:
 * @self: what a figure could notice
 *
 * Gets the least move that is usually noticed from one year to the next.
 *
 * Returns: the move, in the figure's own unit; NaN where it cannot be told, or a period is a
 *   year or more
 *
 * Since: 0.1
 */
double
scrutiny_notice_get_smallest_change_year (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NAN);

  return self->figures.smallest_year;
}

/**
 * scrutiny_notice_get_power:
 * @self: what a figure could notice
 *
 * Gets how often a move of that size is noticed.
 *
 * Returns: a share, as it was asked for; NaN in a bare one
 *
 * Since: 0.1
 */
double
scrutiny_notice_get_power (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NAN);

  return self->power;
}

/**
 * scrutiny_notice_get_per:
 * @self: what a figure could notice
 *
 * Gets what one period is called, such as `month`.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
scrutiny_notice_get_per (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NULL);

  return self->per;
}

/**
 * scrutiny_notice_get_usual:
 * @self: what a figure could notice
 *
 * Gets the level of the last year.
 *
 * Returns: the level, in the figure's own unit; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_notice_get_usual (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NAN);

  return self->figures.usual;
}

/**
 * scrutiny_notice_get_cases:
 * @self: what a figure could notice
 *
 * Gets how many cases a period of the last year had on average.
 *
 * Returns: the number of cases; NaN where the figure is no share
 *
 * Since: 0.1
 */
double
scrutiny_notice_get_cases (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NAN);

  return self->figures.cases;
}

/**
 * scrutiny_notice_get_dispersion:
 * @self: what a figure could notice
 *
 * Gets how many times as much as chance among cases gives the figure varies, as a variance.
 *
 * Returns: 1 where it varies no more and no less; NaN of what is no share and no count
 *
 * Since: 0.1
 */
double
scrutiny_notice_get_dispersion (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NAN);

  return self->figures.dispersion;
}

/**
 * scrutiny_notice_get_resemblance:
 * @self: what a figure could notice
 *
 * Gets how much neighbouring periods resemble each other.
 *
 * Returns: their correlation, 0 where that may be chance; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_notice_get_resemblance (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NAN);

  return self->cannot_tell ? NAN : self->figures.resemblance;
}

/**
 * scrutiny_notice_get_since:
 * @self: what a figure could notice
 *
 * Gets the period of the last shift, which it is told from.
 *
 * Returns: (nullable): the period, `NULL` where it is told from the first
 *
 * Since: 0.1
 */
const char *
scrutiny_notice_get_since (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NULL);

  return self->since;
}

/**
 * scrutiny_notice_get_times:
 * @self: what a figure could notice
 *
 * Gets how long moves of several sizes take to be noticed.
 *
 * Columns: `change`, in the figure's own unit; `periods_up` and `periods_down`, how many pass
 * on average until one lies outside the limits for ordinary movement, once the figure has
 * risen or fallen by that and stays there: NaN where there is no room for it.
 *
 * Returns: (transfer none): the times
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_notice_get_times (ScrutinyNotice *self)
{
  g_return_val_if_fail (SCRUTINY_IS_NOTICE (self), NULL);

  return self->times;
}
