/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_DEFINITION (scrutiny_definition_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyDefinition, scrutiny_definition, SCRUTINY, DEFINITION, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new_share (const char *of,
                                                   const char *counted,
                                                   const char *dated) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new_count (const char *of, const char *dated)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new_rate (const char *of,
                                                  const char *counted,
                                                  const char *measure,
                                                  const char *dated) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new_mean (const char *of,
                                                  const char *measure,
                                                  const char *dated) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new_median (const char *of,
                                                    const char *measure,
                                                    const char *dated) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new_percentile (const char *of,
                                                        const char *measure,
                                                        double level,
                                                        const char *dated)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new_time (const char *of,
                                                  const char *begun,
                                                  const char *ended,
                                                  gboolean working_days,
                                                  const char *dated) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new_from_values (const char *const *names,
                                                         const char *const *values,
                                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_copy_with (ScrutinyDefinition *self,
                                                   const char *property,
                                                   const char *value,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_text (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_numerator (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_denominator (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_exclusions (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_version (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_from (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_until (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_definition_dup_changes (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_definition_is_computed (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_kind (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_records (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_of (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_counted (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_measure (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_dated (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_segments (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_scale (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_level (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_calendar (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_holidays (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_limit (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_unit (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_key (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_demand (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_cause (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_clock_start (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_clock_stop (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_clock_pauses (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_looks_back (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_get_came_from (ScrutinyDefinition *self);

G_END_DECLS
