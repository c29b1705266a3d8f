/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/step.h>

#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/printable.h"
#include "base/result-private.h"
#include "linkage/step-findings.h"
#include "linkage/step-reading.h"

#include <math.h>

#define METHOD_ID "step"
#define METHOD_VERSION "1"
#define SOURCE \
  "J. Lopez Bernal, S. Cummins, A. Gasparrini (2017), Int. J. Epidemiol. 46, 348-355; B. Efron, " \
  "R. J. Tibshirani (1993), An Introduction to the Bootstrap, section 16.2"

#define NOTHING "No figures were given: ask for those before the date and those after it."
#define MOST_OF_A_TITLE 120

/**
 * ScrutinyStep:
 *
 * Whether a figure moved at a date that somebody named.
 *
 * Level, line and, of four years of months, a level for each month are fitted to what lies before
 * and after the date, with a step and a bend there. How often a series in which nothing happens
 * has as clear a step on that date is found by drawing such series: they resemble themselves from
 * one period to the next as closely as this one does.
 *
 * All of that holds for a date that was stated before the figures it judges. One that was stated
 * once they were known looks back, and that is said: it may have been picked for how they move.
 * It never says that what happened on the date brought the step about.
 *
 * Since: 0.1
 */
struct _ScrutinyStep {
  GObject parent_instance;

  ScrutinyClaim *claim; /* NULL where the date is of none */
  StepReading reading;
  const char *verdict;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_step_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyStep,
                               scrutiny_step,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_step_result_init))

static void
scrutiny_step_finalize (GObject *object)
{
  ScrutinyStep *self = SCRUTINY_STEP (object);

  g_clear_object (&self->claim);
  step_reading_clear (&self->reading);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_step_parent_class)->finalize (object);
}

static void
scrutiny_step_class_init (ScrutinyStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_step_finalize;
}

static void
scrutiny_step_init (ScrutinyStep *self)
{
  step_reading_init (&self->reading);
  self->verdict = "cannot-tell";
  self->method = scrutiny_method_new (METHOD_ID, METHOD_VERSION, NULL, SOURCE, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup (NOTHING);
}

static ScrutinyMethod *
scrutiny_step_get_method (ScrutinyResult *result)
{
  return SCRUTINY_STEP (result)->method;
}

static const char *
scrutiny_step_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_STEP (result)->cannot_tell;
}

static GPtrArray *
scrutiny_step_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_STEP (result)->findings);
}

static double
scrutiny_step_get_chance (ScrutinyResult *result)
{
  return SCRUTINY_STEP (result)->reading.found.chance;
}

static void
write_count (JsonWriter *writer, const char *key, guint count)
{
  json_writer_key (writer, key);
  json_writer_int (writer, count);
}

/* As whoever made it wrote it: null where the date is of no claim. */
static void
write_claim (JsonWriter *writer, ScrutinyClaim *claim)
{
  json_writer_key (writer, "claim");
  if (!claim) {
    json_writer_null (writer);
    return;
  }
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "about", scrutiny_claim_get_about (claim));
  json_writer_member_string (writer, "text", scrutiny_claim_get_text (claim));
  json_writer_member_string (writer, "said_by", scrutiny_claim_get_said_by (claim));
  json_writer_member_string (writer, "on", scrutiny_claim_get_on (claim));
  json_writer_member_string (writer, "from", scrutiny_claim_get_from (claim));
  json_writer_end_object (writer);
}

/* What is taken off of a season, or that one alone may be what is seen. */
static const char *
season_name (const KernelKnownStep *found)
{
  if (found->is_season)
    return "alone";

  return found->n_season > 0 ? "taken-off" : NULL;
}

static void
scrutiny_step_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyStep *self = SCRUTINY_STEP (result);
  const KernelKnownStep *found = &self->reading.found;

  json_writer_member_string (writer, "schema", "scrutiny.step/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "verdict", self->verdict);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_string (writer, "at", *self->reading.text ? self->reading.text : NULL);
  json_writer_member_string (writer, "stated", self->reading.stated);
  json_writer_member_string (writer, "timing", self->reading.timing);
  write_claim (writer, self->claim);
  write_count (writer, "n_before", self->reading.n_before);
  write_count (writer, "n_after", self->reading.n_after);
  json_writer_member_double (writer, "change", found->level);
  json_writer_member_double (writer, "t", found->t);
  json_writer_member_double (writer, "dependence", found->rho);
  json_writer_member_double (writer, "p", found->chance);
  json_writer_member_double (writer, "rare", found->rare);
  json_writer_member_double (writer, "smallest_detectable", found->smallest);
  json_writer_member_string (writer, "season", season_name (found));
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_step_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_step_get_method;
  iface->get_cannot_tell = scrutiny_step_get_cannot_tell;
  iface->dup_findings = scrutiny_step_dup_findings;
  iface->get_chance = scrutiny_step_get_chance;
  iface->write_json = scrutiny_step_write_json;
}

