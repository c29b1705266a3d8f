/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "trend/slope-reading.h"

G_BEGIN_DECLS

/* Why nothing can be said and what would be needed; NULL where something can.  Transfer full. */
char *slope_findings_dup_cannot_tell (const SlopeReading *self);

/* (element-type ScrutinyFinding) (transfer container) */
GPtrArray *slope_findings_dup (const SlopeReading *self, ScrutinyMethod *method);

G_END_DECLS
