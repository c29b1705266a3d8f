/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/recipe.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/text-record.h"

#include <math.h>

enum {
  UNIT,
  SCALING,
  PUBLISHED,
  N_TEXTS,
};

enum {
  PROP_COMPONENTS = N_TEXTS + 1,
  PROP_UNITS,
};

/**
 * ScrutinyRecipe:
 *
 * What a score is made of: units such as councils, components and their weights, as its publisher
 * says.
 *
 * An indicator that is such a score holds one, so that a review may look at what the weights
 * decide: see [class@Composite].
 *
 * Since: 0.1
 */
struct _ScrutinyRecipe {
  GObject parent_instance;

  char *texts[N_TEXTS];
  ScrutinyTable *components;
  ScrutinyTable *units; /* NULL where they are not at hand */
};

G_DEFINE_FINAL_TYPE (ScrutinyRecipe, scrutiny_recipe, G_TYPE_OBJECT)

static const char *const scalings[] = { "min-max", "standard", "none", NULL };

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyRecipe:unit: (getter get_unit)
   *
   * The column that says what units are called.
   *
   * Since: 0.1
   */
  [UNIT] = { "unit", "", NULL },
  /**
   * ScrutinyRecipe:scaling: (getter get_scaling)
   *
   * How components are put on one scale: `min-max`, `standard` or `none`.
   *
   * Since: 0.1
   */
  [SCALING] = { "scaling", NULL, scalings },
  /**
   * ScrutinyRecipe:published: (getter get_published)
   *
   * The column of published scores.
   *
   * Since: 0.1
   */
  [PUBLISHED] = { "published", NULL, NULL },
};

