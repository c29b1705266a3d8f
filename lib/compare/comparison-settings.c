/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-settings.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "compare/comparison-options-private.h"

#include <math.h>

#define MOST_SHOWN 40
#define FEWEST_DRAWS 1000
#define MOST_DRAWS 100000

static const char *const kinds[] = { "proportion", "rate", "ratio", "standardised", "value", NULL };
static const char *const dispersions[] = { "none", "multiplicative", "additive", NULL };
static const char *const limits[] = { "exact", "normal", NULL };
static const char *const trims[] = { "winsorise", "truncate", "none", NULL };
static const char *const scores[] = { "share", "arcsine", "root", "log", "counts", "auto", NULL };

#define SCORE_AUTO 5

static const double scales[] = { 100, 100000, 1, 100000, 1 };

/* The place of @text in @names, the first for none; -1 with @error set. */
static int
choose (const char *option,
        const char *const *names,
        const char *text,
        int otherwise,
        GError **error)
{
  for (int i = 0; text && names[i]; i++)
    if (g_str_equal (names[i], text))
      return i;
  if (!text)
    return otherwise;

  g_autofree char *said = printable_dup (text, MOST_SHOWN);
  g_autofree char *list = g_strjoinv (", ", (char **) names);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, option, text,
                         "Option %s: there is no “%s”; there are %s", option, said, list);

  return -1;
}

static KernelScore
usual_score (const ComparisonSettings *self)
{
  if (self->kind != COMPARISON_PROPORTION)
    return KERNEL_SCORE_ROOT;

  return self->dispersion == DISPERSION_ADDITIVE ? KERNEL_SCORE_ARCSINE : KERNEL_SCORE_SHARE;
}

/* A proportion has scales of its own; of what is expected there must be such a number. */
static gboolean
choose_score (ComparisonSettings *self, const char *text, GError **error)
{
  const int score = choose ("score", scores, text, SCORE_AUTO, error);
  const gboolean is_of_share = score == KERNEL_SCORE_SHARE || score == KERNEL_SCORE_ARCSINE;

  if (score < 0)
    return FALSE;
  self->score = score == SCORE_AUTO ? usual_score (self) : (KernelScore) score;
  if (score == SCORE_AUTO || score == KERNEL_SCORE_COUNTS ||
      is_of_share == (self->kind == COMPARISON_PROPORTION))
    return TRUE;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "score", text,
                         "Option score: “%s” is not for a comparison of the kind %s; leave it to "
                         "the library with auto",
                         text, kinds[self->kind]);

  return FALSE;
}

static gboolean
check_numbers (const ComparisonSettings *self, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  if (!(self->level > 0 && self->level < 1)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "level", NULL,
                           "Option level: %s is not between 0 and 1; 0.95 is usual",
                           number_show (self->level, text));
    return FALSE;
  }
  if (!(self->scale > 0) || isinf (self->scale)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "scale", NULL,
                           "Option scale: %s is not above 0; 100 gives percentages",
                           number_show (self->scale, text));
    return FALSE;
  }
  if (self->draws < FEWEST_DRAWS || self->draws > MOST_DRAWS) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "draws", NULL,
                           "Option draws: %u is not from %d to %d; 2000 is usual", self->draws,
                           FEWEST_DRAWS, MOST_DRAWS);
    return FALSE;
  }

  return TRUE;
}

static gboolean
check_columns (const ComparisonSettings *self, GError **error)
{
  const gboolean is_standardised = self->kind == COMPARISON_STANDARDISED;

  if (is_standardised && (!self->band || !self->standard)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, self->band ? "standard" : "band",
                           NULL,
                           "Option %s: a standardised rate needs a column of age bands and one of "
                           "the standard population; name both",
                           self->band ? "standard" : "band");
    return FALSE;
  }
  if (!is_standardised && (self->band || self->standard || self->spread)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "kind", NULL,
                           "Option kind: age bands, a standard population and their spread go with "
                           "standardised, not with %s",
                           kinds[self->kind]);
    return FALSE;
  }

  return TRUE;
}

static void
take_texts (ComparisonSettings *self, ScrutinyComparisonOptions *options)
{
  const char *called = scrutiny_comparison_options_get_called (options);

  self->focus = g_strdup (scrutiny_comparison_options_get_focus (options));
  self->band = g_strdup (scrutiny_comparison_options_get_band (options));
  self->standard = g_strdup (scrutiny_comparison_options_get_standard (options));
  self->spread = g_strdup (scrutiny_comparison_options_get_spread (options));
  self->published = g_strdup (scrutiny_comparison_options_get_published (options));
  self->rank = g_strdup (scrutiny_comparison_options_get_rank (options));
  self->quartile = g_strdup (scrutiny_comparison_options_get_quartile (options));
  self->ranges = g_strdupv ((char **) scrutiny_comparison_options_get_ranges (options));
  self->called = g_strdup (called ? called : "areas");
  g_set_object (&self->neighbours, scrutiny_comparison_options_get_neighbours (options));
}