/* --- What is asked ------------------------------------------------------------------------------
 */

static StepAsked
ask (ScrutinySeries *series, ScrutinyStepOptions *options)
{
  g_autoptr (ScrutinyStepOptions) usual = options ? NULL : scrutiny_step_options_new ();
  ScrutinyStepOptions *from = options ? options : usual;

  return (StepAsked){
    .series = series,
    .at = options ? scrutiny_step_options_get_at (options) : NULL,
    .stated = options ? scrutiny_step_options_get_stated (options) : NULL,
    .expected = scrutiny_step_options_get_expected (from),
    .draws = scrutiny_step_options_get_draws (from),
    .seed = scrutiny_step_options_get_seed (from),
  };
}

static GVariant *
parameters_new (const ScrutinyStep *self, const StepAsked *asked)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "at", "s", self->reading.text);
  g_variant_dict_insert (&parameters, "stated", "s",
                         self->reading.stated ? self->reading.stated : "");
  g_variant_dict_insert (&parameters, "expected", "s",
                         scrutiny_direction_get_name (asked->expected));
  g_variant_dict_insert (&parameters, "draws", "x", (gint64) asked->draws);
  g_variant_dict_insert (&parameters, "seed", "t", asked->seed);

  return g_variant_dict_end (&parameters);
}

/* --- The answer ---------------------------------------------------------------------------------
 */

static gboolean
prepare (ScrutinyStep *self, const StepAsked *asked, GError **error)
{
  if (!step_reading_begin (&self->reading, asked, error))
    return FALSE;
  g_object_unref (self->method);
  self->method = scrutiny_method_new_of_series (
      METHOD_ID, METHOD_VERSION, parameters_new (self, asked), SOURCE, asked->series);

  return TRUE;
}

static void
look (ScrutinyStep *self, const StepAsked *asked)
{
  g_free (self->cannot_tell);
  self->cannot_tell = step_reading_look (&self->reading, asked);
  if (self->cannot_tell)
    return;
  self->verdict = step_verdict_name (&self->reading.found, asked->expected);
  g_ptr_array_unref (self->findings);
  self->findings = step_findings_new (&self->reading, self->method);
}

