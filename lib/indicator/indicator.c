/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/indicator-private.h"

#include "indicator/dossier-private.h"
#include "indicator/object-list.h"
#include "indicator/text-record.h"

/**
 * ScrutinyIndicator:
 *
 * What is measured, and all that is on record about it: its definition and figures, who chose it,
 * which target and rule it is held against, and which reasons are given for it.
 *
 * Made by a [class@DossierBuilder].
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (ScrutinyIndicator, scrutiny_indicator, G_TYPE_OBJECT)

enum {
  PROP_DEFINITION = INDICATOR_N_TEXTS + 1,
  PROP_SERIES,
  PROP_PUBLISHED,
  PROP_CHAIN,
  PROP_COLOUR_RULE,
  PROP_RECORDS,
  PROP_RECIPE,
};

static const TextField fields[INDICATOR_N_TEXTS] = {
  /**
   * ScrutinyIndicator:id: (getter get_id)
   *
   * A short name, unique in its dossier.
   *
   * Since: 0.1
   */
  [INDICATOR_ID] = { "id", "", NULL },
  /**
   * ScrutinyIndicator:title: (getter get_title)
   *
   * What the publisher calls it.
   *
   * Since: 0.1
   */
  [INDICATOR_TITLE] = { "title", "", NULL },
  /**
   * ScrutinyIndicator:area: (getter get_area)
   *
   * The place or part it is about.
   *
   * Since: 0.1
   */
  [INDICATOR_AREA] = { "area", NULL, NULL },
  /**
   * ScrutinyIndicator:unit: (getter get_unit)
   *
   * What its values count or measure.
   *
   * Since: 0.1
   */
  [INDICATOR_UNIT] = { "unit", NULL, NULL },
  /**
   * ScrutinyIndicator:purpose: (getter get_purpose)
   *
   * What it is for, in the words of whoever uses it.
   *
   * Since: 0.1
   */
  [INDICATOR_PURPOSE] = { "purpose", NULL, NULL },
  /**
   * ScrutinyIndicator:owner: (getter get_owner)
   *
   * Who answers for it.
   *
   * Since: 0.1
   */
  [INDICATOR_OWNER] = { "owner", NULL, NULL },
  /**
   * ScrutinyIndicator:source: (getter get_source)
   *
   * Where its figures come from.
   *
   * Since: 0.1
   */
  [INDICATOR_SOURCE] = { "source", NULL, NULL },
  /**
   * ScrutinyIndicator:level: (getter get_level)
   *
   * The kind of place it is about, where figures of several kinds stand together: `Regional`,
   * `Local authority`.
   *
   * Since: 0.1
   */
  [INDICATOR_LEVEL] = { "level", NULL, NULL },
};

static const TextRecord record = {
  "Indicator",
  G_STRUCT_OFFSET (ScrutinyIndicator, texts),
  fields,
  INDICATOR_N_TEXTS,
};

static gpointer
last_of (const GPtrArray *list)
{
  return list && list->len ? list->pdata[list->len - 1] : NULL;
}

static gpointer
get_object (ScrutinyIndicator *self, guint prop_id)
{
  switch (prop_id) {
  case PROP_DEFINITION:
    return scrutiny_indicator_get_definition (self);
  case PROP_SERIES:
    return self->series;
  case PROP_PUBLISHED:
    return self->published;
  case PROP_CHAIN:
    return self->chain;
  case PROP_RECORDS:
    return self->records;
  case PROP_RECIPE:
    return self->recipe;
  case PROP_COLOUR_RULE:
  default:
    return self->colour_rule;
  }
}

static void
scrutiny_indicator_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id < PROP_DEFINITION)
    text_record_get_property (object, prop_id, value, pspec);
  else
    g_value_set_object (value, get_object (SCRUTINY_INDICATOR (object), prop_id));
}

