/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The forms in which a day is written, as bits of a set. */
typedef enum {
  RECORD_ORDER_YMD = 1 << 0,             /* 2015-03-12, 2015/03/12 */
  RECORD_ORDER_DMY = 1 << 1,             /* 12/03/2015, 12.3.2015 */
  RECORD_ORDER_MDY = 1 << 2,             /* 03/12/2015 */
  RECORD_ORDER_DMY_SHORT = 1 << 3,       /* 12/03/15 */
  RECORD_ORDER_MDY_SHORT = 1 << 4,       /* 03/12/15 */
  RECORD_ORDER_D_MONTH_Y = 1 << 5,       /* 12 March 2015, 12-Mar-2015 */
  RECORD_ORDER_D_MONTH_Y_SHORT = 1 << 6, /* 12-Mar-15 */
  RECORD_ORDER_MONTH_D_Y = 1 << 7,       /* March 12, 2015 */
} RecordOrder;

#define RECORD_N_ORDERS 8
#define RECORD_ORDERS_OF_DAY_FIRST \
  ((guint) (RECORD_ORDER_DMY | RECORD_ORDER_DMY_SHORT | RECORD_ORDER_D_MONTH_Y | \
            RECORD_ORDER_D_MONTH_Y_SHORT))
#define RECORD_ORDERS_OF_MONTH_FIRST \
  ((guint) (RECORD_ORDER_MDY | RECORD_ORDER_MDY_SHORT | RECORD_ORDER_MONTH_D_Y))

/* What a text could be: @orders is the set of forms it is written in, without asking whether
 * the month has that day.
 */
typedef struct {
  guint orders;
  int parts[3]; /* as they stand; a month by name is its number */
  gboolean has_time;
  int seconds; /* since midnight on the clock that was written */
  gboolean has_zone;
  int zone; /* minutes east of Greenwich; 0 without one */
} RecordDate;

/* FALSE for what is not written as a day, with or without a time, in any of the forms. */
gboolean record_date_parse (const char *text, gsize length, RecordDate *date);

/* Days since 1 January 1970, @order being one of the forms of @date; FALSE where there is no
 * such day.  Years of two digits are 1969 to 2068, as POSIX has them.
 */
gboolean record_date_get_days (const RecordDate *date, RecordOrder order, gint64 *days);

/* For a sentence: "day/month/year". */
const char *record_order_get_name (RecordOrder order);

/* Of a Table Schema's pattern, "%d/%m/%Y %H:%M"; 0 where the library has no such form. */
guint record_orders_of_pattern (const char *pattern);

G_END_DECLS
