/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/mix-reading.h"

G_BEGIN_DECLS

/* A row for each part; a row for each way of dividing. */
ScrutinyTable *mix_tables_new_segments (const MixReading *reading);
ScrutinyTable *mix_tables_new_factors (const MixReading *reading);

G_END_DECLS
