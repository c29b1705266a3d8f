/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/page.h"
#include "report/report-private.h"

G_BEGIN_DECLS

/* The questions of a sheet: findings of one kind about different figures are one question,
 * asked where the first of them stands.
 */
GPtrArray *sheet_questions_new (GPtrArray *findings);

/* What fits on one sheet and into one meeting: at most this many are asked. */
guint sheet_questions_n_asked (GPtrArray *self);

/* The finding that stands for question @i. */
ScrutinyFinding *sheet_questions_get_first (GPtrArray *self, guint i);

/* The questions that are asked, of what else each is to be asked, and how they were put in order.
 */
void sheet_questions_add (Page *page,
                          const ReportContent *content,
                          GPtrArray *self,
                          const char *language);

G_END_DECLS
