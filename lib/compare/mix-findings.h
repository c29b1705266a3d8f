/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "compare/mix-reading.h"

G_BEGIN_DECLS

GPtrArray *mix_findings_new (const MixReading *reading, ScrutinyMethod *method);

G_END_DECLS
