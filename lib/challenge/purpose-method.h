/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/indicator.h>

G_BEGIN_DECLS

/* Asks about the clock of a time, and whether those who do the work use the figure; of what is
 * not recorded it says nothing.
 */
void purpose_method_ask (ScrutinyIndicator *indicator, GPtrArray *findings);

/* Asks about a target at the usual level, and what was recorded before the figure shifted. */
void purpose_figures_ask (ScrutinyIndicator *indicator, GPtrArray *findings);

/* Asks about cases beyond twice the limit while their mean is within it; needs the rows. */
void purpose_tail_ask (ScrutinyIndicator *indicator, GPtrArray *findings);

/* The target that holds now, as a number; NaN where there is none, or it is none. */
double purpose_find_target (ScrutinyIndicator *indicator);

G_END_DECLS
