/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/overlap.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/innovations.h"

#include "kernel/eigenvalues.h"
#include "kernel/normal.h"
#include "kernel/partial-correlation.h"
#include "kernel/shrunk-correlation.h"
#include "kernel/student.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Figures that are looked at together; their pairs grow with the square. */
#define MOST_FIGURES 500

/* Periods that correlations must rest on. */
#define LEAST_PERIODS 12

/* Two figures are called alike from here on, and not where less than the other is possible. */
#define ALIKE 0.8
#define SURELY 0.5
#define LEVEL 0.95

/* Of sets of figures that have nothing to do with each other, in how many any two may be called
 * alike.
 */
#define CHANCE 0.05

/* Pairs that are spoken of. */
#define MOST_SAID 5

#define TOO_FEW_FIGURES "There are fewer than two figures: ask for those that are shown together."
#define TOO_FEW_PERIODS \
  "All figures have fewer than 12 periods with a value, and one before it, in common: ask for " \
  "earlier ones."
#define NEVER_MOVES "A figure never moves beyond what it did before: leave it out."

/**
 * ScrutinyOverlap:
 *
 * How much figures that are shown together say the same.
 *
 * Of each figure what it did in a period beyond what it did before is taken, so that figures
 * that merely drift the same way are not called alike; of these the correlations, drawn in by
 * what noise alone explains; and of those as how many figures that have nothing to do with
 * each other they behave.
 *
 * Since: 0.1
 */
struct _ScrutinyOverlap {
  GObject parent_instance;

  guint n_figures;
  gsize n_periods;
  double effective, share;
  ScrutinyTable *pairs;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  const char *cannot_tell;
};

static void scrutiny_overlap_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyOverlap,
                               scrutiny_overlap,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_overlap_result_init))

static void
scrutiny_overlap_finalize (GObject *object)
{
  ScrutinyOverlap *self = SCRUTINY_OVERLAP (object);

  g_clear_object (&self->pairs);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_overlap_parent_class)->finalize (object);
}

static void
scrutiny_overlap_class_init (ScrutinyOverlapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_overlap_finalize;
}

static ScrutinyMethod *
method_new (const char *input_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "alike", "d", ALIKE);
  g_variant_dict_insert (&parameters, "surely", "d", SURELY);
  g_variant_dict_insert (&parameters, "level", "d", LEVEL);
  g_variant_dict_insert (&parameters, "chance", "d", CHANCE);

  return scrutiny_method_new ("overlap", "1", g_variant_dict_end (&parameters), NULL, input_hash);
}

static void
scrutiny_overlap_init (ScrutinyOverlap *self)
{
  self->effective = NAN;
  self->share = NAN;
  self->pairs = scrutiny_table_new ();
  self->method = method_new (NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = TOO_FEW_FIGURES;
}

static ScrutinyMethod *
scrutiny_overlap_get_method (ScrutinyResult *result)
{
  return SCRUTINY_OVERLAP (result)->method;
}

static const char *
scrutiny_overlap_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_OVERLAP (result)->cannot_tell;
}

static GPtrArray *
scrutiny_overlap_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_OVERLAP (result)->findings);
}

static void
scrutiny_overlap_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyOverlap *self = SCRUTINY_OVERLAP (result);

  json_writer_member_string (writer, "schema", "scrutiny.overlap/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_key (writer, "n_figures");
  json_writer_int (writer, self->n_figures);
  json_writer_key (writer, "n_periods");
  json_writer_int (writer, (gint64) self->n_periods);
  json_writer_member_double (writer, "effective_number", self->effective);
  json_writer_member_double (writer, "drawn_in", self->share);
  json_writer_key (writer, "pairs");
  columns_write_rows (self->pairs, writer);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_overlap_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_overlap_get_method;
  iface->get_cannot_tell = scrutiny_overlap_get_cannot_tell;
  iface->dup_findings = scrutiny_overlap_dup_findings;
  iface->write_json = scrutiny_overlap_write_json;
}

/* --- Pairs --------------------------------------------------------------------------------- */

typedef struct {
  const char *first, *second;
  double r, low, high;
  double partial; /* with all others held; NaN where one is known from the others */
  double p;       /* chance of as much in any pair, were no two alike */
} Pair;

/* Values are standardised. */
static double
correlation_of (const Innovations *innovations, guint i, guint k)
{
  const gsize n = innovations->n_periods;
  double sum = 0;

  for (gsize row = 0; row < n; row++)
    sum += innovations->values[row * innovations->n_figures + i] *
           innovations->values[row * innovations->n_figures + k];

  return CLAMP (sum / (double) n, -1, 1);
}

/* Twice the tail of Student's t, for each of the pairs there are; one degree of freedom less for
 * what was taken off each figure by its memory.
 */
