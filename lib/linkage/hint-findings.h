/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "linkage/hint-pairs.h"

G_BEGIN_DECLS

/* What words may say, each as a question.  (element-type ScrutinyFinding) */
GPtrArray *hint_findings_of (const ReasonGraph *graph, GPtrArray *hints, ScrutinyMethod *method);

G_END_DECLS
