/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/wait-reading.h"

G_BEGIN_DECLS

/* Ties the rows of each case together; without a column of cases there is nothing to tie. */
void wait_cases_fill (WaitCases *self, const WaitSpans *spans, ScrutinyWaitsOptions *options);

G_END_DECLS