static double
chance_of (double r, const Innovations *innovations)
{
  const double n = innovations->n_figures;
  const guint freedom = (guint) innovations->n_periods - 3;
  const double t = fabs (r) * sqrt (freedom / (1 - r * r));

  return fabs (r) < 1 ? fmin (1, n * (n - 1) * kernel_student_cdf (-t, freedom)) : 0;
}

/* With Fisher's interval, of so many periods. */
static Pair
pair_of (const Innovations *innovations, guint i, guint k, double partial)
{
  const double reach =
      kernel_normal_quantile ((1 + LEVEL) / 2) / sqrt ((double) innovations->n_periods - 3);
  const double r = correlation_of (innovations, i, k), z = atanh (r);

  return (Pair){ .first = innovations->names[i],
                 .second = innovations->names[k],
                 .r = r,
                 .low = tanh (z - reach),
                 .high = tanh (z + reach),
                 .partial = partial,
                 .p = chance_of (r, innovations) };
}

static gboolean
is_alike (const Pair *pair)
{
  return fabs (pair->r) > ALIKE && fmin (fabs (pair->low), fabs (pair->high)) > SURELY &&
         pair->p <= CHANCE;
}

/* What one tells of the other, in bits, were both normal; without end where it tells all. */
static double
bits_of (double r)
{
  return fabs (r) < 1 ? -0.5 * log2 (1 - r * r) : NAN;
}

static void
add_pair (ColumnsBuilder *builder, const Pair *pair)
{
  columns_builder_add_text (builder, "first", pair->first);
  columns_builder_add_text (builder, "second", pair->second);
  columns_builder_add_number (builder, "correlation", pair->r);
  columns_builder_add_number (builder, "low", pair->low);
  columns_builder_add_number (builder, "high", pair->high);
  columns_builder_add_number (builder, "alike", is_alike (pair));
  columns_builder_add_number (builder, "p", pair->p);
  columns_builder_add_number (builder, "partial", pair->partial);
  columns_builder_add_number (builder, "bits", bits_of (pair->r));
}

/* What to ask for is said of the first only; it is the same of all. */
static void
say_pair (ScrutinyOverlap *self, const Pair *pair, gboolean is_first)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "first", "s", pair->first);
  g_variant_dict_insert (&facts, "second", "s", pair->second);
  g_variant_dict_insert (&facts, "correlation", "d", pair->r);
  g_variant_dict_insert (&facts, "low", "d", pair->low);
  g_variant_dict_insert (&facts, "high", "d", pair->high);
  g_variant_dict_insert (&facts, "partial", "d", pair->partial);
  g_variant_dict_insert (&facts, "p", "d", pair->p);
  g_variant_dict_insert (&facts, "false_alarm", "d", CHANCE);
  finding_list_add (
      self->findings, self->method, "overlap.pair",
      pair->r > 0
          ? N_ ("From period to period {first:q} and {second:q} move together (correlation "
                "{correlation:.2}, between {low:.2} and {high:.2}): whoever knows one knows most "
                "of what the other does.")
          : N_ ("From period to period {first:q} and {second:q} move opposite ways (correlation "
                "{correlation:.2}, between {low:.2} and {high:.2}): whoever knows one knows most "
                "of what the other does."),
      N_ ("What does {second:q} say that {first:q} does not?"),
      is_first ? N_ ("How {first:q} and {second:q} are counted, and what goes into only one of "
                     "them.")
               : NULL,
      &facts);
}

/* @partial is of the correlations as they were drawn in, NULL where there is none; the pairs are
 * told of as they are.
 */
static void
list_pairs (ScrutinyOverlap *self, const Innovations *innovations, const double *partial)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  const guint n = innovations->n_figures;
  guint n_said = 0;

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++) {
      const Pair pair = pair_of (innovations, i, k, partial ? partial[(gsize) i * n + k] : NAN);

      add_pair (builder, &pair);
      if (is_alike (&pair) && n_said++ < MOST_SAID)
        say_pair (self, &pair, n_said == 1);
    }
  g_object_unref (self->pairs);
  self->pairs = columns_builder_end (builder);
}

static void
say_effective (ScrutinyOverlap *self)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n_figures", "x", (gint64) self->n_figures);
  g_variant_dict_insert (&facts, "n_periods", "x", (gint64) self->n_periods);
  g_variant_dict_insert (&facts, "effective", "d", self->effective);
  finding_list_add (
      self->findings, self->method, "overlap.effective",
      N_ ("In the {n_periods} periods they have in common these {n_figures} figures move about as "
          "{effective:.1} would that have nothing to do with each other."),
      N_ ("Which of them would be missed if it were not shown?"),
      N_ ("Who uses each of these figures, and for what."), &facts);
}

