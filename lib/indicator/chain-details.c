/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/chain-details.h"

const char *const statement_detail_names[] = {
  [STATEMENT_WHO] = "who",           [STATEMENT_HOW_MANY] = "how_many",
  [STATEMENT_BY_WHEN] = "by_when",   [STATEMENT_MEASURED_BY] = "measured_by",
  [STATEMENT_WRONG_IF] = "wrong_if", [STATEMENT_CONFIRMED_BY] = "confirmed_by",
  [N_STATEMENT_DETAILS] = NULL,
};

const char *const reason_detail_names[] = {
  [REASON_MECHANISM] = "mechanism", [REASON_EXPECTED] = "expected", [REASON_WRONG_IF] = "wrong_if",
  [REASON_AUTHOR] = "author",       [REASON_DATE] = "date",         [N_REASON_DETAILS] = NULL,
};

int
chain_details_find (const char *const *names, const char *name)
{
  for (int i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      return i;

  return -1;
}

char *
chain_details_dup_names (const char *const *names)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; names[i]; i++)
    g_string_append_printf (out, "%s“%s”", i > 0 ? ", " : "", names[i]);

  return g_string_free (out, FALSE);
}
