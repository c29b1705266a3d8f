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

G_END_DECLS
