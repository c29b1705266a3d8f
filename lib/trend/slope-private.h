/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/slope.h>

G_BEGIN_DECLS

/* How sure a direction has to be. */
double slope_get_level (ScrutinySlope *self);

G_END_DECLS
