/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/quality-facts.h"

G_BEGIN_DECLS

/* Consistency: figures that other figures of the same row or series must give. */
void quality_sums_look (QualityReading *reading);

G_END_DECLS
