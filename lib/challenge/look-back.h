/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

G_BEGIN_DECLS

/* Of cases that are counted because they follow another of the same key.
 *
 * @n_before, @n_since: counted before a date, and from it on
 * @found_before, @found_since: of these, whose earlier one is in the rows too, no longer ago than
 * the count looks back
 * @n_first: counted in the first part of the time since
 * @first_earlier: of these, whose latest earlier one lies before the date
 */
typedef struct {
  guint n_before, found_before;
  guint n_since, found_since;
  guint n_first, first_earlier;
} LookBack;

/* When it is asked: days since 1970. */
typedef struct {
  guint days;       /* that the count looks back */
  gint64 split;     /* the date */
  gint64 first_end; /* the day after the first part of the time since */
} LookBackAsked;

/* @all, @counted: two columns each, the key and the date; all rows, and those that are counted.
 * FALSE, with an error that names row, column and value, for what is no date.
 */
gboolean look_back_count (const LookBackAsked *asked,
                          ScrutinyTable *all,
                          ScrutinyTable *counted,
                          LookBack *found,
                          GError **error);

/* Whether each number, and each that is left of another, is none or @threshold and more. */
gboolean look_back_may_be_told (const LookBack *self, guint threshold);

G_END_DECLS
