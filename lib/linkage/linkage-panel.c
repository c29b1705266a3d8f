/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/linkage-panel.h>

#include "base/columns.h"
#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/printable.h"
#include "base/result-private.h"
#include "linkage/linkage-panel-findings.h"

#include <math.h>

#define METHOD_ID "linkage-panel"
#define METHOD_VERSION "1"
#define SOURCE \
  "F. Pesarin, L. Salmaso (2010), Permutation Tests for Complex Data, chapter 1; B. V. North, " \
  "D. Curtis, P. C. Sham (2002), Am. J. Hum. Genet. 71, 439-441; T. J. VanderWeele, P. Ding " \
  "(2017), Ann. Intern. Med. 167, 268-274"

#define NOTHING "No figures were given: ask for those of several places over several periods."
#define NOTHING_LEFT \
  "One of the two does not move in one place otherwise than in all: nothing is left that could " \
  "move with something."

#define MOST_OF_A_NAME 120

/**
 * ScrutinyLinkagePanel:
 *
 * Whether a figure and an outcome move together in the same places, among several.
 *
 * What each place and each period has of its own is taken off both: a level, a line and a season of
 * the place, and what moved everywhere. Each place then counts for as much as any other. Whole
 * series of the indicator are given to other places, and it is counted how often as strong a link
 * comes about: what each series has in common with its own past then counts for nothing. It takes
 * five places, and two years of what is shorter than a year (of days two weeks); of up to six every
 * way is looked at, of more as many as are asked for are drawn.
 *
 * It assumes that any place could have had any series; where places of a region resemble each
 * other, series change places within regions only. It never says that one brings the other about.
 * Where the outcome is a share of cases, a link that is told of is also said as a ratio of risks,
 * with what an unmeasured cause would need to explain it.
 *
 * Since: 0.1
 */
struct _ScrutinyLinkagePanel {
  GObject parent_instance;

  LinkagePlaces places;
  KernelPanel found;
  PanelRisk risk;
  const char *verdict;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_linkage_panel_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyLinkagePanel,
                               scrutiny_linkage_panel,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_linkage_panel_result_init))

static void
scrutiny_linkage_panel_finalize (GObject *object)
{
  ScrutinyLinkagePanel *self = SCRUTINY_LINKAGE_PANEL (object);

  linkage_places_clear (&self->places);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_linkage_panel_parent_class)->finalize (object);
}

static void
scrutiny_linkage_panel_class_init (ScrutinyLinkagePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_linkage_panel_finalize;
}

static void
scrutiny_linkage_panel_init (ScrutinyLinkagePanel *self)
{
  self->found = (KernelPanel){ NAN, NAN, 0, NAN, NAN };
  self->risk = panel_risk_none ();
  self->verdict = "cannot-tell";
  self->method = scrutiny_method_new (METHOD_ID, METHOD_VERSION, NULL, SOURCE, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup (NOTHING);
}

static ScrutinyMethod *
scrutiny_linkage_panel_get_method (ScrutinyResult *result)
{
  return SCRUTINY_LINKAGE_PANEL (result)->method;
}

static const char *
scrutiny_linkage_panel_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_LINKAGE_PANEL (result)->cannot_tell;
}

static GPtrArray *
scrutiny_linkage_panel_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_LINKAGE_PANEL (result)->findings);
}

static double
scrutiny_linkage_panel_get_chance (ScrutinyResult *result)
{
  return SCRUTINY_LINKAGE_PANEL (result)->found.chance;
}

static void
write_count (JsonWriter *writer, const char *key, gsize count)
{
  json_writer_key (writer, key);
  json_writer_int (writer, (gint64) count);
}

static void
write_places (const LinkagePlaces *self, JsonWriter *writer)
{
  write_count (writer, "n_places", self->n_places);
  write_count (writer, "n_periods", self->n_periods);
  write_count (writer, "n_periods_left_out", self->n_all - self->n_periods);
  json_writer_key (writer, "left_out");
  json_writer_begin_array (writer);
  for (guint i = 0; self->left_out && i < self->left_out->len; i++)
    json_writer_string (writer, self->left_out->pdata[i]);
  json_writer_end_array (writer);
}

