/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STATUS_ORDER_LEVELS 3

/* Three statuses in the order in which a rule with one tolerance gives them: at or beyond
 * the target, within the tolerance of it, further off.  The words are publishers' and mean
 * nothing here but their place.
 */
typedef struct {
  const char *statuses[STATUS_ORDER_LEVELS];
} StatusOrder;

/* The text without spaces around it and without case, to be compared. */
char *status_key_dup (const char *status);
gboolean status_equal (const char *status, const char *other);

/* 0 to 2, or -1 for a status that is not in @order. */
int status_order_get_level (const StatusOrder *order, const char *status);

/* The common order that most of @statuses are in, the first such; NULL if none reads any. */
const StatusOrder *status_order_find (const char *const *statuses, gsize n_statuses);

G_END_DECLS
