/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-steps.h"

#include <stdbool.h>

G_BEGIN_DECLS

/* That are held against each other; more are refused. */
#define RECORD_MOST_VERSIONS 24

/* A definition whose figures are given out, and what is hidden of them. */
typedef struct {
  char *name; /* what tells its counts from those of others */
  DefinitionPlan *plan;
  GPtrArray *came_from; /* of the names of those that it was changed from */
  RecordSteps *steps;   /* NULL of those that come after what is asked for */
  bool *is_hidden;      /* shape (segments, spans); NULL until it is decided */
} RecordVersion;

/* All that is given out of some records, by the segments of what is asked for, in an order that
 * does not depend on what that is: the releases, each after what it was changed from, and then
 * what else is asked for, after what it was changed from.  Each is held against those before it.
 */
typedef struct {
  GPtrArray *all; /* of RecordVersion */
  guint asked;    /* which one is asked for */
} RecordVersions;

gboolean record_versions_init (RecordVersions *self,
                               ScrutinyRecords *records,
                               ScrutinyDefinition *definition,
                               ScrutinyCalendar steps,
                               GCancellable *cancellable,
                               GError **error);
void record_versions_clear (RecordVersions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RecordVersions, record_versions_clear)

RecordVersion *record_versions_get (const RecordVersions *self, guint version);

/* Whether one was changed from the other. */
gboolean record_version_came_from (const RecordVersion *self, const RecordVersion *before);

/* What has just been counted by steps is not counted again. */
gboolean record_versions_keep (const RecordFigures *figures,
                               ScrutinyRecords *records,
                               ScrutinyDefinition *definition,
                               GError **error);

G_END_DECLS
