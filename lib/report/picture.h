/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/table.h>

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* How results of one type are drawn. */
typedef struct {
  GType (*get_type) (void);
  const char *name;   /* “a chart”, in messages */
  const char *family; /* how the ids of its findings begin: “trend.” */

  /* Appends one <svg> element that needs no script and no file. */
  void (*append) (GString *out, ScrutinyResult *result, const SvgChartLabels *labels);

  /* The numbers behind it, transfer full, and which of their columns are shown under which
   * words; NULL where there is no such table.  A missing number is shown as its “state”, if
   * there is one.
   */
  ScrutinyTable *(*dup_numbers) (ScrutinyResult *result);
  const char *const *columns;
  const char *const *header;
  gboolean is_in_report; /* beside what the report says of a figure */
} Picture;

/* NULL if there is no picture of @result. */
const Picture *picture_find (ScrutinyResult *result);

/* “a chart, of a reading or of shifts”: of what there is one. */
char *picture_dup_names (void);

G_END_DECLS
