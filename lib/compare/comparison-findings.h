/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* Why nothing can be told, and what to ask for; NULL if there is something. */
char *comparison_findings_dup_cannot_tell (const ComparisonFigures *self);

/* What there is to say, an array of ScrutinyFinding. */
GPtrArray *comparison_findings_new (const ComparisonFigures *self, ScrutinyMethod *method);

G_END_DECLS