static void
scrutiny_linkage_panel_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyLinkagePanel *self = SCRUTINY_LINKAGE_PANEL (result);

  json_writer_member_string (writer, "schema", "scrutiny.link-panel/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "verdict", self->verdict);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  write_places (&self->places, writer);
  write_count (writer, "n_orders", self->found.n_orders);
  json_writer_member_double (writer, "r", self->found.r);
  json_writer_member_double (writer, "slope", self->found.slope);
  json_writer_member_double (writer, "p", self->found.chance);
  json_writer_member_double (writer, "smallest_detectable", fmin (self->found.smallest, 1));
  json_writer_member_double (writer, "contrast", self->risk.contrast);
  json_writer_member_double (writer, "ratio", self->risk.ratio);
  json_writer_member_double (writer, "e_value", self->risk.e_value);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_linkage_panel_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_linkage_panel_get_method;
  iface->get_cannot_tell = scrutiny_linkage_panel_get_cannot_tell;
  iface->dup_findings = scrutiny_linkage_panel_dup_findings;
  iface->get_chance = scrutiny_linkage_panel_get_chance;
  iface->write_json = scrutiny_linkage_panel_write_json;
}

/* --- What is asked ------------------------------------------------------------------------------
 */

typedef struct {
  PlacesAsked places;
  ScrutinyDirection expected;
  double contrast;
  guint draws;
  guint64 seed;
} Asked;

static Asked
ask (const PlacesAsked *places, ScrutinyLinkagePanelOptions *options)
{
  g_autoptr (ScrutinyLinkagePanelOptions) usual =
      options ? NULL : scrutiny_linkage_panel_options_new ();
  ScrutinyLinkagePanelOptions *from = options ? options : usual;
  Asked asked = {
    .places = *places,
    .expected = scrutiny_linkage_panel_options_get_expected (from),
    .contrast = scrutiny_linkage_panel_options_get_contrast (from),
    .draws = scrutiny_linkage_panel_options_get_draws (from),
    .seed = scrutiny_linkage_panel_options_get_seed (from),
  };

  if (!options)
    return asked;
  asked.places.lag = scrutiny_linkage_panel_options_get_lag (options);
  asked.places.region = scrutiny_linkage_panel_options_get_region (options);
  asked.places.indicator_of = scrutiny_linkage_panel_options_get_indicator_of (options);
  asked.places.outcome_of = scrutiny_linkage_panel_options_get_outcome_of (options);

  return asked;
}

static gboolean
check (const Asked *asked, GError **error)
{
  if (isinf (asked->contrast) || asked->contrast == 0) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "contrast", NULL,
                           "Panel, contrast: risks are set side by side where the indicator "
                           "differs; give a number other than 0, or none");
    return FALSE;
  }
  if (asked->draws >= 1 && asked->draws <= KERNEL_PANEL_MOST_DRAWS)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "draws", NULL,
                         "Panel, draws: %u; from 1 to %d orders can be drawn, usually 999",
                         asked->draws, KERNEL_PANEL_MOST_DRAWS);

  return FALSE;
}

static void
insert_text (GVariantDict *parameters, const char *name, const char *text)
{
  g_variant_dict_insert (parameters, name, "s", text ? text : "");
}

static ScrutinyMethod *
method_new (const Asked *asked)
{
  g_autofree char *hash = columns_dup_hash (asked->places.table);
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  insert_text (&parameters, "key", asked->places.key);
  insert_text (&parameters, "period", asked->places.period);
  insert_text (&parameters, "indicator", asked->places.indicator);
  insert_text (&parameters, "outcome", asked->places.outcome);
  insert_text (&parameters, "region", asked->places.region);
  insert_text (&parameters, "indicator_of", asked->places.indicator_of);
  insert_text (&parameters, "outcome_of", asked->places.outcome_of);
  insert_text (&parameters, "expected", scrutiny_direction_get_name (asked->expected));
  g_variant_dict_insert (&parameters, "lag", "x", (gint64) asked->places.lag);
  g_variant_dict_insert (&parameters, "contrast", "d", asked->contrast);
  g_variant_dict_insert (&parameters, "draws", "x", (gint64) asked->draws);
  g_variant_dict_insert (&parameters, "seed", "t", asked->seed);

  return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&parameters), SOURCE,
                              hash);
}

