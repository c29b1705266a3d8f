/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The two latest stretches of twelve, six or three whole months, or one: the longest of which there
 * are two.
 */
typedef struct {
  gint64 last_month; /* of the later one, in months since year 0 */
  guint n_months;    /* of each */
} Stretches;

/* From the days of the first row and of the last; FALSE where there are no two whole months. */
gboolean stretches_find (Stretches *self, gint64 first_day, gint64 last_day);

/* 1 for a day of the later one, 0 of the earlier, -1 of neither. */
int stretches_place (const Stretches *self, gint64 day);

/* To be read aloud: “2023/24”, “2023”, “the year to June 2024”, “the quarter to June 2024”. */
char *stretches_dup_label (const Stretches *self, gboolean is_later);

G_END_DECLS
