/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "challenge/fit-rows.h"

G_BEGIN_DECLS

/* What there is to say of a fit with rows that test it.  (element-type ScrutinyFinding) */
GPtrArray *fit_findings_new (const FitRows *rows, ScrutinyTable *scorecard, ScrutinyMethod *method);

G_END_DECLS
