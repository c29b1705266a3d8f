/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/check.h>

#include <scrutiny/result.h>

#include "indicator/check-private.h"

/**
 * ScrutinyCheck:
 *
 * Something to look for in each indicator, and the name it goes by.
 *
 * A list of checks says what a review looks for; your own stand in it beside those of the
 * library. A check appends findings, or results whose findings count.
 *
 * Since: 0.1
 */
struct _ScrutinyCheck {
  GObject parent_instance;

  char *id;
  ScrutinyCheckFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (ScrutinyCheck, scrutiny_check, G_TYPE_OBJECT)

enum {
  PROP_ID = 1,
};

static void
scrutiny_check_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, SCRUTINY_CHECK (object)->id);
}

static void
scrutiny_check_finalize (GObject *object)
{
  ScrutinyCheck *self = SCRUTINY_CHECK (object);

  if (self->destroy)
    self->destroy (self->user_data);
  g_free (self->id);

  G_OBJECT_CLASS (scrutiny_check_parent_class)->finalize (object);
}

static void
scrutiny_check_class_init (ScrutinyCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_check_finalize;
  object_class->get_property = scrutiny_check_get_property;

  /**
   * ScrutinyCheck:id: (getter get_id)
   *
   * The name the check goes by, such as `ashcombe.round-numbers`.
   *
   * Since: 0.1
   */
  g_object_class_install_property (
      object_class, PROP_ID,
      g_param_spec_string ("id", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
scrutiny_check_init (ScrutinyCheck *self)
{
  self->id = g_strdup ("");
}

/**
 * scrutiny_check_new:
 * @id: the name the check goes by, such as `ashcombe.round-numbers`
 * @func: (scope notified) (closure user_data) (destroy destroy): looks at an indicator
 * @user_data: data for @func
 * @destroy: (nullable): called with @user_data when the check is gone
 *
 * Creates a check.
 *
 * Returns: (transfer full): the check
 *
 * Since: 0.1
 */
ScrutinyCheck *
scrutiny_check_new (const char *id,
                    ScrutinyCheckFunc func,
                    gpointer user_data,
                    GDestroyNotify destroy)
{
  ScrutinyCheck *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (SCRUTINY_TYPE_CHECK, NULL);
  g_free (self->id);
  self->id = g_utf8_make_valid (id, -1);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;

  return self;
}

/**
 * scrutiny_check_get_id: (get-property id)
 * @self: a check
 *
 * Gets the name the check goes by.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
scrutiny_check_get_id (ScrutinyCheck *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHECK (self), NULL);

  return self->id;
}

gboolean
scrutiny_check_calls (ScrutinyCheck *self, ScrutinyCheckFunc func)
{
  return self->func == func;
}

static ScrutinyFinding *
not_done_new (const ScrutinyCheck *self, GObject *object)
{
  g_auto (GVariantBuilder) facts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *reason = g_strdup_printf (
      "it gave a %s, which is neither a finding nor a result", G_OBJECT_TYPE_NAME (object));

  g_variant_builder_add (&facts, "{sv}", "check", g_variant_new_string (self->id));
  g_variant_builder_add (&facts, "{sv}", "reason", g_variant_new_string (reason));

  return scrutiny_finding_new ("check.not-done", "{check} was not done: {reason}.", NULL,
                               g_variant_builder_end (&facts), NULL);
}

/**
 * scrutiny_check_run:
 * @self: a check
 * @indicator: an indicator
 *
 * Looks at one indicator, on the calling thread.
 *
 * What the check appended that is neither a [class@Finding] nor a [iface@Result] is left out;
 * a finding `check.not-done` names it.
 *
 * Returns: (transfer full): what was found, findings and results, in order
 *
 * Since: 0.1
 */
GListStore *
scrutiny_check_run (ScrutinyCheck *self, ScrutinyIndicator *indicator)
{
  g_autoptr (GListStore) given = NULL;
  GListStore *kept;
  guint n;

  g_return_val_if_fail (SCRUTINY_IS_CHECK (self), NULL);
  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (indicator), NULL);

  given = g_list_store_new (G_TYPE_OBJECT);
  kept = g_list_store_new (G_TYPE_OBJECT);
  if (self->func)
    self->func (indicator, given, self->user_data);

  n = g_list_model_get_n_items (G_LIST_MODEL (given));
  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (given), i);
    g_autoptr (ScrutinyFinding) instead = NULL;

    if (!SCRUTINY_IS_FINDING (object) && !SCRUTINY_IS_RESULT (object))
      instead = not_done_new (self, object);
    g_list_store_append (kept, instead ? (gpointer) instead : object);
  }

  return kept;
}
