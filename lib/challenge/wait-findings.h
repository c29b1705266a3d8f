/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "challenge/wait-reading.h"

G_BEGIN_DECLS

GPtrArray *wait_findings_new (const WaitReading *reading, ScrutinyMethod *method);

/* NULL if there is something to tell. */
char *wait_findings_dup_cannot_tell (const WaitReading *reading);

G_END_DECLS
