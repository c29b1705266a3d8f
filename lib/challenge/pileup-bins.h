/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "challenge/pileup-look.h"
#include "challenge/pileup-protection.h"

G_BEGIN_DECLS

/* The distribution around the limit, an array of PileupBin, with lengths taken together until each
 * holds as many cases as may be shown.  They end where a sum that is said elsewhere does; a stretch
 * between two such ends that holds too few is one.
 */
GArray *pileup_bins_cut (const PileupAsked *asked, const PileupLengths *lengths);

/* The same of all lengths that are counted. */
GArray *pileup_bins_cut_whole (const PileupAsked *asked, const PileupLengths *lengths);

/* The same where cases before a date, since and without one are counted apart: each row holds as
 * many of each as may be shown, or is hidden.
 */
GArray *pileup_bins_cut_parts (const PileupAsked *asked, const PileupLengths *lengths);

/* The same as a table; what is hidden has no count. */
ScrutinyTable *pileup_bins_new (const PileupAsked *asked,
                                const PileupLengths *lengths,
                                const PileupLook *look,
                                const GArray *bins);

G_END_DECLS
