/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a cell holds no value. */
typedef enum {
  RECORD_HELD,     /* it does, as far as can be seen */
  RECORD_BLANK,    /* nothing is written: missing, never nought */
  RECORD_MARKED,   /* a mark that there is none: "n/a", ".." */
  RECORD_WITHHELD, /* a count too small to print: "<5", "*" */
} RecordLack;

/* Of a text without blanks around it. */
RecordLack record_value_lack (const char *text, gsize length);

/* A plain number, or one as it is printed: 1,234.50 and £1,234; not 007, which is a name,
 * unless @is_declared.
 */
gboolean
record_value_parse_number (const char *text, gsize length, gboolean is_declared, double *value);

/* true and false in any case; with @is_declared also yes, no, y, n, 1 and 0. */
gboolean
record_value_parse_truth (const char *text, gsize length, gboolean is_declared, gboolean *truth);

/* Whether it is a whole number that an integer and a double hold alike. */
gboolean record_value_is_whole (double value);

G_END_DECLS
