/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/pileup-options.h>
#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_PILEUP (scrutiny_pileup_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyPileup, scrutiny_pileup, SCRUTINY, PILEUP, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyPileup *scrutiny_pileup_new (ScrutinyTable *table,
                                     const char *column,
                                     double threshold,
                                     ScrutinyPileupOptions *options,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyPileup *scrutiny_pileup_new_counted (ScrutinyTable *table,
                                             const char *column,
                                             const char *counts,
                                             double threshold,
                                             ScrutinyPileupOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyPileup *scrutiny_pileup_new_between (ScrutinyTable *table,
                                             const char *start,
                                             const char *end,
                                             double threshold,
                                             ScrutinyPileupOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_pileup_get_verdict (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_pileup_get_unit (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_pileup_get_threshold (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_pileup_get_n_cases (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_pileup_get_observed (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_pileup_get_expected (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_pileup_get_excess (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_pileup_get_share (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_pileup_get_p (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_pileup_get_dispersion (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_pileup_get_deficit_after (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_pileup_get_bins (ScrutinyPileup *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_pileup_get_parts (ScrutinyPileup *self);

G_END_DECLS
