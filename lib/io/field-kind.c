/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/field-kind.h"

#include <string.h>

#include "records/record-date.h"

static const struct {
  const char *name; /* Table Schema, "Types and Formats" */
  RecordKind kind;
} kinds[] = {
  { "string", RECORD_TEXT },   { "number", RECORD_NUMBER },  { "integer", RECORD_NUMBER },
  { "year", RECORD_NUMBER },   { "date", RECORD_DATE },      { "datetime", RECORD_MOMENT },
  { "boolean", RECORD_TRUTH }, { "yearmonth", RECORD_TEXT }, { "time", RECORD_TEXT },
  { "duration", RECORD_TEXT },
};

/* "default" is ISO 8601, "any" is anything, else it is a pattern. */
static guint
orders_of_format (const char *format)
{
  if (!format || strcmp (format, "default") == 0)
    return RECORD_ORDER_YMD;
  if (strcmp (format, "any") == 0)
    return 0;

  return record_orders_of_pattern (format);
}

void
field_kind_read (const char *kind, const char *format, RecordAsked *asked)
{
  *asked = (RecordAsked){ 0 };
  for (gsize i = 0; kind && i < G_N_ELEMENTS (kinds); i++) {
    if (strcmp (kinds[i].name, kind) != 0)
      continue;
    asked->is_declared = TRUE;
    asked->kind = kinds[i].kind;
    if (asked->kind == RECORD_DATE || asked->kind == RECORD_MOMENT)
      asked->orders = orders_of_format (format);
  }
}