static ScrutinyStep *
answer (const StepAsked *asked, GError **error)
{
  g_autoptr (ScrutinyStep) self = g_object_new (SCRUTINY_TYPE_STEP, NULL);

  if (!step_asked_check (asked, error))
    return NULL;
  g_set_object (&self->claim, asked->claim);
  if (!asked->series || scrutiny_series_get_n_values (asked->series) == 0)
    return g_steal_pointer (&self);
  if (!prepare (self, asked, error))
    return NULL;
  look (self, asked);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_step_new:
 * @series: a figure
 * @options: the date, and when it was stated
 * @error: return location for an error
 *
 * Asks whether a figure moved at a date that somebody named.
 *
 * Too few figures on a side are no error: the result [iface@Result] cannot tell, and says why.
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if no date is given,
 * [error@Scrutiny.Error.UNREADABLE] if a date is none, and [error@Scrutiny.Error.OUT_OF_RANGE] for
 * no draws, or more than 9,999.
 *
 * Returns: (transfer full): the answer
 *
 * Since: 0.1
 */
ScrutinyStep *
scrutiny_step_new (ScrutinySeries *series, ScrutinyStepOptions *options, GError **error)
{
  StepAsked asked;

  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (SCRUTINY_IS_STEP_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  asked = ask (series, options);

  return answer (&asked, error);
}

/* Another date than the claim's was not stated when the claim was said. */
static void
take_dates (StepAsked *asked, ScrutinyClaim *claim)
{
  asked->claim = claim;
  asked->at = scrutiny_claim_get_from (claim);
  if (!asked->stated)
    asked->stated = scrutiny_claim_get_on (claim);
}

/**
 * scrutiny_step_new_of_claim:
 * @indicator: an indicator with figures
 * @claim: what was said of it, such as that something is in force from a period on
 * @options: (nullable): draws and seed; when the date was stated, in place of when the claim was
 *   said; a date in place of the claim's, which was then not stated when the claim was said
 * @error: return location for an error
 *
 * Asks whether an indicator moved when a claim says that it would: from the first period that the
 * claim is of, which was stated when the claim was said.
 *
 * Fails as [ctor@Step.new] does.
 *
 * Returns: (transfer full): the answer
 *
 * Since: 0.1
 */
ScrutinyStep *
scrutiny_step_new_of_claim (ScrutinyIndicator *indicator,
                            ScrutinyClaim *claim,
                            ScrutinyStepOptions *options,
                            GError **error)
{
  g_autofree char *title = NULL;
  StepAsked asked;

  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (indicator), NULL);
  g_return_val_if_fail (SCRUTINY_IS_CLAIM (claim), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_STEP_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  asked = ask (scrutiny_indicator_get_series (indicator), options);
  asked.figure = title = printable_dup (scrutiny_indicator_get_title (indicator), MOST_OF_A_TITLE);
  if (!asked.at)
    take_dates (&asked, claim);

  return answer (&asked, error);
}

/**
 * scrutiny_step_get_verdict:
 * @self: an answer
 *
 * Gets the answer in a word: `rose` or `fell`, where nobody said which way; `moved-as-stated`,
 * `moved-other-way`; `cannot-tell`.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
scrutiny_step_get_verdict (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), "cannot-tell");

  return self->verdict;
}

/**
 * scrutiny_step_get_at:
 * @self: an answer
 *
 * Gets the first period that is said to be changed.
 *
 * Returns: (transfer none): the period; empty where there are no figures
 *
 * Since: 0.1
 */
const char *
scrutiny_step_get_at (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), NULL);

  return self->reading.text;
}

/**
 * scrutiny_step_get_timing:
 * @self: an answer
 *
 * Gets whether the date was stated `before` the first period that it judges had begun, or `after`;
 * `unknown` where nobody recorded it. Only what was stated before is judged by the chance given.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
scrutiny_step_get_timing (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), "unknown");

  return self->reading.timing;
}

/**
 * scrutiny_step_get_claim:
 * @self: an answer
 *
 * Gets the claim that says the date.
 *
 * Returns: (transfer none) (nullable): the claim, or `NULL` where the date was given by itself
 *
 * Since: 0.1
 */
ScrutinyClaim *
scrutiny_step_get_claim (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), NULL);

  return self->claim;
}

/**
 * scrutiny_step_get_change:
 * @self: an answer
 *
 * Gets by how much the figure is higher from the date on than what is before leads one to expect.
 *
 * Returns: in its unit, negative where it is lower; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_step_get_change (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), NAN);

  return self->reading.found.level;
}

/**
 * scrutiny_step_get_p:
 * @self: an answer
 *
 * Gets how often series in which nothing happens have as clear a step on that date.
 *
 * Returns: between 0 and 1; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_step_get_p (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), NAN);

  return self->reading.found.chance;
}

/**
 * scrutiny_step_get_rare:
 * @self: an answer
 *
 * Gets how seldom that must be for a step to be told of: 0.05, or 0.01 where neighbouring periods
 * have more than half of what moves them in common.
 *
 * Returns: the chance; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_step_get_rare (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), NAN);

  return self->reading.found.rare;
}

/**
 * scrutiny_step_get_dependence:
 * @self: an answer
 *
 * Gets how much neighbouring periods have in common.
 *
 * Returns: a correlation; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_step_get_dependence (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), NAN);

  return self->reading.found.rho;
}

/**
 * scrutiny_step_get_smallest_detectable:
 * @self: an answer
 *
 * Gets the step that would be told of four times of five.
 *
 * Returns: in the unit of the figure; NaN where the question could not be put
 *
 * Since: 0.1
 */
double
scrutiny_step_get_smallest_detectable (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), NAN);

  return self->reading.found.smallest;
}

/**
 * scrutiny_step_get_n_before:
 * @self: an answer
 *
 * Gets how many periods before the date have a figure.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_step_get_n_before (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), 0);

  return self->reading.n_before;
}

/**
 * scrutiny_step_get_n_after:
 * @self: an answer
 *
 * Gets how many periods from the date on have a figure.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_step_get_n_after (ScrutinyStep *self)
{
  g_return_val_if_fail (SCRUTINY_IS_STEP (self), 0);

  return self->reading.n_after;
}
