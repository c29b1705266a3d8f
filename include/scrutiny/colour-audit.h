/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/colour-audit-options.h>
#include <scrutiny/colour-rule.h>
#include <scrutiny/direction.h>
#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COLOUR_AUDIT (scrutiny_colour_audit_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyColourAudit, scrutiny_colour_audit, SCRUTINY, COLOUR_AUDIT, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourAudit *scrutiny_colour_audit_new (ScrutinyTable *table,
                                                ScrutinyColourRule *rule,
                                                const char *status_column,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourAudit *scrutiny_colour_audit_new_with_chart (ScrutinyTable *table,
                                                           ScrutinyColourRule *rule,
                                                           const char *status_column,
                                                           ScrutinyChart *chart,
                                                           GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourAudit *scrutiny_colour_audit_new_with_options (ScrutinyTable *table,
                                                             ScrutinyColourRule *rule,
                                                             ScrutinyColourAuditOptions *options,
                                                             GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_colour_audit_get_changes (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_colour_audit_get_changes_compared (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_audit_get_expected (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_audit_get_expected_low (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_audit_get_expected_high (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_audit_get_bits_shown (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_audit_get_bits_carried (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_audit_get_alarm_interval (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
gint64 scrutiny_colour_audit_get_flip_cases (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_audit_get_flip_distance (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDirection scrutiny_colour_audit_get_flip_direction (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_colour_audit_get_flip_status (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_audit_get_value_low (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_audit_get_value_high (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_colour_audit_get_changes_with_signal (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_colour_audit_get_signals_without_change (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_colour_audit_get_changes_beyond_chance (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_colour_audit_get_told_by (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_colour_audit_get_rows (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_colour_audit_get_mismatches (ScrutinyColourAudit *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_colour_audit_get_grid (ScrutinyColourAudit *self);

G_END_DECLS
