/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/linkage.h>

#include <scrutiny/event.h>

#include "base/columns-builder.h"
#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/printable.h"
#include "base/result-private.h"
#include "linkage/linkage-direction.h"
#include "linkage/linkage-findings.h"
#include "linkage/linkage-private.h"

#include <math.h>

#define METHOD_ID "linkage"
#define METHOD_VERSION "1"
#define SOURCE \
  "L. D. Haugh (1976), JASA 71, 378-385; C. M. Hurvich, C.-L. Tsai (1989), Biometrika 76, " \
  "297-307; G. Blom (1958), Statistical Estimates and Transformed Beta-Variables"

#define THE_FIGURE "the figure"
#define THE_OUTCOME "the outcome"

#define MOST_OF_A_TITLE 120

/**
 * ScrutinyLinkage:
 *
 * Whether a figure and an outcome move together beyond what each does by itself.
 *
 * Two series that rise always seem linked, and so do two with the same season. Level, line and
 * season are taken off both, then what each foretells of itself; what is new in the one is set
 * beside what is new in the other at each lag, and the same is done with the changes. Only where
 * both agree is it said that the two moved together, and only after a second look without the
 * periods in which both were far out: one event that moved both is no linkage. Nor is a season of
 * any shape that both have: of fewer than two years (of days, two weeks) it is never said.
 *
 * Where they move together, the figure ahead, in fifty periods, it is asked which of the two
 * foretells the other.
 *
 * It never says that one brings the other about. Where the reason says which way the outcome
 * moves, the verdict says whether it did. What could not have been seen is said with it.
 *
 * Since: 0.1
 */
struct _ScrutinyLinkage {
  GObject parent_instance;

  KernelLinkage found;
  const char *verdict;
  char **guarded; /* labels of periods */
  ScrutinyTable *routes;
  LinkageDirection direction;
  ScrutinyTable *ways;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_linkage_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyLinkage,
                               scrutiny_linkage,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_linkage_result_init))

static void
scrutiny_linkage_finalize (GObject *object)
{
  ScrutinyLinkage *self = SCRUTINY_LINKAGE (object);

  g_strfreev (self->guarded);
  g_clear_object (&self->routes);
  g_clear_object (&self->ways);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_linkage_parent_class)->finalize (object);
}

static void
scrutiny_linkage_class_init (ScrutinyLinkageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_linkage_finalize;
}

static void
scrutiny_linkage_init (ScrutinyLinkage *self)
{
  const KernelLagged none = { 0, NAN, 0, NAN };

  self->found =
      (KernelLinkage){ .level = none, .change = none, .low = NAN, .high = NAN, .smallest = NAN };
  self->verdict = "cannot-tell";
  self->guarded = g_new0 (char *, 1);
  self->routes = scrutiny_table_new ();
  linkage_direction_init (&self->direction);
  self->ways = scrutiny_table_new ();
  self->method = scrutiny_method_new (METHOD_ID, METHOD_VERSION, NULL, SOURCE, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup (LINKAGE_NOTHING);
}

static ScrutinyMethod *
scrutiny_linkage_get_method (ScrutinyResult *result)
{
  return SCRUTINY_LINKAGE (result)->method;
}

static const char *
scrutiny_linkage_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_LINKAGE (result)->cannot_tell;
}

static GPtrArray *
scrutiny_linkage_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_LINKAGE (result)->findings);
}

static void
write_route (JsonWriter *writer, const char *name, const KernelLagged *route)
{
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "name", name);
  json_writer_member_double (writer, "p", route->chance);
  json_writer_member_double (writer, "r", route->r);
  json_writer_key (writer, "lag");
  json_writer_int (writer, (gint64) route->lag);
  json_writer_key (writer, "df");
  json_writer_int (writer, (gint64) route->freedom);
  json_writer_end_object (writer);
}

static void
write_routes (ScrutinyLinkage *self, JsonWriter *writer)
{
  json_writer_key (writer, "routes");
  json_writer_begin_array (writer);
  if (!isnan (self->found.level.r)) {
    write_route (writer, "level", &self->found.level);
    write_route (writer, "change", &self->found.change);
  }
  json_writer_end_array (writer);
}

/* What a season that both have leaves of their moving together. */
static const char *
season_name (const KernelLinkage *found)
{
  if (found->season == KERNEL_LINKAGE_IN_SEASON)
    return "alone";

  return found->season == KERNEL_LINKAGE_UNDER_TWO_SEASONS ? "under-two" : NULL;
}

