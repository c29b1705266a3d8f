/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/composite-reading.h"

#include "base/columns.h"
#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "base/table-columns.h"

#include <math.h>
#include <string.h>

/* Places are counted for each pair of a unit and a place. */
#define MOST_UNITS 1000

#define FEWEST_DRAWS 100
#define MOST_DRAWS 1000000

#define TOO_FEW_UNITS \
  "Fewer than two units have a figure for every component, so there is nothing to set one " \
  "beside: " \
  "ask for those of others."
#define TOO_FEW_COMPONENTS \
  "There are fewer than two components, so there is nothing to weigh: ask for what the score is " \
  "made of."

#define UNKNOWN "unknown"

static const char *const scalings[] = { "min-max", "standard", "none" };

const char *
composite_scaling_get_name (CompositeScaling scaling)
{
  return scalings[scaling];
}

const CompositePart *
composite_reading_get (const CompositeReading *self, guint part)
{
  return &g_array_index (self->parts, CompositePart, part);
}

double
composite_part_scale (const CompositePart *part,
                      CompositeScaling scaling,
                      const KernelScale *scale,
                      double value)
{
  const double scaled = scaling == COMPOSITE_NONE ? value : (value - scale->origin) / scale->span;

  if (part->weight > 0)
    return scaled;

  return scaling == COMPOSITE_MIN_MAX ? 1 - scaled : -scaled;
}

double
composite_part_worth (const CompositePart *part)
{
  return part->share / part->scale.span;
}

/* --- Settings --------------------------------------------------------------------------- */

static gboolean
refuse (GError **error, const char *option, const char *what)
{
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, option, NULL, "Option %s: %s",
                         option, what);

  return FALSE;
}

static gboolean
find_scaling (CompositeReading *self, const char *name, GError **error)
{
  g_autofree char *shown = printable_dup (name, 40);

  self->knows_scaling = !g_str_equal (name, UNKNOWN);
  self->scaling = COMPOSITE_MIN_MAX;
  if (!self->knows_scaling)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (scalings); i++) {
    self->scaling = i;
    if (g_str_equal (name, scalings[i]))
      return TRUE;
  }
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "scaling", name,
                         "Option scaling: “%s” is not one of min-max, standard, none, unknown",
                         shown);

  return FALSE;
}

static gboolean
read_settings (CompositeReading *self, ScrutinyCompositeOptions *options, GError **error)
{
  self->level = scrutiny_composite_options_get_level (options);
  self->draws = scrutiny_composite_options_get_draws (options);
  self->seed = scrutiny_composite_options_get_seed (options);
  if (!(self->level > 0 && self->level < 1))
    return refuse (error, "level", "it is not between 0 and 1; 0.95 is usual");
  if (self->draws < FEWEST_DRAWS || self->draws > MOST_DRAWS)
    return refuse (error, "draws", "it is not from 100 to 1000000; 1000 is usual");

  return find_scaling (self, scrutiny_composite_options_get_scaling (options), error);
}

/* --- Components ---------------------------------------------------------------------------- */

/* Those that have a weight; where none has, all columns of numbers. */
static char **
dup_components (ScrutinyTable *table, const char *unit, ScrutinyCompositeOptions *options)
{
  const char *published = scrutiny_composite_options_get_published (options);
  g_auto (GStrv) said = scrutiny_composite_options_dup_components (options);
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  g_autoptr (GStrvBuilder) components = g_strv_builder_new ();
  gboolean has_any = FALSE;

  for (gsize i = 0; said[i]; i++) {
    if (isnan (scrutiny_composite_options_get_weight (options, said[i])))
      continue;
    g_strv_builder_add (components, said[i]);
    has_any = TRUE;
  }
  for (gsize i = 0; !has_any && names[i]; i++)
    if (!scrutiny_table_is_text (table, names[i]) && !g_str_equal (names[i], unit) &&
        g_strcmp0 (names[i], published) != 0)
      g_strv_builder_add (components, names[i]);

  return g_strv_builder_end (components);
}

