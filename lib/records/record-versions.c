/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-versions.h"

#include <scrutiny/error.h>

#include "base/error-private.h"
#include "records/record-query.h"

static void
version_free (gpointer data)
{
  RecordVersion *self = data;

  g_clear_pointer (&self->steps, record_steps_unref);
  g_clear_pointer (&self->plan, definition_plan_free);
  g_clear_pointer (&self->came_from, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->is_hidden);
  g_free (self);
}

void
record_versions_clear (RecordVersions *self)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
}

RecordVersion *
record_versions_get (const RecordVersions *self, guint version)
{
  return self->all->pdata[version];
}

static gboolean
has_name (const GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, NULL);
}

gboolean
record_version_came_from (const RecordVersion *self, const RecordVersion *before)
{
  return has_name (self->came_from, before->name) || has_name (before->came_from, self->name);
}

/* --- What is counted -------------------------------------------------------------------------- */

static char *
dup_name (const DefinitionPlan *plan, ScrutinyDefinition *definition, ScrutinyCalendar steps)
{
  g_autofree char *text = definition_plan_dup_text (plan);
  const char *holidays = scrutiny_definition_get_holidays (definition);

  return g_strdup_printf ("%d %s; %s", steps, text, holidays ? holidays : "");
}

gboolean
record_versions_keep (const RecordFigures *figures,
                      ScrutinyRecords *records,
                      ScrutinyDefinition *definition,
                      GError **error)
{
  g_autoptr (DefinitionPlan) plan = NULL;
  g_autofree char *name = NULL;
  g_autoptr (RecordSteps) steps = NULL;

  if (figures->calendar != record_steps_get_calendar (figures->calendar))
    return TRUE;
  plan = record_plan_new (records, definition, error);
  if (!plan)
    return FALSE;
  name = dup_name (plan, definition, figures->calendar);
  steps = record_steps_new (figures);
  scrutiny_records_keep_steps (records, name, steps);

  return TRUE;
}

/* The counts by steps, as they were kept or else counted and kept for the next who asks. */
static gboolean
count (RecordVersion *self,
       ScrutinyRecords *records,
       ScrutinyCalendar steps,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (RecordFigures) figures = NULL;

  self->steps = scrutiny_records_find_steps (records, self->name);
  if (self->steps)
    return TRUE;
  figures = record_figures_new (records, self->plan, steps, cancellable, error);
  if (!figures)
    return FALSE;
  self->steps = record_steps_new (figures);
  scrutiny_records_keep_steps (records, self->name, self->steps);

  return TRUE;
}

/* --- In order --------------------------------------------------------------------------------- */

typedef struct {
  RecordVersions *versions;
  ScrutinyRecords *records;
  const char *segments; /* of what is asked for */
  char *asked;          /* its name */
  ScrutinyCalendar steps;
} Gathering;

static gboolean
is_asked_for (const Gathering *self)
{
  for (guint i = 0; i < self->versions->all->len; i++) {
    self->versions->asked = i;
    if (g_str_equal (record_versions_get (self->versions, i)->name, self->asked))
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_there (const Gathering *self, const char *name)
{
  for (guint i = 0; i < self->versions->all->len; i++)
    if (g_str_equal (record_versions_get (self->versions, i)->name, name))
      return TRUE;

  return FALSE;
}

/* What does not fit the rows gave no figures that anything could be taken from.  What is there
 * once is not added again.
 */
static void
add (Gathering *self, ScrutinyDefinition *definition, GPtrArray *came_from)
{
  g_autoptr (ScrutinyDefinition) alike =
      scrutiny_definition_copy_with (definition, "segments", self->segments, NULL);
  g_autoptr (DefinitionPlan) plan = alike ? record_plan_new (self->records, alike, NULL) : NULL;
  g_autofree char *name = plan ? dup_name (plan, alike, self->steps) : NULL;
  RecordVersion *version;

  if (!plan)
    return;
  if (!is_there (self, name)) {
    version = g_new0 (RecordVersion, 1);
    version->name = g_strdup (name);
    version->plan = g_steal_pointer (&plan);
    version->came_from = g_ptr_array_copy (came_from, (GCopyFunc) (GCallback) g_strdup, NULL);
    g_ptr_array_set_free_func (version->came_from, g_free);
    g_ptr_array_add (self->versions->all, version);
  }
  g_ptr_array_add (came_from, g_steal_pointer (&name));
}

/* @definition after what it was changed from. */
static void
add_chain (Gathering *self, ScrutinyDefinition *definition)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  g_autoptr (GPtrArray) came_from = g_ptr_array_new_with_free_func (g_free);

  for (; definition; definition = scrutiny_definition_get_came_from (definition))
    g_ptr_array_insert (chain, 0, definition);
  for (guint i = 0; i < chain->len; i++)
    add (self, chain->pdata[i], came_from);
}

static gboolean
refuse (GError **error)
{
  scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, "came_from", NULL,
                         "came_from: more than %d definitions of the same rows; what they tell "
                         "together is not looked at, so give out fewer, or change the first one at "
                         "once",
                         RECORD_MOST_VERSIONS);

  return FALSE;
}

static gboolean
gather (Gathering *self, ScrutinyDefinition *definition, GError **error)
{
  GPtrArray *releases = scrutiny_records_get_releases (self->records);

  for (guint i = 0; releases && i < releases->len; i++)
    add_chain (self, releases->pdata[i]);
  if (!is_asked_for (self))
    add_chain (self, definition);

  return (is_asked_for (self) && self->versions->asked < RECORD_MOST_VERSIONS) || refuse (error);
}

static gboolean
count_all (RecordVersions *self,
           ScrutinyRecords *records,
           ScrutinyCalendar steps,
           GCancellable *cancellable,
           GError **error)
{
  for (guint i = 0; i <= self->asked; i++)
    if (!count (record_versions_get (self, i), records, steps, cancellable, error))
      return FALSE;

  return TRUE;
}

gboolean
record_versions_init (RecordVersions *self,
                      ScrutinyRecords *records,
                      ScrutinyDefinition *definition,
                      ScrutinyCalendar steps,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (DefinitionPlan) plan = record_plan_new (records, definition, error);
  g_autofree char *asked = plan ? dup_name (plan, definition, steps) : NULL;
  Gathering gathering = { self, records, scrutiny_definition_get_segments (definition), asked,
                          steps };

  self->all = g_ptr_array_new_with_free_func (version_free);

  return plan && gather (&gathering, definition, error) &&
         count_all (self, records, steps, cancellable, error);
}
