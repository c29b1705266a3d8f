/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <string.h>

#include "io/json.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* What can be read is written as something that reads as the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonValue) value = json_value_parse ("fuzz", (const char *) data, size, &error);
  g_autoptr (JsonValue) from_compact = NULL;
  g_autoptr (JsonValue) from_pretty = NULL;
  g_autofree char *compact = NULL;
  g_autofree char *pretty = NULL;

  g_assert_true ((value == NULL) == (error != NULL));
  if (!value) {
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return 0;
  }

  compact = json_value_dup_compact (value);
  from_compact = json_value_parse ("compact", compact, strlen (compact), NULL);
  g_assert_true (from_compact && json_value_equal (value, from_compact));
  pretty = json_value_dup_pretty (value);
  from_pretty = json_value_parse ("pretty", pretty, strlen (pretty), NULL);
  g_assert_true (from_pretty && json_value_equal (value, from_pretty));
  return 0;
}
