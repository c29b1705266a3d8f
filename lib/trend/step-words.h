/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>

G_BEGIN_DECLS

/* What one step of a calendar is called in a sentence: month, months. */
typedef struct {
  const char *one;
  const char *many;
} StepWords;

StepWords step_words_get (ScrutinyCalendar calendar);

/* 1 month, 5 months; transfer full. */
char *step_words_dup_count (StepWords words, guint n);

G_END_DECLS
