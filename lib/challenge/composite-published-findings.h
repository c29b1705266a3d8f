/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "challenge/composite-published.h"

G_BEGIN_DECLS

/* What is said of published scores beside those worked out, by value and by order. */
void composite_published_append (const CompositePublished *published,
                                 const CompositeReading *reading,
                                 ScrutinyMethod *method,
                                 GPtrArray *findings);

G_END_DECLS
