/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

G_BEGIN_DECLS

/* Sorts findings into the order to ask them; ties keep the order they have. */
void question_order_sort (GPtrArray *findings);

/* Leaves the question to the @most findings of one figure's history that tell most; the others
 * say what they say.
 */
void question_order_keep (GPtrArray *findings, guint most);

/* Of all that is found of a figure's reasons, by their shape, by figures and by their words, only
 * what they need most is asked; the rest is still said, and asked for.
 */
void question_order_keep_of_reasons (GPtrArray *findings);

G_END_DECLS
