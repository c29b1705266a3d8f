/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a workbook's number format says a number is; how it is coloured or rounded
 * on the screen is nobody's business here.
 */
typedef enum {
  NUMBER_FORMAT_PLAIN,
  NUMBER_FORMAT_PERCENT,  /* 0.92 shown as 92% */
  NUMBER_FORMAT_DATE,     /* a day is shown */
  NUMBER_FORMAT_MONTH,    /* a month but no day: Apr-09 */
  NUMBER_FORMAT_YEAR,     /* a year alone */
  NUMBER_FORMAT_DATETIME, /* a day and a time */
  NUMBER_FORMAT_TIME,     /* a time, or hours that go beyond 24 */
} NumberFormat;

/* Of a format code as ECMA-376 part 1, 18.8.31 writes it: "0.0%", "mmm-yy". */
NumberFormat number_format_of_code (const char *code);
/* Of one of the formats that have a number and no code (18.8.30). */
NumberFormat number_format_of_id (guint id);

/* The text of a cell: shortest digits that read back as the same number, a percentage
 * with its sign (92%), a date as 2009-04-01, a month as 2009-04.  A date that cannot
 * be one stays the number it is.
 */
char *number_format_dup_text (NumberFormat self, double value, gboolean from_1904);

G_END_DECLS
