/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/colour-rule-private.h"

#include <scrutiny/error.h>

#include <math.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Some names are missing, whatever they are called. */
static double
look_up (const char *name, gpointer user_data)
{
  const guint hash = g_str_hash (name);

  return hash % 5 == 0 ? NAN : hash % 1000 / 10.0;
}

static void
judge (ScrutinyColourRule *rule)
{
  static const Period may = { SCRUTINY_CALENDAR_MONTH, 2024 * 12 + 4, PERIOD_PLAIN, 1 };
  g_auto (GStrv) statuses = scrutiny_colour_rule_dup_statuses (rule);
  const char *dated = scrutiny_colour_rule_judge (rule, &may, look_up, NULL, NULL);
  const char *undated = scrutiny_colour_rule_judge (rule, NULL, look_up, NULL, NULL);

  g_assert (!dated || g_strv_contains ((const char *const *) statuses, dated));
  g_assert (!undated || g_strv_contains ((const char *const *) statuses, undated));
}

/* What a rule becomes is a rule. */
static void
copy (ScrutinyColourRule *rule, const char *property)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyColourRule) after =
      scrutiny_colour_rule_copy_with (rule, property, "2024-05", &error);

  g_assert (after || error);
  if (after)
    judge (after);
  else
    g_assert (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND) ||
              g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (text, NULL, &error);

  g_assert (!rule == !!error);
  if (!rule) {
    g_assert (g_utf8_validate (error->message, -1, NULL));
    return 0;
  }

  judge (rule);
  copy (rule, "until");
  copy (rule, "from");

  return 0;
}
