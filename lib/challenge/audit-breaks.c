/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-breaks.h"

#include "base/error-private.h"
#include "base/period-days.h"
#include "base/printable.h"

#include <string.h>

#define LONGEST_SHOWN 60 /* in an error's message */

/* The first row that ends on @day or after it; 0 where none begins a stretch there. */
static gsize
find_row (const AuditRows *rows, gint64 day)
{
  PeriodDays days;

  for (gsize i = 0; i < rows->n_rows; i++)
    if (period_get_days (&rows->periods[i], &days) && days.last >= day)
      return i;

  return 0;
}

/* A declared break is one whatever else was found there. */
static void
mark (AuditRows *rows, gint64 day, AuditBreak kind)
{
  const gsize row = find_row (rows, day);

  if (row > 0 && rows->breaks[row] != AUDIT_BREAK_DECLARED)
    rows->breaks[row] = kind;
}

static gboolean
mark_declared (AuditRows *rows, const char *text, GError **error)
{
  g_autofree char *shown = NULL;
  PeriodDays days;

  if (period_parse_days (text, strlen (text), &days)) {
    mark (rows, days.first, AUDIT_BREAK_DECLARED);
    return TRUE;
  }

  shown = printable_dup (text, LONGEST_SHOWN);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, text,
                         "Breaks: “%s” is no date and no period that stands by itself; give the "
                         "first one that is counted anew, such as 2024-04-01 or 2024-04",
                         shown);

  return FALSE;
}

gboolean
audit_breaks_mark (AuditRows *rows,
                   const char *const *declared,
                   ScrutinyShifts *shifts,
                   GError **error)
{
  g_autoptr (GPtrArray) found = shifts ? scrutiny_shifts_dup_all (shifts) : NULL;
  PeriodDays days;

  if (!rows->periods)
    return TRUE;

  rows->breaks = g_new0 (guint8, rows->n_rows);
  for (gsize k = 0; declared && declared[k]; k++)
    if (!mark_declared (rows, declared[k], error))
      return FALSE;
  for (guint k = 0; found && k < found->len; k++) {
    const char *at = scrutiny_shift_get_at (found->pdata[k]);

    if (period_parse_days (at, strlen (at), &days))
      mark (rows, days.first, AUDIT_BREAK_FOUND);
  }

  return TRUE;
}