/* --- The answer ---------------------------------------------------------------------------------
 */

static KernelStatus
permute (const LinkagePlaces *places, const Asked *asked, KernelPanel *found)
{
  const KernelPanelShape shape = linkage_places_get_shape (places);
  const gsize n_work = KERNEL_PANEL_WORK (shape.n_places, shape.n_periods);
  g_autofree double *work = g_new (double, n_work);
  g_autofree gsize *order = g_new (gsize, places->n_places);

  return kernel_panel_permutation (&shape, places->x, places->y, places->regions, asked->draws,
                                   asked->seed, work, order, found);
}

static char *
look (ScrutinyLinkagePanel *self, const Asked *asked)
{
  g_autofree char *indicator = printable_dup (asked->places.indicator, MOST_OF_A_NAME);
  g_autofree char *outcome = printable_dup (asked->places.outcome, MOST_OF_A_NAME);
  PanelSaying saying = {
    .indicator = indicator,
    .outcome = outcome,
    .expected = asked->expected,
    .lag = asked->places.lag,
    .places = &self->places,
  };

  if (permute (&self->places, asked, &self->found) != KERNEL_OK)
    return g_strdup (NOTHING_LEFT);
  self->verdict = panel_verdict_name (&self->found, asked->expected);
  if (!g_str_equal (self->verdict, "cannot-tell"))
    self->risk = panel_risk_of (&self->places, self->found.slope, asked->contrast);
  saying.found = self->found;
  saying.risk = self->risk;
  g_ptr_array_unref (self->findings);
  self->findings = panel_findings_new (&saying, self->method);

  return panel_dup_cannot_tell (&saying);
}

static ScrutinyLinkagePanel *
answer (const Asked *asked, GError **error)
{
  g_autoptr (ScrutinyLinkagePanel) self = g_object_new (SCRUTINY_TYPE_LINKAGE_PANEL, NULL);
  char *reason = NULL;

  if (!check (asked, error) || !linkage_places_read (&self->places, &asked->places, &reason, error))
    return NULL;
  g_object_unref (self->method);
  self->method = method_new (asked);
  g_free (self->cannot_tell);
  self->cannot_tell = reason ? reason : look (self, asked);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_linkage_panel_new:
 * @table: a row a place and period; the rows of a place stand together and their periods rise
 * @key: the column that says which place
 * @period: the column of periods
 * @indicator: the column of the figure
 * @outcome: the column of what it is said to lead to
 * @options: (nullable): regions, counts, and what the reason says, or `NULL` for nothing
 * @error: return location for an error
 *
 * Asks whether a figure and an outcome move together in the same places.
 *
 * Places that lack more than one of five of the periods are left out, and then periods that one of
 * the others lacks. Too few places, or a table to which the question cannot be put, are no error:
 * the result [iface@Result] cannot tell, and says why. Fails as [ctor@Panel.new] does, with
 * [error@Scrutiny.Error.MISMATCH] for a place in two regions, [error@Scrutiny.Error.LIMIT] for
 * more than 2,000 places, and [error@Scrutiny.Error.OUT_OF_RANGE] for draws or a contrast that are
 * none.
 *
 * Returns: (transfer full): the answer
 *
 * Since: 0.1
 */
ScrutinyLinkagePanel *
scrutiny_linkage_panel_new (ScrutinyTable *table,
                            const char *key,
                            const char *period,
                            const char *indicator,
                            const char *outcome,
                            ScrutinyLinkagePanelOptions *options,
                            GError **error)
{
  const PlacesAsked places = {
    .table = table,
    .key = key,
    .period = period,
    .indicator = indicator,
    .outcome = outcome,
  };
  Asked asked;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (key != NULL && period != NULL, NULL);
  g_return_val_if_fail (indicator != NULL && outcome != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_LINKAGE_PANEL_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  asked = ask (&places, options);

  return answer (&asked, error);
}

/**
 * scrutiny_linkage_panel_dup_left_out:
 * @self: an answer
 *
 * Gets the places that lack more than one of five of the periods.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names; none where there are none
 *
 * Since: 0.1
 */
char **
scrutiny_linkage_panel_dup_left_out (ScrutinyLinkagePanel *self)
{
  const GPtrArray *names;
  char **out;

  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), NULL);

  names = self->places.left_out;
  out = g_new0 (char *, names ? names->len + 1 : 1);
  for (guint i = 0; names && i < names->len; i++)
    out[i] = g_strdup (names->pdata[i]);

  return out;
}

