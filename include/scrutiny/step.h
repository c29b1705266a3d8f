/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/claim.h>
#include <scrutiny/indicator.h>
#include <scrutiny/result.h>
#include <scrutiny/step-options.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_STEP (scrutiny_step_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyStep, scrutiny_step, SCRUTINY, STEP, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyStep *scrutiny_step_new (ScrutinySeries *series,
                                 ScrutinyStepOptions *options,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyStep *scrutiny_step_new_of_claim (ScrutinyIndicator *indicator,
                                          ScrutinyClaim *claim,
                                          ScrutinyStepOptions *options,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_step_get_verdict (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_step_get_at (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_step_get_timing (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyClaim *scrutiny_step_get_claim (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_step_get_change (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_step_get_p (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_step_get_rare (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_step_get_dependence (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_step_get_smallest_detectable (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_step_get_n_before (ScrutinyStep *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_step_get_n_after (ScrutinyStep *self);

G_END_DECLS