/* Whether everything that was said is said of a component. */
static gboolean
check_said (CompositeReading *self, ScrutinyCompositeOptions *options, GError **error)
{
  g_auto (GStrv) said = scrutiny_composite_options_dup_components (options);

  for (gsize i = 0; said[i]; i++) {
    g_autofree char *shown = printable_dup (said[i], 40);
    g_autofree char *names = NULL;

    if (g_strv_contains ((const char *const *) self->components, said[i]))
      continue;
    names = g_strjoinv (", ", self->components);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, said[i], NULL,
                           "Composite: “%s” has a threshold or a spread and is no component; there "
                           "are %s",
                           shown, names);
    return FALSE;
  }

  return TRUE;
}

static gboolean
check_part (const CompositePart *part, GError **error)
{
  char text[NUMBER_TEXT_SIZE];
  const gboolean has_weight = isfinite (part->weight) && part->weight != 0;

  if (has_weight && (isnan (part->spread) || part->spread > 0))
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, part->name, NULL,
                         has_weight
                             ? "Composite, %s: %s is no spread; give a standard deviation above 0"
                             : "Composite, %s: %s is no weight; give a number that is not 0",
                         part->name, number_show (has_weight ? part->spread : part->weight, text));

  return FALSE;
}

static gboolean
read_parts (CompositeReading *self, ScrutinyCompositeOptions *options, GError **error)
{
  double sum = 0;

  for (gsize i = 0; self->components[i]; i++) {
    const char *name = self->components[i];
    const double weight = scrutiny_composite_options_get_weight (options, name);
    const CompositePart part = {
      .name = name,
      .weight = isnan (weight) ? 1 : weight,
      .threshold = scrutiny_composite_options_get_threshold (options, name),
      .spread = scrutiny_composite_options_get_spread (options, name),
      .scale = { .span = 1 },
    };

    if (!check_part (&part, error))
      return FALSE;
    sum += fabs (part.weight);
    g_array_append_val (self->parts, part);
  }
  for (guint k = 0; k < self->parts->len; k++) {
    CompositePart *part = &g_array_index (self->parts, CompositePart, k);
    part->share = fabs (part->weight) / sum;
  }

  return TRUE;
}

/* --- Units ---------------------------------------------------------------------------------- */

static gboolean
has_all (const CompositeReading *self, const double *const *columns, gsize row)
{
  for (guint k = 0; k < self->parts->len; k++)
    if (!isfinite (columns[k][row]))
      return FALSE;

  return TRUE;
}

static gboolean
read_units (CompositeReading *self, ScrutinyTable *table, const char *unit, GError **error)
{
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const guint n_parts = self->parts->len;
  g_autofree const double **columns = g_new0 (const double *, n_parts + 1);
  g_auto (GStrv) names = NULL;

  if (!table_columns_check (table, "Composite", "unit", unit, error))
    return FALSE;
  for (guint k = 0; k < n_parts; k++) {
    columns[k] = columns_need_numbers (table, self->components[k], error);
    if (!columns[k])
      return FALSE;
  }
  names = table_columns_dup_texts (table, unit);
  self->values = g_new (double, n_rows *n_parts + 1);
  self->is_scored = g_new0 (gboolean, n_rows + 1);
  for (gsize row = 0; row < n_rows; row++) {
    if (!has_all (self, columns, row)) {
      g_ptr_array_add (self->left_out, g_strdup (names[row]));
      continue;
    }
    for (guint k = 0; k < n_parts; k++)
      self->values[(gsize) self->names->len * n_parts + k] = columns[k][row];
    g_ptr_array_add (self->names, g_strdup (names[row]));
    self->is_scored[row] = TRUE;
  }

  return TRUE;
}