static void
scrutiny_linkage_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyLinkage *self = SCRUTINY_LINKAGE (result);

  json_writer_member_string (writer, "schema", "scrutiny.link/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "verdict", self->verdict);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_key (writer, "n");
  json_writer_int (writer, (gint64) self->found.n_used);
  write_routes (self, writer);
  json_writer_member_double (writer, "low", self->found.low);
  json_writer_member_double (writer, "high", self->found.high);
  json_writer_member_double (writer, "smallest_detectable", self->found.smallest);
  json_writer_key (writer, "guarded_points");
  json_writer_begin_array (writer);
  for (gsize i = 0; self->guarded[i]; i++)
    json_writer_string (writer, self->guarded[i]);
  json_writer_end_array (writer);
  json_writer_member_string (writer, "season", season_name (&self->found));
  linkage_direction_write_json (&self->direction, writer);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_linkage_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_linkage_get_method;
  iface->get_cannot_tell = scrutiny_linkage_get_cannot_tell;
  iface->dup_findings = scrutiny_linkage_dup_findings;
  iface->write_json = scrutiny_linkage_write_json;
}

/* --- What is asked ------------------------------------------------------------------------------
 */

/* Two figures, what they are called, and what happened to them. */
typedef struct {
  ScrutinySeries *x, *y;
  char *name_x, *name_y;
  GPtrArray *events; /* of char *, spans */
  ScrutinyDirection expected;
  int max_lag;
} Asked;

static void
asked_clear (Asked *self)
{
  g_free (self->name_x);
  g_free (self->name_y);
  g_clear_pointer (&self->events, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static void
ask (Asked *self, ScrutinySeries *x, ScrutinySeries *y, ScrutinyLinkageOptions *options)
{
  const char *const *events = options ? scrutiny_linkage_options_get_events (options) : NULL;

  *self = (Asked){
    .x = x,
    .y = y,
    .events = g_ptr_array_new_with_free_func (g_free),
    .expected = options ? scrutiny_linkage_options_get_expected (options) : SCRUTINY_DIRECTION_NONE,
    .max_lag = options ? scrutiny_linkage_options_get_max_lag (options) : -1,
  };
  for (gsize i = 0; events && events[i]; i++)
    g_ptr_array_add (self->events, g_strdup (events[i]));
}

static GVariant *
parameters_new (const Asked *self, guint lag)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);
  const char *expected = scrutiny_direction_get_name (self->expected);

  g_variant_dict_insert (&parameters, "max_lag", "x", (gint64) lag);
  g_variant_dict_insert (&parameters, "expected", "s", expected);
  g_variant_dict_insert_value (
      &parameters, "events",
      g_variant_new_strv ((const char *const *) self->events->pdata, (gssize) self->events->len));
  g_variant_dict_insert (&parameters, "outcome", "s", scrutiny_series_get_hash (self->y));

  return g_variant_dict_end (&parameters);
}

/* --- The answer ---------------------------------------------------------------------------------
 */

static void
add_route (ColumnsBuilder *builder, const char *name, const KernelLagged *route)
{
  columns_builder_add_text (builder, "name", name);
  columns_builder_add_number (builder, "p", route->chance);
  columns_builder_add_number (builder, "r", route->r);
  columns_builder_add_number (builder, "lag", (double) route->lag);
  columns_builder_add_number (builder, "df", (double) route->freedom);
}

static ScrutinyTable *
tabulate (const KernelLinkage *found)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  add_route (builder, "level", &found->level);
  add_route (builder, "change", &found->change);

  return columns_builder_end (builder);
}

static char **
dup_guarded (const KernelLinkage *found, const LinkedPair *pair)
{
  char **labels = g_new0 (char *, found->n_shocks + 1);

  for (gsize k = 0; k < found->n_shocks; k++)
    labels[k] = linked_pair_dup_label (pair, found->shocks[k]);

  return labels;
}

static void
tell_direction (ScrutinyLinkage *self, const LinkageSaying *saying)
{
  linkage_direction_look (&self->direction, saying->pair, &self->found);
  linkage_direction_add_finding (&self->direction, saying, self->method, self->findings);
  g_object_unref (self->ways);
  self->ways = linkage_direction_tabulate (&self->direction);
}

