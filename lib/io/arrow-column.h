/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/arrow.h>

G_BEGIN_DECLS

/* A column of a table as it is read from one Arrow array after the other. */
typedef struct {
  char *name;
  gboolean is_text;
  GArray *numbers;  /* of double */
  GPtrArray *texts; /* owned; "" where missing */
  GTimeZone *zone;  /* in which time stamps are days; NULL: as they are */
} ArrowColumn;

/* FALSE with @error set for a type that is neither of numbers nor of texts. */
gboolean arrow_column_init (ArrowColumn *self, const struct ArrowSchema *schema, GError **error);
void arrow_column_clear (gpointer self);

/* Whether the value at @i, offsets counted in, is missing. */
gboolean arrow_is_missing (const struct ArrowArray *array, gint64 i);

/* Appends @length values of @array from its @first on, which come after @n_before rows. */
gboolean arrow_column_append (ArrowColumn *self,
                              const struct ArrowSchema *schema,
                              const struct ArrowArray *array,
                              gint64 first,
                              gint64 length,
                              GError **error);

G_END_DECLS