/**
 * scrutiny_linkage_panel_get_verdict:
 * @self: an answer
 *
 * Gets the answer in a word: `moves-with`, where the reason does not say which way;
 * `moved-as-stated`, `moved-other-way`; `cannot-tell`.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
scrutiny_linkage_panel_get_verdict (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), "cannot-tell");

  return self->verdict;
}

/**
 * scrutiny_linkage_panel_get_r:
 * @self: an answer
 *
 * Gets the correlation of the two without what each place and each period has of its own.
 *
 * Returns: between -1 and 1; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_linkage_panel_get_r (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), NAN);

  return self->found.r;
}

/**
 * scrutiny_linkage_panel_get_slope:
 * @self: an answer
 *
 * Gets how much higher the outcome is where the indicator is higher by 1.
 *
 * Returns: in units of the outcome; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_linkage_panel_get_slope (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), NAN);

  return self->found.slope;
}

/**
 * scrutiny_linkage_panel_get_p:
 * @self: an answer
 *
 * Gets in what share of the ways to give the series to other places as strong a link comes about.
 *
 * Returns: between 0 and 1; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_linkage_panel_get_p (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), NAN);

  return self->found.chance;
}

/**
 * scrutiny_linkage_panel_get_smallest_detectable:
 * @self: an answer
 *
 * Gets the correlation that would be told of four times of five.
 *
 * Returns: between 0 and 1, which is none; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_linkage_panel_get_smallest_detectable (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), NAN);

  return fmin (self->found.smallest, 1);
}

/**
 * scrutiny_linkage_panel_get_contrast:
 * @self: an answer
 *
 * Gets how much higher the indicator is where risks are set side by side.
 *
 * Returns: in its unit; NaN where none are
 *
 * Since: 0.1
 */
double
scrutiny_linkage_panel_get_contrast (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), NAN);

  return self->risk.contrast;
}

/**
 * scrutiny_linkage_panel_get_ratio:
 * @self: an answer
 *
 * Gets how many times as common the outcome is where the indicator is higher by the contrast.
 *
 * Returns: the ratio; NaN where the outcome is no share of cases, is 0 somewhere, no link is told
 * of, or the indicator never differs by as much as the contrast
 *
 * Since: 0.1
 */
double
scrutiny_linkage_panel_get_ratio (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), NAN);

  return self->risk.ratio;
}

/**
 * scrutiny_linkage_panel_get_e_value:
 * @self: an answer
 *
 * Gets how strongly something that was not measured would have to go with both, as a ratio of
 * risks, to explain that ratio by itself.
 *
 * Returns: at least 1; NaN where there is no ratio
 *
 * Since: 0.1
 */
double
scrutiny_linkage_panel_get_e_value (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), NAN);

  return self->risk.e_value;
}

/**
 * scrutiny_linkage_panel_get_n_places:
 * @self: an answer
 *
 * Gets how many places were looked at.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_linkage_panel_get_n_places (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), 0);

  return self->places.n_places;
}

/**
 * scrutiny_linkage_panel_get_n_periods:
 * @self: an answer
 *
 * Gets over how many periods, which all of them have.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_linkage_panel_get_n_periods (ScrutinyLinkagePanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_LINKAGE_PANEL (self), 0);

  return (guint) self->places.n_periods;
}
