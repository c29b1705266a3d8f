/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_RATCHET (scrutiny_ratchet_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyRatchet, scrutiny_ratchet, SCRUTINY, RATCHET, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRatchet *
scrutiny_ratchet_new (ScrutinyTable *table, const char *value, const char *target, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_ratchet_get_verdict (ScrutinyRatchet *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_ratchet_get_n_periods (ScrutinyRatchet *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_ratchet_get_above (ScrutinyRatchet *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_ratchet_get_below (ScrutinyRatchet *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_ratchet_get_p (ScrutinyRatchet *self);

G_END_DECLS
