/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_PERIOD_END (scrutiny_period_end_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyPeriodEnd, scrutiny_period_end, SCRUTINY, PERIOD_END, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyPeriodEnd *scrutiny_period_end_new (ScrutinyTable *table,
                                            const char *closed,
                                            const char *opened,
                                            guint last_days,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_period_end_get_verdict (ScrutinyPeriodEnd *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_period_end_get_n_months (ScrutinyPeriodEnd *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_period_end_get_observed (ScrutinyPeriodEnd *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_period_end_get_expected (ScrutinyPeriodEnd *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_period_end_get_p (ScrutinyPeriodEnd *self);

G_END_DECLS
