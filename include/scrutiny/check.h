/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/indicator.h>

G_BEGIN_DECLS

/**
 * ScrutinyCheckFunc:
 * @indicator: the indicator to look at
 * @findings: where to append what was found: findings, or results whose findings count
 * @user_data: (closure): what was given to [ctor@Check.new]
 *
 * Looks at one indicator. Always called on the thread that asked for the review.
 *
 * Since: 0.1
 */
typedef void (*ScrutinyCheckFunc) (ScrutinyIndicator *indicator,
                                   GListStore *findings,
                                   gpointer user_data);

#define SCRUTINY_TYPE_CHECK (scrutiny_check_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyCheck, scrutiny_check, SCRUTINY, CHECK, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyCheck *scrutiny_check_new (const char *id,
                                   ScrutinyCheckFunc func,
                                   gpointer user_data,
                                   GDestroyNotify destroy) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_check_get_id (ScrutinyCheck *self);
SCRUTINY_AVAILABLE_IN_ALL
GListStore *scrutiny_check_run (ScrutinyCheck *self, ScrutinyIndicator *indicator)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
