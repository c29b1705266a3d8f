/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "trend/shift-search.h"

G_BEGIN_DECLS

/* (element-type Scrutiny.Finding): the changes in time, or that there is none; then what
 * was set aside.
 */
GPtrArray *shift_sentences_dup_findings (const ShiftSearch *search,
                                         ScrutinySeries *series,
                                         ScrutinyMethod *method);

G_END_DECLS
