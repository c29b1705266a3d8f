/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/quality-facts.h"

G_BEGIN_DECLS

/* Cells that hold none of the codes that are listed for their column. */
void quality_codes_look (QualityReading *reading);

G_END_DECLS