static const TextRecord record = {
  "Recipe",
  G_STRUCT_OFFSET (ScrutinyRecipe, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_recipe_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinyRecipe *self = SCRUTINY_RECIPE (object);

  if (prop_id < PROP_COMPONENTS)
    text_record_get_property (object, prop_id, value, pspec);
  else
    g_value_set_object (value, prop_id == PROP_UNITS ? self->units : self->components);
}

static void
scrutiny_recipe_finalize (GObject *object)
{
  ScrutinyRecipe *self = SCRUTINY_RECIPE (object);

  g_clear_object (&self->components);
  g_clear_object (&self->units);

  text_record_finalize (object);
}

static void
install (GObjectClass *klass, guint prop_id, const char *name)
{
  g_object_class_install_property (klass, prop_id,
                                   g_param_spec_object (name, NULL, NULL, SCRUTINY_TYPE_TABLE,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
scrutiny_recipe_class_init (ScrutinyRecipeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  text_record_install (&record, object_class);
  object_class->get_property = scrutiny_recipe_get_property;
  object_class->finalize = scrutiny_recipe_finalize;

  /**
   * ScrutinyRecipe:components: (getter get_components)
   *
   * The components and their weights.
   *
   * Since: 0.1
   */
  install (object_class, PROP_COMPONENTS, "components");
  /**
   * ScrutinyRecipe:units: (getter get_units)
   *
   * The units with a value for each component.
   *
   * Since: 0.1
   */
  install (object_class, PROP_UNITS, "units");
}

static void
scrutiny_recipe_init (ScrutinyRecipe *self)
{
  text_record_init (self);
  self->components = scrutiny_table_new ();
}

/* @is_text: what the column must hold; FALSE with an error otherwise. */
static gboolean
check_column (ScrutinyTable *components, const char *name, gboolean is_text, GError **error)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (components);
  g_autofree char *there_is = g_strjoinv (", ", names);

  if (!scrutiny_table_has_column (components, name))
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, name, NULL,
                           "Recipe: components have no “%s”; there is %s", name,
                           *there_is ? there_is : "nothing");
  else if (scrutiny_table_is_text (components, name) != is_text)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, name, NULL,
                           "Recipe: “%s” of components holds %s; give %s", name,
                           is_text ? "numbers" : "texts",
                           is_text ? "their names" : "a number each");
  else
    return TRUE;

  return FALSE;
}

static gboolean
refuse_row (ScrutinyError code, gsize row, const char *name, const char *what, GError **error)
{
  g_autofree char *shown = printable_dup (name, 40);

  scrutiny_set_error_at (error, code, row + 1, "component", name,
                         "Recipe: component %" G_GSIZE_FORMAT ", “%s”, %s", row + 1, shown, what);

  return FALSE;
}

/* Without a weight it would be none, and a second one would stand in for the first. */
static gboolean
check_rows (ScrutinyTable *components, GError **error)
{
  const char *const *names = scrutiny_table_get_texts (components, "component");
  const double *weights = scrutiny_table_get_doubles (components, "weight", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize row = 0; row < scrutiny_table_get_n_rows (components); row++) {
    if (!isfinite (weights[row]) || weights[row] == 0)
      return refuse_row (SCRUTINY_ERROR_OUT_OF_RANGE, row, names[row],
                         "has no weight; give a number that is not 0", error);
    if (!g_hash_table_add (seen, (gpointer) names[row]))
      return refuse_row (SCRUTINY_ERROR_MISMATCH, row, names[row],
                         "is there already; give each one row", error);
  }

  return TRUE;
}

static gboolean
check_components (ScrutinyTable *components, GError **error)
{
  static const char *const optional[] = { "threshold", "spread" };

  if (!check_column (components, "component", TRUE, error) ||
      !check_column (components, "weight", FALSE, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (optional); i++)
    if (scrutiny_table_has_column (components, optional[i]) &&
        !check_column (components, optional[i], FALSE, error))
      return FALSE;

  return check_rows (components, error);
}

static gboolean
check_scaling (const char *scaling, GError **error)
{
  g_autofree char *shown = printable_dup (scaling ? scaling : "", 40);

  if (!scaling || g_strv_contains (scalings, scaling))
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "scaling", scaling,
                         "Recipe: scaling “%s” is not one of min-max, standard, none; leave it out "
                         "where it is not known",
                         shown);

  return FALSE;
}

/**
 * scrutiny_recipe_new:
 * @unit: the column that says what units are called
 * @components: a row for each component: `component`, the column it is, `weight`, below 0 where
 *   lower values add to the score, and, where its publisher speaks of a band, `threshold` and
 *   `spread`, as [class@CompositeOptions] has them
 * @scaling: (nullable): how components are put on one scale: `min-max`, `standard` or `none`;
 *   `NULL` where that is not known
 * @published: (nullable): the column of published scores
 * @error: return location for an error
 *
 * Creates a recipe without units.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if a column of @components or the scaling is not
 * there, with [error@Scrutiny.Error.MISMATCH] if a column holds texts for numbers, or numbers for
 * names, or a component is there twice, and with [error@Scrutiny.Error.OUT_OF_RANGE] if one has
 * no weight.
 *
 * Returns: (transfer full): the recipe
 *
 * Since: 0.1
 */
ScrutinyRecipe *
scrutiny_recipe_new (const char *unit,
                     ScrutinyTable *components,
                     const char *scaling,
                     const char *published,
                     GError **error)
{
  ScrutinyRecipe *self;

  g_return_val_if_fail (unit != NULL, NULL);
  g_return_val_if_fail (SCRUTINY_IS_TABLE (components), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_components (components, error) || !check_scaling (scaling, error))
    return NULL;
  self =
      text_record_new (SCRUTINY_TYPE_RECIPE, (const char *[N_TEXTS]){ unit, scaling, published });
  g_set_object (&self->components, components);

  return self;
}

/**
 * scrutiny_recipe_copy_with_units:
 * @self: a recipe
 * @units: a row for each unit, a column for each component, and those of names and of
 *   published scores
 *
 * Creates a copy with other units.
 *
 * Whether they have what the recipe names is asked when a review works the score out.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyRecipe *
scrutiny_recipe_copy_with_units (ScrutinyRecipe *self, ScrutinyTable *units)
{
  ScrutinyRecipe *copy;

  g_return_val_if_fail (SCRUTINY_IS_RECIPE (self), NULL);
  g_return_val_if_fail (SCRUTINY_IS_TABLE (units), NULL);

  copy = text_record_new (SCRUTINY_TYPE_RECIPE, (const char *const *) self->texts);
  g_set_object (&copy->components, self->components);
  g_set_object (&copy->units, units);

  return copy;
}

/**
 * scrutiny_recipe_get_unit: (get-property unit)
 * @self: a recipe
 *
 * Gets the column that says what units are called.
 *
 * Returns: (transfer none): the column
 *
 * Since: 0.1
 */
const char *
scrutiny_recipe_get_unit (ScrutinyRecipe *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECIPE (self), NULL);

  return self->texts[UNIT];
}

/**
 * scrutiny_recipe_get_scaling: (get-property scaling)
 * @self: a recipe
 *
 * Gets how components are put on one scale.
 *
 * Returns: (transfer none) (nullable): `min-max`, `standard` or `none`; `NULL` where that is not
 *   known
 *
 * Since: 0.1
 */
const char *
scrutiny_recipe_get_scaling (ScrutinyRecipe *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECIPE (self), NULL);

  return self->texts[SCALING];
}

/**
 * scrutiny_recipe_get_published: (get-property published)
 * @self: a recipe
 *
 * Gets the column of published scores.
 *
 * Returns: (transfer none) (nullable): the column, `NULL` if there is none
 *
 * Since: 0.1
 */
const char *
scrutiny_recipe_get_published (ScrutinyRecipe *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECIPE (self), NULL);

  return self->texts[PUBLISHED];
}

/**
 * scrutiny_recipe_get_components: (get-property components)
 * @self: a recipe
 *
 * Gets the components and their weights.
 *
 * Columns: `component` and `weight`, and `threshold` and `spread` where something is said of a
 * band.
 *
 * Returns: (transfer none): the components
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_recipe_get_components (ScrutinyRecipe *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECIPE (self), NULL);

  return self->components;
}

/**
 * scrutiny_recipe_get_units: (get-property units)
 * @self: a recipe
 *
 * Gets the units with a value for each component.
 *
 * Returns: (transfer none) (nullable): the units, `NULL` if they are not at hand
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_recipe_get_units (ScrutinyRecipe *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECIPE (self), NULL);

  return self->units;
}
