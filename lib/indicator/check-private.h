/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* Whether it is @func that the check calls. */
gboolean scrutiny_check_calls (ScrutinyCheck *self, ScrutinyCheckFunc func);

G_END_DECLS
