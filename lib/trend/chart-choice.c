/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-choice.h"

#include "base/error-private.h"
#include "base/number.h"
#include "kernel/autocorrelation.h"
#include "trend/chart-patterns.h"
#include "trend/shared-data.h"

#include <math.h>

/* A correlation of independent values is beyond this over the root of their number once in
 * forty times, on either side.
 */
#define LIKELY_BY_CHANCE 1.96
#define FEWEST_ROUNDS 3

#define MOST_DECIMALS (NUMBER_TEXT_SIZE * 12)

/* Whether the unit says that the values are counts; nothing else does. */
static gboolean
is_of_counts (ScrutinySeries *series)
{
  static const char *const words[] = { "count", "counts", "number", "events", NULL };

  return g_strv_contains (words, scrutiny_series_get_unit (series));
}

/* Point of the chi-squared distribution that a normal value of @z comes to, by Wilson and
 * Hilferty (1931).
 */
static double
chi_squared_at (double z, double freedom)
{
  const double scale = 2 / (9 * freedom), root = 1 - scale + z * sqrt (scale);

  return freedom * root * root * root;
}

/* Whether the variance of counts is as near to their mean as counting alone would give:
 * Fisher's index of dispersion inside the middle 95%.
 */
static gboolean
vary_like_counts (ScrutinySeries *series)
{
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);
  double sum = 0, squares = 0, count = 0;

  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    if (values[i] < 0 || values[i] != floor (values[i]))
      return FALSE;
    sum += values[i];
    count++;
  }
  for (gsize i = 0; i < n; i++)
    squares += isnan (values[i]) ? 0 : pow (values[i] - sum / count, 2);

  const double index = squares / (sum / count);

  return index > chi_squared_at (-1.96, count - 1) && index < chi_squared_at (1.96, count - 1);
}

ScrutinyChartKind
chart_choice_make (ScrutinySeries *series, ScrutinyChartKind asked, guint n_usable)
{
  if (asked != SCRUTINY_CHART_KIND_AUTO)
    return asked;
  if (n_usable < CHART_FEWEST_FOR_LIMITS)
    return SCRUTINY_CHART_KIND_RUN;
  if (scrutiny_series_has_counts (series))
    return SCRUTINY_CHART_KIND_I_PRIME;

  return is_of_counts (series) && vary_like_counts (series) ? SCRUTINY_CHART_KIND_C
                                                            : SCRUTINY_CHART_KIND_XMR;
}

/* Of the last stretch, the one in force. */
static double
last_dispersion (const ChartLines *lines)
{
  const GArray *estimates = lines->estimates;

  return estimates->len ? g_array_index (estimates, ChartEstimate, estimates->len - 1).dispersion
                        : NAN;
}

/* “, which vary 1.4 times as widely as counting alone would give” */
static void
append_dispersion (GString *reason, ScrutinyChartKind kind, double dispersion, StepWords words)
{
  const char *what = chart_kind_is_rate (kind) || chart_kind_is_count (kind) ? "figures" : "shares";
  char text[MOST_DECIMALS];

  if (isnan (dispersion))
    return;
  if (fabs (dispersion - 1) < 0.1) {
    g_string_append_printf (
        reason, "; from %s to %s the %s vary about as widely as counting alone would give",
        words.one, words.one, what);
    return;
  }
  g_string_append_printf (
      reason, "; from %s to %s the %s vary %s times as widely as counting alone would give",
      words.one, words.one, what, number_format_fixed (dispersion, 1, text));
}

/* How closely values follow those @lag before; 0 where that cannot be told. */
static double
likeness (const ChartLines *lines, gsize lag)
{
  size_t n_pairs = 0;
  double r = NAN;

  if (kernel_autocorrelation (lines->n, lines->values, lines->follows, lag, &r, &n_pairs) !=
      KERNEL_OK)
    return 0;

  return isnan (r) ? 0 : r;
}

