/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/direction.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_LINKAGE_OPTIONS (scrutiny_linkage_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyLinkageOptions,
                      scrutiny_linkage_options,
                      SCRUTINY,
                      LINKAGE_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyLinkageOptions *scrutiny_linkage_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
int scrutiny_linkage_options_get_max_lag (ScrutinyLinkageOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_options_set_max_lag (ScrutinyLinkageOptions *self, int max_lag);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDirection scrutiny_linkage_options_get_expected (ScrutinyLinkageOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_options_set_expected (ScrutinyLinkageOptions *self,
                                            ScrutinyDirection expected);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_linkage_options_get_events (ScrutinyLinkageOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_options_set_events (ScrutinyLinkageOptions *self, const char *const *events);

G_END_DECLS
