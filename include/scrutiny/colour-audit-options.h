/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart.h>
#include <scrutiny/shifts.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COLOUR_AUDIT_OPTIONS (scrutiny_colour_audit_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyColourAuditOptions,
                      scrutiny_colour_audit_options,
                      SCRUTINY,
                      COLOUR_AUDIT_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourAuditOptions *scrutiny_colour_audit_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_colour_audit_options_get_status_column (ScrutinyColourAuditOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_colour_audit_options_set_status_column (ScrutinyColourAuditOptions *self,
                                                      const char *status_column);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChart *scrutiny_colour_audit_options_get_chart (ScrutinyColourAuditOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_colour_audit_options_set_chart (ScrutinyColourAuditOptions *self,
                                              ScrutinyChart *chart);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_colour_audit_options_get_breaks (ScrutinyColourAuditOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_colour_audit_options_set_breaks (ScrutinyColourAuditOptions *self,
                                               const char *const *breaks);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyShifts *scrutiny_colour_audit_options_get_shifts (ScrutinyColourAuditOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_colour_audit_options_set_shifts (ScrutinyColourAuditOptions *self,
                                               ScrutinyShifts *shifts);

G_END_DECLS
