/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/because.h>

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* Appends the chain that was looked at: the claim above, what it rests on below, loops drawn back
 * up.  One <svg> element where it stands alone, else one for each part that fits on a page.
 */
void svg_reasons_append (GString *out, ScrutinyBecause *because, const SvgChartLabels *labels);

/* Why a chain is not drawn: it is too large; NULL where it is.  An empty one is drawn as nothing.
 */
char *svg_reasons_dup_refusal (ScrutinyBecause *because);

/* Whether a text of a chain that is drawn is longer than its box, and ends in an ellipsis there. */
gboolean svg_reasons_cuts_text (ScrutinyBecause *because);

G_END_DECLS