/* What the limits do not allow for, from correlations one step, a season and half a season
 * apart: enough to say so at next to no cost, too little to take anything off.  That is
 * left to the reading, which knows how much of it is a season and how much a slope.
 */
static void
append_what_is_left (GString *reason,
                     const ChartLines *lines,
                     guint n_usable,
                     guint season,
                     StepWords words)
{
  const double usual = LIKELY_BY_CHANCE / sqrt (n_usable);
  const gboolean has_rounds = season > 1 && n_usable >= FEWEST_ROUNDS * season;
  const double yearly = has_rounds ? likeness (lines, season) : 0;

  if (yearly > usual && yearly > likeness (lines, MAX (season / 2, 1)) + usual)
    g_string_append_printf (
        reason,
        " The figure repeats itself every %u %s, which these limits do not take "
        "off; the reading of the trend does.",
        season, words.many);
  else if (likeness (lines, 1) > usual)
    g_string_append_printf (reason,
                            " Each %s resembles the one before, which these limits do not allow "
                            "for; the reading of the trend does.",
                            words.one);
}

char *
chart_choice_dup_reason (ScrutinyChartKind asked,
                         ScrutinyChartKind kind,
                         guint n_usable,
                         const ChartLines *lines,
                         guint season,
                         StepWords words)
{
  GString *reason = g_string_new (NULL);

  if (asked != SCRUTINY_CHART_KIND_AUTO) {
    g_string_append (reason, "This kind of chart was asked for");
  } else if (kind == SCRUTINY_CHART_KIND_RUN) {
    g_autofree char *count = step_words_dup_count (words, n_usable);
    g_string_append_printf (reason, "%s: limits need %u, so the values are shown with their median",
                            count, CHART_FEWEST_FOR_LIMITS);
  } else if (kind == SCRUTINY_CHART_KIND_I_PRIME) {
    g_string_append_printf (reason,
                            "Each value is one count out of another: the limits follow the size of "
                            "each %s and take the spread from the figures themselves",
                            words.one);
  } else if (kind == SCRUTINY_CHART_KIND_C) {
    g_string_append (reason, "Each value is a count, and the limits are those of counting alone");
  } else if (kind == SCRUTINY_CHART_KIND_XBAR) {
    g_string_append_printf (reason,
                            "Each %s has several observations: the limits come from how far "
                            "those of one %s lie apart",
                            words.one, words.one);
  } else {
    g_string_append_printf (reason,
                            "No counts behind the values are known: the limits come from the "
                            "differences between one %s and the next",
                            words.one);
  }
  append_dispersion (reason, kind, last_dispersion (lines), words);
  g_string_append_c (reason, '.');
  if (asked == SCRUTINY_CHART_KIND_AUTO && kind != SCRUTINY_CHART_KIND_RUN)
    append_what_is_left (reason, lines, n_usable, season, words);

  return g_string_free (reason, FALSE);
}

static const SharedDataWords shared_data = {
  .to_date = "limits and runs worked out from them would be wrong",
  .then = "chart that",
  .rolling = "limits and runs worked out from them would be wrong",
};

static gboolean
refuse_size (ScrutinySeries *series, gsize i, double number, GError **error)
{
  g_autofree char *period = scrutiny_timeline_dup_text (scrutiny_series_get_timeline (series), i);
  char text[NUMBER_TEXT_SIZE];

  number_show (number, text);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, text,
                         "Series: %s: %s is too large for a chart; check the figure, or hand in "
                         "all of them in a larger unit",
                         period, text);

  return FALSE;
}

