/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/series.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_NOTICE (scrutiny_notice_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyNotice, scrutiny_notice, SCRUTINY, NOTICE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyNotice *
scrutiny_notice_new (ScrutinySeries *series, double level, double power, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_notice_get_smallest_change (ScrutinyNotice *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_notice_get_smallest_change_year (ScrutinyNotice *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_notice_get_power (ScrutinyNotice *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_notice_get_per (ScrutinyNotice *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_notice_get_usual (ScrutinyNotice *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_notice_get_cases (ScrutinyNotice *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_notice_get_dispersion (ScrutinyNotice *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_notice_get_resemblance (ScrutinyNotice *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_notice_get_since (ScrutinyNotice *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_notice_get_times (ScrutinyNotice *self);

G_END_DECLS
