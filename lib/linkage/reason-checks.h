/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "linkage/reason-graph.h"

G_BEGIN_DECLS

/* What the shape of the record decides, strongest first.  (element-type ScrutinyFinding) */
GPtrArray *reason_checks_run (const ReasonGraph *graph, ScrutinyMethod *method);

/* Where no statement at all is recorded there is only the question itself. */
GPtrArray *reason_checks_of_nothing (ScrutinyMethod *method);

G_END_DECLS