static gboolean
check_sizes (ScrutinySeries *series, GError **error)
{
  const gboolean has_counts = scrutiny_series_has_counts (series);
  const double *numbers[] = {
    scrutiny_series_get_values (series, NULL),
    has_counts ? scrutiny_series_get_numerators (series, NULL) : NULL,
    has_counts ? scrutiny_series_get_denominators (series, NULL) : NULL,
  };

  const gsize n = scrutiny_series_get_n_values (series);

  for (guint k = 0; k < G_N_ELEMENTS (numbers); k++) {
    for (gsize i = 0; numbers[k] && i < n; i++)
      if (fabs (numbers[k][i]) > CHART_MOST_MAGNITUDE)
        return refuse_size (series, i, numbers[k][i], error);
  }

  return TRUE;
}

/* A share of more than all, or of less than none, has no binomial limits. */
static gboolean
check_shares (ScrutinySeries *series, ScrutinyChartKind kind, GError **error)
{
  gsize n;
  const double *numerators = scrutiny_series_get_numerators (series, &n);
  const double *denominators = scrutiny_series_get_denominators (series, NULL);

  for (gsize i = 0; i < n; i++) {
    char count[NUMBER_TEXT_SIZE], total[NUMBER_TEXT_SIZE];

    if (!(numerators[i] < 0 || numerators[i] > denominators[i]))
      continue;

    g_autofree char *period = scrutiny_timeline_dup_text (scrutiny_series_get_timeline (series), i);
    number_format (numerators[i], count);
    number_format (denominators[i], total);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "numerator", count,
                           "Kind %s: %s: %s out of %s is not a proportion; check the counts, or "
                           "ask for kind i-prime",
                           scrutiny_chart_kind_get_name (kind), period, count, total);
    return FALSE;
  }

  return TRUE;
}

/* Counts, and times between events, are never below 0. */
static gboolean
check_signs (ScrutinySeries *series, ScrutinyChartKind kind, GError **error)
{
  const gboolean is_rate = chart_kind_is_rate (kind);
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);
  const double *numbers = is_rate ? scrutiny_series_get_numerators (series, NULL) : values;

  for (gsize i = 0; i < n; i++) {
    char text[NUMBER_TEXT_SIZE];

    if (!(numbers[i] < 0))
      continue;

    g_autofree char *period = scrutiny_timeline_dup_text (scrutiny_series_get_timeline (series), i);
    number_format (numbers[i], text);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, is_rate ? "numerator" : "value",
                           text, "Kind %s: %s: %s is below 0; check the figure, or ask for kind %s",
                           scrutiny_chart_kind_get_name (kind), period, text,
                           is_rate ? "i-prime" : "xmr");
    return FALSE;
  }

  return TRUE;
}

static gboolean
check_subgroups (gboolean is_of_subgroups, ScrutinyChartKind kind, GError **error)
{
  const char *name = scrutiny_chart_kind_get_name (kind);

  if (is_of_subgroups == chart_kind_is_of_subgroups (kind))
    return TRUE;

  if (is_of_subgroups)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "kind", name,
                           "Kind %s: subgroups have means and standard deviations; ask for kind "
                           "xbar or s",
                           name);
  else
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "kind", name,
                           "Kind %s: the series has one value a period; hand in subgroups, or ask "
                           "for kind xmr",
                           name);

  return FALSE;
}

gboolean
chart_choice_check (ScrutinySeries *series,
                    gboolean is_of_subgroups,
                    ScrutinyChartKind kind,
                    GError **error)
{
  if (!shared_data_refuse (scrutiny_series_get_timeline (series), &shared_data, error) ||
      !check_sizes (series, error) || !check_subgroups (is_of_subgroups, kind, error))
    return FALSE;

  if (chart_kind_has_denominators (kind) && !scrutiny_series_has_counts (series)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, NULL,
                           "Kind %s: the series has no counts; hand in numerators and "
                           "denominators, or ask for kind xmr",
                           scrutiny_chart_kind_get_name (kind));
    return FALSE;
  }
  if (chart_kind_never_negative (kind))
    return check_signs (series, kind, error);

  return !chart_kind_is_share (kind) || check_shares (series, kind, error);
}
