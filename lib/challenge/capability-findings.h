/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "challenge/capability-reading.h"

G_BEGIN_DECLS

GPtrArray *capability_findings_new (const CapabilityReading *reading, ScrutinyMethod *method);

/* Why nothing can be told; NULL where something can. */
char *capability_findings_dup_cannot_tell (const CapabilityReading *reading);

G_END_DECLS