static const char *
look (ScrutinyOverlap *self, Innovations *innovations)
{
  const gsize n = innovations->n_figures;
  g_autofree double *correlations = g_new (double, n *n + 1);
  g_autofree double *kept = g_new (double, n *n + 1);
  g_autofree double *eigenvalues = g_new (double, n + 1);
  gboolean has_partial;

  if (n < 2)
    return TOO_FEW_FIGURES;
  if (innovations->n_periods < LEAST_PERIODS)
    return TOO_FEW_PERIODS;
  if (kernel_shrunk_correlation (innovations->n_periods, n, innovations->values, correlations,
                                 &self->share) != KERNEL_OK)
    return NEVER_MOVES;

  memcpy (kept, correlations, n * n * sizeof *kept);
  if (kernel_eigenvalues (n, kept, eigenvalues) == KERNEL_OK)
    self->effective = kernel_effective_number (n, eigenvalues);
  say_effective (self);
  has_partial = kernel_partial_correlation (n, correlations) == KERNEL_OK;
  list_pairs (self, innovations, has_partial ? correlations : NULL);

  return NULL;
}

/**
 * scrutiny_overlap_new:
 * @panel: the figures, up to 500, each a series
 * @error: return location for an error
 *
 * Works out how much the figures of a panel say the same.
 *
 * Fewer than two figures or twelve periods that all have are no error: the result
 * [iface@Result] cannot tell. Fails with [error@Scrutiny.Error.LIMIT] for more figures than
 * that, and as [method@Panel.dup_series] does.
 *
 * Returns: (transfer full): what they have in common, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyOverlap *
scrutiny_overlap_new (ScrutinyPanel *panel, GError **error)
{
  g_autoptr (ScrutinyOverlap) self = NULL;
  g_autofree char *hash = NULL;
  Innovations innovations = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_PANEL (panel), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (scrutiny_panel_get_n_series (panel) > MOST_FIGURES) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, NULL, NULL,
                           "Overlap: %u figures; at most %d can be looked at together",
                           scrutiny_panel_get_n_series (panel), MOST_FIGURES);
    return NULL;
  }
  self = g_object_new (SCRUTINY_TYPE_OVERLAP, NULL);
  if (!innovations_fill (&innovations, panel, error)) {
    innovations_clear (&innovations);
    return NULL;
  }
  hash = columns_dup_hash (scrutiny_panel_get_table (panel));
  g_object_unref (self->method);
  self->method = method_new (hash);
  self->n_figures = innovations.n_figures;
  self->n_periods = innovations.n_periods;
  self->cannot_tell = look (self, &innovations);
  innovations_clear (&innovations);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_overlap_get_n_figures:
 * @self: what figures have in common
 *
 * Gets how many figures there are.
 *
 * Returns: the number of figures
 *
 * Since: 0.1
 */
guint
scrutiny_overlap_get_n_figures (ScrutinyOverlap *self)
{
  g_return_val_if_fail (SCRUTINY_IS_OVERLAP (self), 0);

  return self->n_figures;
}

/**
 * scrutiny_overlap_get_n_periods:
 * @self: what figures have in common
 *
 * Gets in how many periods all figures have a value, and one before it.
 *
 * Returns: the number of periods
 *
 * Since: 0.1
 */
guint
scrutiny_overlap_get_n_periods (ScrutinyOverlap *self)
{
  g_return_val_if_fail (SCRUTINY_IS_OVERLAP (self), 0);

  return (guint) self->n_periods;
}

/**
 * scrutiny_overlap_get_effective_number:
 * @self: what figures have in common
 *
 * Gets as how many figures that have nothing to do with each other these behave.
 *
 * Returns: a number from 1 to that of the figures; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_overlap_get_effective_number (ScrutinyOverlap *self)
{
  g_return_val_if_fail (SCRUTINY_IS_OVERLAP (self), NAN);

  return self->effective;
}

/**
 * scrutiny_overlap_get_pairs:
 * @self: what figures have in common
 *
 * Gets how far any two figures move together.
 *
 * Columns: `first` and `second`, their keys; `correlation`, of what they do in a period beyond
 * what they did before, with `low` and `high`, its 95% interval; `alike`, 1 where it is above 0.8
 * either way, surely above 0.5, and `p`, the chance of as much in any pair of figures that have
 * nothing to do with each other, is at most 0.05; `partial`, the correlation with all other
 * figures held, of those drawn in; `bits`, what one tells of the other, -½ log₂ (1 - r²), were
 * both normal, NaN where that has no end.
 *
 * Returns: (transfer none): the pairs
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_overlap_get_pairs (ScrutinyOverlap *self)
{
  g_return_val_if_fail (SCRUTINY_IS_OVERLAP (self), NULL);

  return self->pairs;
}
