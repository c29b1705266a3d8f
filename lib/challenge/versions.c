/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/versions.h>

#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/printed.h"
#include "base/result-private.h"
#include "kernel/versions.h"

#include <glib/gi18n.h>
#include <math.h>

#define METHOD_ID "versions"
#define METHOD_VERSION "1"
#define SOURCE \
  "N. G. Mankiw, M. D. Shapiro (1986), Survey of Current Business 66(5), 20-25; sign test"
#define NOTHING "No period has both figures: ask for some that were counted, or published, twice."

/* Of the interval of the ratio. */
#define LEVEL 0.95

/* A split as one-sided as this is spoken of. */
#define ONE_SIDED 0.05

/* Of fewer pairs correlations are not told. */
#define FEWEST_PAIRS 12

/**
 * ScrutinyVersions:
 *
 * Two versions of the same figures side by side: as first published and as revised, or by an
 * earlier definition and a later one.
 *
 * How many were changed and by how much, whether changes go one way, what one version is in terms
 * of the other with an interval, and whether changes have to do with what was said first or with
 * what was said last.
 *
 * Since: 0.1
 */
struct _ScrutinyVersions {
  GObject parent_instance;

  KernelVersions found;
  char *earlier, *later;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  const char *cannot_tell;
};

static void scrutiny_versions_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyVersions,
                               scrutiny_versions,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_versions_result_init))

static void
scrutiny_versions_finalize (GObject *object)
{
  ScrutinyVersions *self = SCRUTINY_VERSIONS (object);

  g_free (self->earlier);
  g_free (self->later);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_versions_parent_class)->finalize (object);
}

static void
scrutiny_versions_class_init (ScrutinyVersionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_versions_finalize;
}

static ScrutinyMethod *
method_new (const char *earlier, const char *later, const char *input_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "earlier", "s", earlier);
  g_variant_dict_insert (&parameters, "later", "s", later);
  g_variant_dict_insert (&parameters, "level", "d", LEVEL);

  return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&parameters), SOURCE,
                              input_hash);
}

static void
scrutiny_versions_init (ScrutinyVersions *self)
{
  self->found = (KernelVersions){ .mean = NAN,
                                  .mean_size = NAN,
                                  .largest = NAN,
                                  .chance = NAN,
                                  .ratio = NAN,
                                  .ratio_low = NAN,
                                  .ratio_high = NAN,
                                  .with_earlier = NAN,
                                  .with_later = NAN };
  self->method = method_new ("", "", NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = NOTHING;
}

static ScrutinyMethod *
scrutiny_versions_get_method (ScrutinyResult *result)
{
  return SCRUTINY_VERSIONS (result)->method;
}

static const char *
scrutiny_versions_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_VERSIONS (result)->cannot_tell;
}

static GPtrArray *
scrutiny_versions_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_VERSIONS (result)->findings);
}

static void
write_count (JsonWriter *writer, const char *key, gsize count)
{
  json_writer_key (writer, key);
  json_writer_int (writer, (gint64) count);
}

static void
scrutiny_versions_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyVersions *self = SCRUTINY_VERSIONS (result);
  const KernelVersions *found = &self->found;

  json_writer_member_string (writer, "schema", "scrutiny.versions/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  write_count (writer, "n_pairs", found->n);
  write_count (writer, "n_up", found->n_up);
  write_count (writer, "n_down", found->n_down);
  json_writer_member_double (writer, "chance", found->chance);
  json_writer_member_double (writer, "mean", found->mean);
  json_writer_member_double (writer, "mean_size", found->mean_size);
  json_writer_member_double (writer, "largest", found->largest);
  json_writer_member_double (writer, "ratio", found->ratio);
  json_writer_member_double (writer, "ratio_low", found->ratio_low);
  json_writer_member_double (writer, "ratio_high", found->ratio_high);
  json_writer_member_double (writer, "with_earlier", found->with_earlier);
  json_writer_member_double (writer, "with_later", found->with_later);
  finding_list_write_json (self->findings, writer);
}

/* The sign test is one; nothing was tested where no figure changed. */
static double
scrutiny_versions_get_chance (ScrutinyResult *result)
{
  return SCRUTINY_VERSIONS (result)->found.chance;
}

static void
scrutiny_versions_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_versions_get_method;
  iface->get_cannot_tell = scrutiny_versions_get_cannot_tell;
  iface->dup_findings = scrutiny_versions_dup_findings;
  iface->get_chance = scrutiny_versions_get_chance;
  iface->write_json = scrutiny_versions_write_json;
}

