/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/pileup.h>

#include "base/json-writer.h"
#include "challenge/pileup-findings.h"

G_BEGIN_DECLS

/* The members of the result's object. */
void pileup_json_write (ScrutinyPileup *pileup, const PileupReading *reading, JsonWriter *writer);

G_END_DECLS
