/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "linkage/reason-test.h"

G_BEGIN_DECLS

/* What findings about a figure and an outcome are told with. */

/* As a sentence has room for it; transfer full. */
char *reason_test_dup_title (ScrutinyIndicator *indicator);

ScrutinyTimeline *reason_test_get_timeline (ScrutinyIndicator *indicator);

/* "figure" and, where there is one, "outcome"; "lead" and "named", as the figure is spoken of. */
void reason_test_insert_names (GVariantDict *facts, const ReasonTest *self);

/* The same, the statements ("path"), and what a period is called. */
void reason_test_insert_pair (GVariantDict *facts, const ReasonTest *self);

/* When the figure moved, and which way. */
void reason_test_insert_figure (GVariantDict *facts, const ReasonTest *self);

/* What the outcome was before and after. */
void reason_test_insert_outcome (GVariantDict *facts, const ReasonTest *self);

/* @message with as many decimals as ordinary movement asks for; transfer full. */
char *reason_test_dup_message (const ReasonTest *self, const char *message);

G_END_DECLS
