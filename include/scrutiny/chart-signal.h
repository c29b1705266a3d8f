/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/direction.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_SIGNAL (scrutiny_signal_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinySignal, scrutiny_signal, SCRUTINY, SIGNAL, GObject)

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_signal_get_rule (ScrutinySignal *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_signal_get_rule_set (ScrutinySignal *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDirection scrutiny_signal_get_direction (ScrutinySignal *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_signal_get_first (ScrutinySignal *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_signal_get_last (ScrutinySignal *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_signal_get_completed (ScrutinySignal *self);
SCRUTINY_AVAILABLE_IN_ALL
const guint *scrutiny_signal_get_points (ScrutinySignal *self, gsize *n_points);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_signal_dup_periods (ScrutinySignal *self);

G_END_DECLS