static void
set_answer (ScrutinyLinkage *self, const Asked *asked, const LinkedPair *pair, guint lag)
{
  const LinkageSaying saying = {
    .indicator = asked->name_x ? asked->name_x : THE_FIGURE,
    .outcome = asked->name_y ? asked->name_y : THE_OUTCOME,
    .expected = asked->expected,
    .pair = pair,
    .found = &self->found,
  };

  g_clear_pointer (&self->cannot_tell, g_free);
  if (linked_pair_look (pair, lag, &self->found) != KERNEL_OK) {
    self->cannot_tell = g_strdup (LINKAGE_NOTHING_LEFT);
    return;
  }
  self->verdict = linkage_verdict_name (&self->found, asked->expected);
  g_object_unref (self->routes);
  self->routes = tabulate (&self->found);
  g_strfreev (self->guarded);
  self->guarded = dup_guarded (&self->found, pair);
  g_ptr_array_unref (self->findings);
  self->findings = linkage_findings_new (&saying, self->method);
  tell_direction (self, &saying);
  self->cannot_tell = linkage_dup_cannot_tell (&saying);
}

static gboolean
leave_events_out (LinkedPair *pair, const Asked *asked, GError **error)
{
  for (guint i = 0; i < asked->events->len; i++)
    if (!linked_pair_leave_out (pair, asked->events->pdata[i], error))
      return FALSE;

  return TRUE;
}

static void
set_method (ScrutinyLinkage *self, const Asked *asked, guint lag)
{
  g_object_unref (self->method);
  self->method = scrutiny_method_new_of_series (METHOD_ID, METHOD_VERSION,
                                                parameters_new (asked, lag), SOURCE, asked->x);
}

static ScrutinyLinkage *
answer (const Asked *asked, GError **error)
{
  g_autoptr (ScrutinyLinkage) self = g_object_new (SCRUTINY_TYPE_LINKAGE, NULL);
  g_auto (LinkedPair) pair = { 0 };
  char *reason = linked_pair_dup_refusal (asked->x, asked->y);
  guint lag = (guint) MAX (asked->max_lag, 0);

  if (!reason) {
    linked_pair_init (&pair, asked->x, asked->y);
    if (!leave_events_out (&pair, asked, error))
      return NULL;
    lag = linked_pair_choose_lag (&pair, asked->max_lag);
    reason = linked_pair_dup_lack (&pair, lag);
    self->found.n_used = pair.n_used;
  }
  set_method (self, asked, lag);
  if (reason) {
    g_free (self->cannot_tell);
    self->cannot_tell = reason;
  } else {
    set_answer (self, asked, &pair, lag);
  }

  return g_steal_pointer (&self);
}

/**
 * scrutiny_linkage_new_of_series:
 * @series: a figure
 * @outcome: what it is said to lead to
 * @options: (nullable): what the reason says, or `NULL` for nothing
 * @error: return location for an error
 *
 * Asks whether two series move together.
 *
 * Series to which the question cannot be put are no error: the result [iface@Result] cannot tell,
 * and says why. Fails with [error@Scrutiny.Error.UNREADABLE] or
 * [error@Scrutiny.Error.OUT_OF_RANGE] if an event's periods are none, or run backwards.
 *
 * Returns: (transfer full): the answer
 *
 * Since: 0.1
 */
