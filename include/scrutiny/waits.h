/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/table.h>
#include <scrutiny/waits-options.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_WAITS (scrutiny_waits_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyWaits, scrutiny_waits, SCRUTINY, WAITS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyWaits *scrutiny_waits_new (ScrutinyTable *table,
                                   const char *start,
                                   const char *end,
                                   ScrutinyWaitsOptions *options,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_waits_get_n_rows (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_waits_get_n_finished (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_waits_get_n_open (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_half (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_half_low (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_half_high (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_tail (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_tail_low (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_tail_high (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_mean_finished (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_open_half (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_balance (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_get_end_to_end (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_waits_get_quantiles (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_waits_get_curve (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_waits_get_returns (ScrutinyWaits *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_waits_get_unit (ScrutinyWaits *self);

G_END_DECLS
