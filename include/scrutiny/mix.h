/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/mix-options.h>
#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_MIX (scrutiny_mix_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyMix, scrutiny_mix, SCRUTINY, MIX, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyMix *scrutiny_mix_new (ScrutinyTable *table,
                               const char *const *segments,
                               const char *numerator,
                               const char *denominator,
                               ScrutinyMixOptions *options,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_mix_tabulate (ScrutinyTable *table,
                                      const char *const *segments,
                                      const char *numerator,
                                      const char *denominator,
                                      ScrutinyMixOptions *options,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_before (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_after (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_total (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_rate_part (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_mix_part (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_total_low (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_total_high (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_rate_low (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_rate_high (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_mix_low (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_mix_high (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_get_agreement (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_mix_get_segments (ScrutinyMix *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_mix_get_factors (ScrutinyMix *self);

G_END_DECLS