/* --- What is said ---------------------------------------------------------------------------- */

static void
insert_names (GVariantDict *facts, const ScrutinyVersions *self)
{
  g_variant_dict_insert (facts, "earlier", "s", self->earlier);
  g_variant_dict_insert (facts, "later", "s", self->later);
  g_variant_dict_insert (facts, "pairs", "x", (gint64) self->found.n);
  g_variant_dict_insert (facts, "changed", "x", (gint64) (self->found.n_up + self->found.n_down));
}

static double
shown (double value)
{
  const double size = fabs (value);

  return printed_round (
      value,
      size > 0 ? (guint) CLAMP (2 - (int) floor (log10 (size)), 0, PRINTED_MOST_DECIMALS) : 0);
}

/* “March 2024”, or “row 3”. */
static char *
dup_place (ScrutinyTable *table, gsize row)
{
  g_autofree char *name = columns_dup_row_name (table, row);

  return scrutiny_table_has_column (table, "period") ? g_steal_pointer (&name)
                                                     : g_strdup_printf ("row %s", name);
}

static void
say_changed (ScrutinyVersions *self, ScrutinyTable *table)
{
  const gboolean any = self->found.n_up + self->found.n_down > 0;
  g_autofree char *row = dup_place (table, self->found.at_largest);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_names (&facts, self);
  g_variant_dict_insert (&facts, "mean_size", "d", shown (self->found.mean_size));
  g_variant_dict_insert (&facts, "largest", "d", shown (self->found.largest));
  g_variant_dict_insert (&facts, "row", "s", row);
  finding_list_add (
      self->findings, self->method, "versions.changed",
      any ? N_ ("{changed} of {pairs} figures {changed|differs|differ} between {earlier:q} and "
                "{later:q}: by {mean_size} on average over all, at most by {largest} ({row}).")
          : N_ ("{earlier:q} and {later:q} agree in all {pairs} figures that both have."),
      any ? N_ ("When is a figure final, and what was decided on it before?") : NULL, NULL, &facts);
}

static void
say_direction (ScrutinyVersions *self)
{
  const KernelVersions *found = &self->found;
  const gboolean is_up = found->n_up > found->n_down;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (!(found->chance < ONE_SIDED))
    return;
  insert_names (&facts, self);
  g_variant_dict_insert (&facts, "one_way", "x", (gint64) (is_up ? found->n_up : found->n_down));
  g_variant_dict_insert (&facts, "one_in", "d", printed_round (1 / found->chance, 0));
  g_variant_dict_insert (&facts, "false_alarm", "d", ONE_SIDED);
  finding_list_add (
      self->findings, self->method, "versions.direction",
      is_up ? N_ ("{one_way} of the {changed} that differ rose. Where either way is "
                  "as likely, so many go one way in 1 of {one_in:n} such sets.")
            : N_ ("{one_way} of the {changed} that differ fell. Where either way is "
                  "as likely, so many go one way in 1 of {one_in:n} such sets."),
      N_ ("What is known later that is not known at first, and could the first figure "
          "be held until it is?"),
      NULL, &facts);
}

static void
say_ratio (ScrutinyVersions *self)
{
  const KernelVersions *found = &self->found;
  const gboolean is_off = found->ratio_low > 1 || found->ratio_high < 1;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (isnan (found->ratio_low) || found->n_up + found->n_down == 0)
    return;
  insert_names (&facts, self);
  g_variant_dict_insert (&facts, "ratio", "d", found->ratio);
  g_variant_dict_insert (&facts, "low", "d", found->ratio_low);
  g_variant_dict_insert (&facts, "high", "d", found->ratio_high);
  g_variant_dict_insert (&facts, "false_alarm", "d", 1 - LEVEL);
  finding_list_add (
      self->findings, self->method, "versions.ratio",
      N_ ("On average {later:q} is {ratio:.3} times {earlier:q} (between {low:.3} and {high:.3}, "
          "from {pairs} figures)."),
      is_off ? N_ ("Does what was counted otherwise account for that, and were earlier figures "
                   "worked out again?")
             : NULL,
      NULL, &facts);
}

