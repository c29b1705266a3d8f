/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/quality-facts.h"

G_BEGIN_DECLS

/* Uniqueness: rows, keys, series and values that are there more than once. */
void quality_repeats_look (QualityReading *reading);

G_END_DECLS
