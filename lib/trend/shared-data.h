/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/timeline.h>

G_BEGIN_DECLS

/* What would go wrong with figures that share data with their neighbours. */
typedef struct {
  const char *whose;   /* NULL: the series */
  const char *to_date; /* “so limits worked out from them would be wrong” */
  const char *then;    /* “chart that”: what to do with the differences */
  const char *rolling;
} SharedDataWords;

/* Refuses year-to-date and rolling figures, with the way back where there is one. */
gboolean
shared_data_refuse (ScrutinyTimeline *timeline, const SharedDataWords *words, GError **error);

G_END_DECLS
