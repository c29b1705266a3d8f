/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "trend/drawn-chart.h"

G_BEGIN_DECLS

/* (element-type Scrutiny.Finding): at most three, most telling first. */
GPtrArray *chart_sentences_dup_findings (const DrawnChart *chart, ScrutinyMethod *method);

G_END_DECLS
