/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Lists of objects that getters give away: (transfer container), each time fresh and with a
 * free function, which is the one form that every binding takes without a leak or a crash.
 * @list may be NULL, which is none.
 */
GPtrArray *object_list_dup (const GPtrArray *list);

/* Appends a reference to @object to @list, which is made when it is needed. */
void object_list_add (GPtrArray **list, gpointer object);

G_END_DECLS