/* Of the units that are scored. */
static gboolean
read_published (CompositeReading *self, ScrutinyTable *table, const char *name, GError **error)
{
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const double *published = name ? columns_need_numbers (table, name, error) : NULL;
  guint n = 0;

  if (!published)
    return name == NULL;
  self->published = g_new (double, n_rows + 1);
  for (gsize row = 0; row < n_rows; row++)
    if (self->is_scored[row])
      self->published[n++] = published[row];

  return TRUE;
}

static gboolean
find_focus (CompositeReading *self, const char *focus, GError **error)
{
  g_autofree char *shown = printable_dup (focus ? focus : "", 40);

  self->focus = G_MAXUINT;
  for (guint i = 0; focus && i < self->names->len; i++)
    if (g_str_equal (self->names->pdata[i], focus))
      self->focus = i;
  if (!focus || self->focus != G_MAXUINT)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "focus", focus,
                         "Option focus: no unit with a figure for every component is called “%s”",
                         shown);

  return FALSE;
}

/* --- One scale -------------------------------------------------------------------------------- */

static KernelStatus
scale_column (CompositeScaling scaling, gsize n, const double *values, KernelScale *scale)
{
  const KernelStatus status = scaling == COMPOSITE_STANDARD
                                  ? kernel_scale_to_spread (n, values, scale)
                                  : kernel_scale_to_range (n, values, scale);

  if (scaling == COMPOSITE_NONE) {
    scale->origin = 0;
    scale->span = 1;
  }

  return status;
}

static gboolean
scale_part (CompositeReading *self, guint k)
{
  CompositePart *part = &g_array_index (self->parts, CompositePart, k);
  const guint n_units = self->names->len, n_parts = self->parts->len;
  g_autofree double *column = g_new (double, n_units);

  for (guint i = 0; i < n_units; i++)
    column[i] = self->values[(gsize) i * n_parts + k];
  if (scale_column (self->scaling, n_units, column, &part->scale) != KERNEL_OK)
    return FALSE;
  part->low = column[part->scale.lowest];
  part->high = column[part->scale.highest];
  for (guint i = 0; i < n_units; i++)
    self->scaled[(gsize) i * n_parts + k] =
        composite_part_scale (part, self->scaling, &part->scale, column[i]);

  return TRUE;
}

static char *
scale (CompositeReading *self)
{
  const gsize n_units = self->names->len, n_parts = self->parts->len;

  if (n_parts < 2)
    return g_strdup (TOO_FEW_COMPONENTS);
  if (n_units < 2)
    return g_strdup (TOO_FEW_UNITS);
  self->scaled = g_new (double, n_units *n_parts);
  for (guint k = 0; k < n_parts; k++)
    if (!scale_part (self, k))
      return g_strdup_printf ("“%s” is the same for every unit, so it parts none: leave it out, or "
                              "ask for it with more decimals.",
                              composite_reading_get (self, k)->name);

  return NULL;
}

gboolean
composite_reading_init (CompositeReading *self,
                        ScrutinyTable *table,
                        const char *unit,
                        ScrutinyCompositeOptions *options,
                        GError **error)
{
  if (!read_settings (self, options, error))
    return FALSE;
  self->components = dup_components (table, unit, options);
  self->parts = g_array_new (FALSE, TRUE, sizeof (CompositePart));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  if (!check_said (self, options, error) || !read_parts (self, options, error) ||
      !read_units (self, table, unit, error) ||
      !read_published (self, table, scrutiny_composite_options_get_published (options), error) ||
      !find_focus (self, scrutiny_composite_options_get_focus (options), error))
    return FALSE;
  if (self->names->len > MOST_UNITS) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, unit, NULL,
                           "Composite: %u units; at most %d can be placed", self->names->len,
                           MOST_UNITS);
    return FALSE;
  }
  self->cannot_tell = scale (self);

  return TRUE;
}

void
composite_reading_clear (CompositeReading *self)
{
  g_clear_pointer (&self->components, g_strfreev);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->is_scored, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->scaled, g_free);
  g_clear_pointer (&self->cannot_tell, g_free);
}