static void
scrutiny_indicator_finalize (GObject *object)
{
  ScrutinyIndicator *self = SCRUTINY_INDICATOR (object);

  g_clear_object (&self->series);
  g_clear_object (&self->published);
  g_clear_object (&self->records);
  g_clear_object (&self->colour_rule);
  g_clear_object (&self->chain);
  g_clear_object (&self->recipe);
  g_clear_pointer (&self->definitions, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  text_record_finalize (object);
}

static void
install (GObjectClass *klass, guint prop_id, const char *name, GType type)
{
  g_object_class_install_property (
      klass, prop_id,
      g_param_spec_object (name, NULL, NULL, type, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

/* What its figures come of. */
static void
install_sources (GObjectClass *object_class)
{
  /**
   * ScrutinyIndicator:records: (getter get_records)
   *
   * The rows its figures come of.
   *
   * Since: 0.1
   */
  install (object_class, PROP_RECORDS, "records", G_TYPE_OBJECT);
  /**
   * ScrutinyIndicator:recipe: (getter get_recipe)
   *
   * What it is made of, if it is a score of several components.
   *
   * Since: 0.1
   */
  install (object_class, PROP_RECIPE, "recipe", SCRUTINY_TYPE_RECIPE);
}

static void
scrutiny_indicator_class_init (ScrutinyIndicatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  text_record_install (&record, object_class);
  object_class->get_property = scrutiny_indicator_get_property;
  object_class->finalize = scrutiny_indicator_finalize;

  /**
   * ScrutinyIndicator:definition: (getter get_definition)
   *
   * The definition it has now.
   *
   * Since: 0.1
   */
  install (object_class, PROP_DEFINITION, "definition", SCRUTINY_TYPE_DEFINITION);
  /**
   * ScrutinyIndicator:series: (getter get_series)
   *
   * Its figures over time.
   *
   * Since: 0.1
   */
  install (object_class, PROP_SERIES, "series", SCRUTINY_TYPE_SERIES);
  /**
   * ScrutinyIndicator:published: (getter get_published)
   *
   * What was published, row for row.
   *
   * Since: 0.1
   */
  install (object_class, PROP_PUBLISHED, "published", SCRUTINY_TYPE_TABLE);
  /**
   * ScrutinyIndicator:chain: (getter get_chain)
   *
   * The reasons given for it.
   *
   * Since: 0.1
   */
  install (object_class, PROP_CHAIN, "chain", SCRUTINY_TYPE_CHAIN);
  /**
   * ScrutinyIndicator:colour-rule: (getter get_colour_rule)
   *
   * The rule that gives its status.
   *
   * Since: 0.1
   */
  install (object_class, PROP_COLOUR_RULE, "colour-rule", SCRUTINY_TYPE_COLOUR_RULE);
  install_sources (object_class);
}

static void
scrutiny_indicator_init (ScrutinyIndicator *self)
{
  text_record_init (self);
}

/**
 * scrutiny_indicator_new:
 * @id: a short name, unique in its dossier
 * @title: what the publisher calls it
 *
 * Creates an indicator of which nothing more is known.
 *
 * Returns: (transfer full): the indicator
 *
 * Since: 0.1
 */
ScrutinyIndicator *
scrutiny_indicator_new (const char *id, const char *title)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  return text_record_new (SCRUTINY_TYPE_INDICATOR, (const char *[INDICATOR_N_TEXTS]){ id, title });
}

/**
 * scrutiny_indicator_get_id: (get-property id)
 * @self: an indicator
 *
 * Gets its short name, unique in its dossier.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
scrutiny_indicator_get_id (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->texts[INDICATOR_ID];
}

/**
 * scrutiny_indicator_get_title: (get-property title)
 * @self: an indicator
 *
 * Gets what the publisher calls it.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
scrutiny_indicator_get_title (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->texts[INDICATOR_TITLE];
}

/**
 * scrutiny_indicator_get_area: (get-property area)
 * @self: an indicator
 *
 * Gets the place or part it is about.
 *
 * Returns: (transfer none) (nullable): the area
 *
 * Since: 0.1
 */
const char *
scrutiny_indicator_get_area (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->texts[INDICATOR_AREA];
}

/**
 * scrutiny_indicator_get_unit: (get-property unit)
 * @self: an indicator
 *
 * Gets what its values count or measure.
 *
 * Returns: (transfer none) (nullable): the unit
 *
 * Since: 0.1
 */
const char *
scrutiny_indicator_get_unit (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->texts[INDICATOR_UNIT];
}

/**
 * scrutiny_indicator_get_purpose: (get-property purpose)
 * @self: an indicator
 *
 * Gets what it is for.
 *
 * Returns: (transfer none) (nullable): the purpose, in the words of whoever uses it
 *
 * Since: 0.1
 */
const char *
scrutiny_indicator_get_purpose (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->texts[INDICATOR_PURPOSE];
}

/**
 * scrutiny_indicator_get_owner: (get-property owner)
 * @self: an indicator
 *
 * Gets who answers for it.
 *
 * Returns: (transfer none) (nullable): the owner
 *
 * Since: 0.1
 */
const char *
scrutiny_indicator_get_owner (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->texts[INDICATOR_OWNER];
}

/**
 * scrutiny_indicator_get_source: (get-property source)
 * @self: an indicator
 *
 * Gets where its figures come from.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
const char *
scrutiny_indicator_get_source (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->texts[INDICATOR_SOURCE];
}

/**
 * scrutiny_indicator_get_level: (get-property level)
 * @self: an indicator
 *
 * Gets the kind of place it is about.
 *
 * Returns: (transfer none) (nullable): the level, `NULL` where no kinds are told apart
 *
 * Since: 0.1
 */
const char *
scrutiny_indicator_get_level (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->texts[INDICATOR_LEVEL];
}

/**
 * scrutiny_indicator_get_definition: (get-property definition)
 * @self: an indicator
 *
 * Gets the definition it has now.
 *
 * It is the one that was recorded last.
 *
 * Returns: (transfer none) (nullable): the definition, `NULL` if none is recorded
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_indicator_get_definition (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return last_of (self->definitions);
}

/**
 * scrutiny_indicator_dup_definitions:
 * @self: an indicator
 *
 * Gets the definitions it has had.
 *
 * Returns: (transfer container) (element-type ScrutinyDefinition): the definitions, in the order
 * they were recorded
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_indicator_dup_definitions (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return object_list_dup (self->definitions);
}

/**
 * scrutiny_indicator_get_series: (get-property series)
 * @self: an indicator
 *
 * Gets its figures over time.
 *
 * Returns: (transfer none) (nullable): the series, `NULL` if there is no history
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_indicator_get_series (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->series;
}

/**
 * scrutiny_indicator_get_published: (get-property published)
 * @self: an indicator
 *
 * Gets what was published, row for row.
 *
 * The columns are those of `period`, `value`, `status` and `target` that there are, and
 * `numerator` and `denominator` where they were published. `value_text` holds each value
 * as it was written.
 *
 * Returns: (transfer none) (nullable): the table, `NULL` if nothing was
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_indicator_get_published (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->published;
}

gboolean
scrutiny_indicator_is_recomputed (ScrutinyIndicator *self)
{
  return self->is_recomputed;
}

/**
 * scrutiny_indicator_get_records: (get-property records)
 * @self: an indicator
 *
 * Gets the rows its figures come of.
 *
 * Returns: (transfer none) (nullable): the records, `NULL` if they are not at hand
 *
 * Since: 0.1
 */
GObject *
scrutiny_indicator_get_records (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->records;
}

/**
 * scrutiny_indicator_get_recipe: (get-property recipe)
 * @self: an indicator
 *
 * Gets what it is made of, if it is a score of several components.
 *
 * Returns: (transfer none) (nullable): the recipe, `NULL` if nothing is said of one
 *
 * Since: 0.1
 */
ScrutinyRecipe *
scrutiny_indicator_get_recipe (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->recipe;
}

/**
 * scrutiny_indicator_get_chain: (get-property chain)
 * @self: an indicator
 *
 * Gets the reasons given for it.
 *
 * Returns: (transfer none) (nullable): the chain, `NULL` if none are recorded
 *
 * Since: 0.1
 */
ScrutinyChain *
scrutiny_indicator_get_chain (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->chain;
}

/**
 * scrutiny_indicator_get_colour_rule: (get-property colour-rule)
 * @self: an indicator
 *
 * Gets the rule that gives its status.
 *
 * Returns: (transfer none) (nullable): the rule, `NULL` if none is recorded
 *
 * Since: 0.1
 */
ScrutinyColourRule *
scrutiny_indicator_get_colour_rule (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return self->colour_rule;
}

static GPtrArray *
dup_claims_about (ScrutinyIndicator *self, const char *about)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->claims && i < self->claims->len; i++) {
    if (g_str_equal (scrutiny_claim_get_about (self->claims->pdata[i]), about))
      g_ptr_array_add (claims, g_object_ref (self->claims->pdata[i]));
  }

  return claims;
}

/* What was recorded last is what is said now. */
static ScrutinyClaim *
last_claim_about (ScrutinyIndicator *self, const char *about)
{
  g_autoptr (GPtrArray) claims = dup_claims_about (self, about);

  return last_of (claims);
}

/**
 * scrutiny_indicator_dup_targets:
 * @self: an indicator
 *
 * Gets the targets it has had: the claims about `target`.
 *
 * Returns: (transfer container) (element-type ScrutinyClaim): the claims, in the order they were
 * recorded
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_indicator_dup_targets (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return dup_claims_about (self, "target");
}

/**
 * scrutiny_indicator_dup_claims:
 * @self: an indicator
 *
 * Gets all claims about it.
 *
 * Returns: (transfer container) (element-type ScrutinyClaim): the claims, in the order they were
 * recorded
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_indicator_dup_claims (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return object_list_dup (self->claims);
}

/**
 * scrutiny_indicator_dup_events:
 * @self: an indicator
 *
 * Gets the events that are recorded with it.
 *
 * Returns: (transfer container) (element-type ScrutinyEvent): the events, in the order they were
 * recorded
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_indicator_dup_events (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return object_list_dup (self->events);
}

/**
 * scrutiny_indicator_dup_notes:
 * @self: an indicator
 *
 * Gets what was noted when it was read, such as cells that hold no number.
 *
 * Returns: (transfer container) (element-type utf8): the notes, in the order they were made
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_indicator_dup_notes (ScrutinyIndicator *self)
{
  GPtrArray *notes;

  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; self->notes && i < self->notes->len; i++)
    g_ptr_array_add (notes, g_strdup (self->notes->pdata[i]));

  return notes;
}

/**
 * scrutiny_indicator_get_chosen_by:
 * @self: an indicator
 *
 * Gets who chose it: the claim about `choice` that was recorded last.
 *
 * Returns: (transfer none) (nullable): the claim, `NULL` if nobody says
 *
 * Since: 0.1
 */
ScrutinyClaim *
scrutiny_indicator_get_chosen_by (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return last_claim_about (self, "choice");
}

/**
 * scrutiny_indicator_get_used_by:
 * @self: an indicator
 *
 * Gets whether those who do the work use it, and for what: the claim about `use` that was
 * recorded last. Where they do not, its text begins with “no”.
 *
 * Returns: (transfer none) (nullable): the claim, `NULL` if nobody says
 *
 * Since: 0.1
 */
ScrutinyClaim *
scrutiny_indicator_get_used_by (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return last_claim_about (self, "use");
}

/**
 * scrutiny_indicator_get_declared_polarity:
 * @self: an indicator
 *
 * Gets which direction the publisher says is wanted: the claim about `direction` that was
 * recorded last.
 *
 * It is somebody's opinion, to be shown when it is itself in question. No analysis reads it.
 *
 * Returns: (transfer none) (nullable): the claim, `NULL` if nobody says
 *
 * Since: 0.1
 */
ScrutinyClaim *
scrutiny_indicator_get_declared_polarity (ScrutinyIndicator *self)
{
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (self), NULL);

  return last_claim_about (self, "direction");
}
