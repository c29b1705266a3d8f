/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-method.h"

#include "base/method-private.h"

#include <math.h>
#include <string.h>

#define METHOD_ID "chart"
#define METHOD_VERSION "1"

static void
insert_texts (GVariantDict *dict, const char *key, const char *const *texts)
{
  if (texts)
    g_variant_dict_insert (dict, key, "^as", texts);
}

static void
insert_number (GVariantDict *dict, const char *key, double number)
{
  if (!isnan (number))
    g_variant_dict_insert (dict, key, "d", number);
}

static char *
dup_source (const DrawnChart *self)
{
  GString *source = g_string_new (NULL);

  for (guint k = 0; k < self->n_sets; k++)
    g_string_append_printf (source, "%s%s", k ? "; " : "", self->sets[k]->source);

  return g_string_free (source, FALSE);
}

static void
insert_rules (GVariantDict *dict, const DrawnChart *self)
{
  g_autofree const char **names = g_new0 (const char *, self->n_sets + 1);

  for (guint k = 0; k < self->n_sets; k++)
    names[k] = self->sets[k]->name;
  insert_texts (dict, "rules", names);
}

/* What the kind of chart or somebody's choice adds to what every chart has. */
static void
insert_choices (GVariantDict *dict, const ChartDrawing *drawing)
{
  if (drawing->profile)
    g_variant_dict_insert (dict, "profile", "s", drawing->profile->name);
  if (drawing->uses_median_range)
    g_variant_dict_insert (dict, "spread", "s", "median-mr");
  if (drawing->bridges)
    g_variant_dict_insert (dict, "gaps", "s", "bridge");
  insert_number (dict, "known_centre", drawing->known_centre);
  insert_number (dict, "known_spread", drawing->known_spread);
  if (drawing->kind == SCRUTINY_CHART_KIND_EWMA)
    insert_number (dict, "weight", drawing->weight);
  if (drawing->kind == SCRUTINY_CHART_KIND_CUSUM) {
    insert_number (dict, "allowance", drawing->allowance);
    insert_number (dict, "decision", drawing->decision);
  }
}

static void
add_doubles (GChecksum *sum, const double *values, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    guint64 bits;

    memcpy (&bits, &values[i], sizeof bits);
    bits = GUINT64_TO_LE (bits);
    g_checksum_update (sum, (const guchar *) &bits, sizeof bits);
  }
}

/* Of the series, and what it does not hold of subgroups: means, deviations and sizes as
 * little-endian doubles.
 */
static char *
dup_hash_of_subgroups (const DrawnChart *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize n;
  const double *deviations = scrutiny_subgroups_get_deviations (self->subgroups, &n);

  g_checksum_update (sum, (const guchar *) scrutiny_series_get_hash (self->series), -1);
  add_doubles (sum, scrutiny_subgroups_get_means (self->subgroups, NULL), n);
  add_doubles (sum, deviations, n);
  add_doubles (sum, scrutiny_subgroups_get_sizes (self->subgroups, NULL), n);

  return g_strdup (g_checksum_get_string (sum));
}

ScrutinyMethod *
chart_method_make (const DrawnChart *self, ScrutinyChartOptions *options)
{
  const ChartDrawing *drawing = self->drawing;
  const char *baseline = scrutiny_chart_options_get_baseline (options);
  g_autofree char *source = dup_source (self);
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "kind", "s", scrutiny_chart_kind_get_name (drawing->kind));
  if (baseline)
    g_variant_dict_insert (&dict, "baseline", "s", baseline);
  insert_texts (&dict, "phases", scrutiny_chart_options_get_phases (options));
  insert_texts (&dict, "excluded", scrutiny_chart_options_get_excluded (options));
  insert_rules (&dict, self);
  g_variant_dict_insert (&dict, "width", "d", drawing->width);
  g_variant_dict_insert (&dict, "constants", "s",
                         drawing->constants_name ? drawing->constants_name
                                                 : drawing->profile->name);
  g_variant_dict_insert (&dict, "screen", "b", drawing->screen > 0);
  if (scrutiny_chart_options_get_centre (options))
    g_variant_dict_insert (&dict, "centre", "s", chart_centre_get_name (drawing->centre));
  insert_choices (&dict, drawing);

  if (self->subgroups) {
    g_autofree char *hash = dup_hash_of_subgroups (self);

    return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&dict), source,
                                hash);
  }

  return scrutiny_method_new_of_series (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&dict),
                                        source, self->series);
}
