/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/quality-facts.h"

G_BEGIN_DECLS

/* Completeness: what is blank, which periods are not there, and whether that is by chance. */
void quality_blanks_look (QualityReading *reading);

G_END_DECLS
