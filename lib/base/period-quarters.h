/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period.h"

G_BEGIN_DECLS

/* Whether the distinct months in @periods, in any order, stand for quarters by their last
 * month (Mar, Jun, Sep, Dec) or their first (Jan, Apr, Jul, Oct): at least four, each a
 * multiple of three from the others and most next to each other.  If so they are made
 * calendar quarters, neighbours again; if not, @periods is left alone.
 */
gboolean period_make_quarters (Period *periods, gsize n);

G_END_DECLS
