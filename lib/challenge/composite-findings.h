/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "challenge/composite-figures.h"

G_BEGIN_DECLS

/* What is said of a score and asked about it; a list that owns its findings. */
GPtrArray *composite_findings_new (const CompositeReading *reading,
                                   const CompositeFigures *figures,
                                   ScrutinyMethod *method);

G_END_DECLS
