/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From when evidence is looked at, and how old it may be. */
typedef struct {
  const char *as_of; /* as written; NULL where age is not looked at */
  gint64 day;        /* its last */
  guint years;
} ReasonAge;

/* FALSE with @error set if @as_of cannot be read or @years is none, or too many. */
gboolean reason_age_parse (ReasonAge *self, const char *as_of, guint years, GError **error);

G_END_DECLS