static void
say_pattern (ScrutinyVersions *self)
{
  const KernelVersions *found = &self->found;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (found->n < FEWEST_PAIRS || isnan (found->with_earlier) || isnan (found->with_later))
    return;
  insert_names (&facts, self);
  g_variant_dict_insert (&facts, "with_earlier", "d", found->with_earlier);
  g_variant_dict_insert (&facts, "with_later", "d", found->with_later);
  finding_list_add (
      self->findings, self->method, "versions.pattern",
      N_ ("How {later:q} differs goes with {earlier:q} by {with_earlier:.2} and with {later:q} by "
          "{with_later:.2} (0 is not at all, 1 and -1 wholly). By nothing with the first, later "
          "figures add what was not known; by nothing with the last, they take out what was off."),
      N_ ("What is known later that could be known at first?"), NULL, &facts);
}

static void
tell (ScrutinyVersions *self, ScrutinyTable *table)
{
  self->cannot_tell = NULL;
  say_changed (self, table);
  say_direction (self);
  say_ratio (self);
  say_pattern (self);
}

/**
 * scrutiny_versions_new:
 * @table: a row for each period
 * @earlier: the column of figures as first published, or by the earlier definition
 * @later: the column of the same figures as published last, or by the later definition
 * @error: return location for an error
 *
 * Sets two versions of the same figures side by side.
 *
 * Rows that lack either are passed over; where all do, that is no error: the result
 * [iface@Result] cannot tell. Fails with [error@Scrutiny.Error.NOT_FOUND] if a column is not
 * there, and with [error@Scrutiny.Error.MISMATCH] if it holds texts.
 *
 * Returns: (transfer full): how they differ
 *
 * Since: 0.1
 */
ScrutinyVersions *
scrutiny_versions_new (ScrutinyTable *table, const char *earlier, const char *later, GError **error)
{
  ScrutinyVersions *self;
  const double *first, *last;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (earlier != NULL && later != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  first = columns_need_numbers (table, earlier, error);
  last = first ? columns_need_numbers (table, later, error) : NULL;
  if (!last)
    return NULL;
  self = g_object_new (SCRUTINY_TYPE_VERSIONS, NULL);
  self->earlier = g_strdup (earlier);
  self->later = g_strdup (later);
  hash = columns_dup_hash (table);
  g_object_unref (self->method);
  self->method = method_new (earlier, later, hash);
  if (kernel_versions (scrutiny_table_get_n_rows (table), first, last, LEVEL, &self->found) ==
      KERNEL_OK)
    tell (self, table);

  return self;
}

/**
 * scrutiny_versions_get_n_pairs:
 * @self: two versions
 *
 * Gets how many periods have both figures.
 *
 * Returns: the number of periods
 *
 * Since: 0.1
 */
guint
scrutiny_versions_get_n_pairs (ScrutinyVersions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VERSIONS (self), 0);

  return (guint) self->found.n;
}

/**
 * scrutiny_versions_get_mean:
 * @self: two versions
 *
 * Gets how much larger the later figures are on average.
 *
 * Returns: the difference; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_versions_get_mean (ScrutinyVersions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VERSIONS (self), NAN);

  return self->found.mean;
}

/**
 * scrutiny_versions_get_mean_size:
 * @self: two versions
 *
 * Gets how far the two are apart on average, whichever is larger.
 *
 * Returns: the difference, at least 0; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_versions_get_mean_size (ScrutinyVersions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VERSIONS (self), NAN);

  return self->found.mean_size;
}

/**
 * scrutiny_versions_get_largest:
 * @self: two versions
 *
 * Gets the difference that is furthest from nothing.
 *
 * Returns: the later figure less the earlier; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_versions_get_largest (ScrutinyVersions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VERSIONS (self), NAN);

  return self->found.largest;
}

/**
 * scrutiny_versions_get_ratio:
 * @self: two versions
 *
 * Gets what the later figures are in terms of the earlier ones: the geometric mean of their ratios.
 *
 * Returns: the ratio; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_versions_get_ratio (ScrutinyVersions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VERSIONS (self), NAN);

  return self->found.ratio;
}

/**
 * scrutiny_versions_get_ratio_low:
 * @self: two versions
 *
 * Gets the low end of the 95% interval of the ratio.
 *
 * Returns: the ratio; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_versions_get_ratio_low (ScrutinyVersions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VERSIONS (self), NAN);

  return self->found.ratio_low;
}

/**
 * scrutiny_versions_get_ratio_high:
 * @self: two versions
 *
 * Gets the high end of the 95% interval of the ratio.
 *
 * Returns: the ratio; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_versions_get_ratio_high (ScrutinyVersions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VERSIONS (self), NAN);

  return self->found.ratio_high;
}
