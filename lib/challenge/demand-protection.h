/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/demand-reading.h"

G_BEGIN_DECLS

/* Takes kinds that fewer than @least contacts have together, and likewise causes within a kind;
 * what is taken together stands last.  FALSE where all contacts are fewer.
 */
gboolean demand_reading_protect (DemandReading *self, guint least);

/* What a kind goes by since. */
const char *demand_reading_get_told (const DemandReading *self, const char *kind);

G_END_DECLS
