/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/pileup-protection.h"

G_BEGIN_DECLS

/* What is known of @lengths to whoever sees no more than what may be shown: the sum of each row,
 * spread over its lengths as a smooth curve through the rows would be, and nothing of a row that
 * is hidden.  What is worked out from these counts tells nothing more of a small one, to its last
 * digit.  The window itself keeps its sum, hidden or not.  Without a threshold they are @lengths.
 */
void pileup_shown_init (PileupLengths *self,
                        const PileupAsked *asked,
                        const PileupLengths *lengths,
                        const GArray *bins);

G_END_DECLS