static gboolean
take_words (ComparisonSettings *self, ScrutinyComparisonOptions *options, GError **error)
{
  const int kind = choose ("kind", kinds, scrutiny_comparison_options_get_kind (options), 0, error);
  const int dispersion =
      kind < 0 ? -1
               : choose ("dispersion", dispersions,
                         scrutiny_comparison_options_get_dispersion (options), 0, error);
  const int exact =
      dispersion < 0
          ? -1
          : choose ("limits", limits, scrutiny_comparison_options_get_limits (options), 0, error);
  const int trim =
      exact < 0 ? -1
                : choose ("trim", trims, scrutiny_comparison_options_get_trim (options), 0, error);

  if (trim < 0)
    return FALSE;
  self->kind = (ComparisonKind) kind;
  self->dispersion = (ComparisonDispersion) dispersion;
  self->is_exact = exact == 0;
  self->trim = (ComparisonTrim) trim;

  return choose_score (self, scrutiny_comparison_options_get_score (options), error);
}

ComparisonSettings *
comparison_settings_new (ScrutinyComparisonOptions *options,
                         const char *area,
                         const char *numerator,
                         const char *denominator,
                         GError **error)
{
  g_autoptr (ComparisonSettings) self = g_new0 (ComparisonSettings, 1);
  g_autoptr (ScrutinyComparisonOptions) given =
      options ? g_object_ref (options) : scrutiny_comparison_options_new ();

  self->area = g_strdup (area);
  self->numerator = g_strdup (numerator);
  self->denominator = g_strdup (denominator);
  take_texts (self, given);
  self->level = scrutiny_comparison_options_get_level (given);
  self->draws = scrutiny_comparison_options_get_draws (given);
  self->disclosure = scrutiny_comparison_options_get_disclosure (given);
  self->round_to = given->round_to;
  self->seed = scrutiny_comparison_options_get_seed (given);
  if (!take_words (self, given, error))
    return NULL;

  const double scale = scrutiny_comparison_options_get_scale (given);
  self->scale = scale == 0 ? scales[self->kind] : scale;
  if (!check_numbers (self, error) || !check_columns (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
comparison_settings_free (ComparisonSettings *self)
{
  g_free (self->area);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->focus);
  g_free (self->band);
  g_free (self->standard);
  g_free (self->spread);
  g_free (self->published);
  g_free (self->rank);
  g_free (self->quartile);
  g_strfreev (self->ranges);
  g_free (self->called);
  g_clear_object (&self->neighbours);
  g_free (self);
}

const char *
comparison_kind_get_name (ComparisonKind kind)
{
  return kinds[kind];
}

static void
insert_text (GVariantDict *parameters, const char *key, const char *text)
{
  if (text)
    g_variant_dict_insert (parameters, key, "s", text);
}

GVariant *
comparison_settings_dup_parameters (const ComparisonSettings *self)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  insert_text (&parameters, "kind", kinds[self->kind]);
  insert_text (&parameters, "dispersion", dispersions[self->dispersion]);
  insert_text (&parameters, "limits", limits[!self->is_exact]);
  insert_text (&parameters, "score", scores[self->score]);
  insert_text (&parameters, "trim", trims[self->trim]);
  insert_text (&parameters, "area", self->area);
  insert_text (&parameters, "numerator", self->numerator);
  insert_text (&parameters, "denominator", self->denominator);
  insert_text (&parameters, "focus", self->focus);
  insert_text (&parameters, "band", self->band);
  insert_text (&parameters, "standard", self->standard);
  insert_text (&parameters, "spread", self->spread);
  insert_text (&parameters, "published", self->published);
  insert_text (&parameters, "rank", self->rank);
  insert_text (&parameters, "quartile", self->quartile);
  if (self->ranges)
    g_variant_dict_insert (&parameters, "ranges", "^as", self->ranges);
  insert_text (&parameters, "called", self->called);
  g_variant_dict_insert (&parameters, "scale", "d", self->scale);
  g_variant_dict_insert (&parameters, "level", "d", self->level);
  g_variant_dict_insert (&parameters, "draws", "x", (gint64) self->draws);
  g_variant_dict_insert (&parameters, "disclosure", "x", (gint64) self->disclosure);
  if (self->round_to > 1)
    g_variant_dict_insert (&parameters, "round_to", "x", (gint64) self->round_to);
  g_variant_dict_insert (&parameters, "seed", "x", (gint64) self->seed);

  return g_variant_dict_end (&parameters);
}
