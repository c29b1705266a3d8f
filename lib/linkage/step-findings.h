/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "linkage/step-reading.h"

G_BEGIN_DECLS

/* “rose”, “fell”, “moved-as-stated”, “moved-other-way”, “cannot-tell” */
const char *step_verdict_name (const KernelKnownStep *found, ScrutinyDirection expected);

/* Nothing where no step stands out. */
GPtrArray *step_findings_new (const StepReading *reading, ScrutinyMethod *method);

/* Why it cannot be told; NULL where it can; transfer full. */
char *step_dup_cannot_tell (const StepReading *reading);

/* Why there is too little on a side, or NULL; transfer full. */
char *step_dup_lack (const StepReading *reading);

G_END_DECLS
