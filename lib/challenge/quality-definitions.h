/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/indicator.h>

#include "challenge/quality-facts.h"

G_BEGIN_DECLS

/* Changes of definition among the periods, and what is recorded of where figures come from. */
void quality_definitions_look (QualityReading *reading, ScrutinyIndicator *indicator);

G_END_DECLS
