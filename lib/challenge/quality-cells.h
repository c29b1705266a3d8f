/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/quality-facts.h"

G_BEGIN_DECLS

/* Validity: cells that are not what the rest of their column is. */
void quality_cells_look (QualityReading *reading);

G_END_DECLS
