/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/quality-facts.h"

G_BEGIN_DECLS

/* Accuracy, timeliness and revisions: a figure beside another of the same thing, or its day. */
void quality_sources_look (QualityReading *reading);

G_END_DECLS
