/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the classes of everything that a review may come to.  GObject makes a class under one lock
 * and a type with interfaces under the same one: a thread that makes a class which names another
 * type would wait for ever for a second thread that is about to make that type.  So all are there
 * before the first thread of a review is.
 */
void ready_types_make (void);

G_END_DECLS
