/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "challenge/pileup-look.h"

G_BEGIN_DECLS

/* The distribution around the limit, with lengths taken together until each row holds as many
 * cases as may be shown.  Rows end where a sum that is said elsewhere does; a stretch between
 * two such ends that holds too few has no count, and neither has the row beside it, so that
 * none can be worked out from the others.
 */
ScrutinyTable *
pileup_bins_new (const PileupAsked *asked, const PileupLengths *lengths, const PileupLook *look);

G_END_DECLS