ScrutinyLinkage *
scrutiny_linkage_new_of_series (ScrutinySeries *series,
                                ScrutinySeries *outcome,
                                ScrutinyLinkageOptions *options,
                                GError **error)
{
  g_auto (Asked) asked = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (SCRUTINY_IS_SERIES (outcome), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_LINKAGE_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ask (&asked, series, outcome, options);

  return answer (&asked, error);
}

ScrutinyLinkage *
scrutiny_linkage_new_refused (char *reason)
{
  ScrutinyLinkage *self = g_object_new (SCRUTINY_TYPE_LINKAGE, NULL);

  g_free (self->cannot_tell);
  self->cannot_tell = reason;

  return self;
}

/**
 * scrutiny_linkage_new:
 * @indicator: an indicator with figures
 * @outcome: what it is said to lead to
 * @options: (nullable): what the reason says, or `NULL` for nothing
 * @error: return location for an error
 *
 * Asks whether an indicator and an outcome move together. Periods of the events of both are left
 * out; an indicator that was defined anew cannot be told of.
 *
 * Fails as [ctor@Linkage.new_of_series] does.
 *
 * Returns: (transfer full): the answer
 *
 * Since: 0.1
 */
ScrutinyLinkage *
scrutiny_linkage_new (ScrutinyIndicator *indicator,
                      ScrutinyIndicator *outcome,
                      ScrutinyLinkageOptions *options,
                      GError **error)
{
  g_auto (Asked) asked = { 0 };
  g_autofree char *reason = NULL;
  ScrutinyLinkage *self;

  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (indicator), NULL);
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (outcome), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_LINKAGE_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ask (&asked, scrutiny_indicator_get_series (indicator), scrutiny_indicator_get_series (outcome),
       options);
  if (!asked.x || !asked.y)
    return g_object_new (SCRUTINY_TYPE_LINKAGE, NULL);
  linkage_add_events (asked.events, indicator);
  linkage_add_events (asked.events, outcome);
  asked.name_x = printable_dup (scrutiny_indicator_get_title (indicator), MOST_OF_A_TITLE);
  asked.name_y = printable_dup (scrutiny_indicator_get_title (outcome), MOST_OF_A_TITLE);
  reason = linkage_dup_break (indicator, asked.x);
  if (!reason)
    reason = linkage_dup_break (outcome, asked.y);
  if (!reason)
    return answer (&asked, error);

  self = scrutiny_linkage_new_refused (g_steal_pointer (&reason));
  set_method (self, &asked, (guint) MAX (asked.max_lag, 0));

  return self;
}

/**
 * scrutiny_linkage_get_verdict:
 * @self: an answer
 *
 * Gets the answer in a word: `moves-with`, where the reason does not say which way;
 * `moved-as-stated`, `moved-other-way`; `none-as-strong`, where no link as strong as a correlation
 * of 0.5 was seen and one would have been; `cannot-tell`.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
scrutiny_linkage_get_verdict (ScrutinyLinkage *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE (self), "cannot-tell");

  return self->verdict;
}

/**
 * scrutiny_linkage_get_routes:
 * @self: an answer
 *
 * Gets the two ways in which the pair was looked at.
 *
 * Columns: `name`, `level` for the series and `change` for their changes; `p`, the chance of any
 * lag where nothing is there; `r`, `lag` and `df` of the clearest lag. No rows where the question
 * could not be put.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_linkage_get_routes (ScrutinyLinkage *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE (self), NULL);

  return self->routes;
}

/**
 * scrutiny_linkage_get_smallest_detectable:
 * @self: an answer
 *
 * Gets the correlation that would be seen four times of five.
 *
 * Returns: between 0 and 1; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_linkage_get_smallest_detectable (ScrutinyLinkage *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE (self), NAN);

  return self->found.smallest;
}

/**
 * scrutiny_linkage_get_n_periods:
 * @self: an answer
 *
 * Gets in how many periods both figures were looked at.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_linkage_get_n_periods (ScrutinyLinkage *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE (self), 0);

  return (guint) self->found.n_used;
}

/**
 * scrutiny_linkage_dup_guarded:
 * @self: an answer
 *
 * Gets the periods in which both were far out, if it is in those alone that they moved together.
 *
 * Returns: (transfer full) (array zero-terminated=1): their labels; none where there are none
 *
 * Since: 0.1
 */
char **
scrutiny_linkage_dup_guarded (ScrutinyLinkage *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE (self), NULL);

  return g_strdupv (self->guarded);
}

/**
 * scrutiny_linkage_get_direction:
 * @self: an answer
 *
 * Gets which of the two comes first in a word: `figure-first` where only the figure's past
 * foretells the outcome beyond the outcome's own past, `outcome-first` where it is the other way
 * round, `both`, or `cannot-tell`; `not-asked` of two that were not seen to move together with the
 * figure ahead, and of fewer than fifty periods.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
scrutiny_linkage_get_direction (ScrutinyLinkage *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE (self), "not-asked");

  return self->direction.word;
}

/**
 * scrutiny_linkage_get_ways:
 * @self: an answer
 *
 * Gets what the past of each foretells of the other.
 *
 * Columns: `name`, `forward` for the outcome by the figure's past and `backward`; `f`, the ratio of
 * variances, with `df_above` and `df_below`, and `p`, its chance where it foretells nothing; `lag`,
 * how many periods of the past count. No rows where it was not asked.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_linkage_get_ways (ScrutinyLinkage *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE (self), NULL);

  return self->ways;
}
