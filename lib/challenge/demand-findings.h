/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "challenge/demand-reading.h"

G_BEGIN_DECLS

GPtrArray *demand_findings_new (const DemandReading *reading, ScrutinyMethod *method);

G_END_DECLS
