/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/statement-kind.h>

static const char *const names[] = {
  [SCRUTINY_STATEMENT_KIND_STATUS] = "status",
  [SCRUTINY_STATEMENT_KIND_INDICATOR] = "indicator",
  [SCRUTINY_STATEMENT_KIND_ACTIVITY] = "activity",
  [SCRUTINY_STATEMENT_KIND_OUTPUT] = "output",
  [SCRUTINY_STATEMENT_KIND_SERVICE] = "service",
  [SCRUTINY_STATEMENT_KIND_TARGET] = "target",
  [SCRUTINY_STATEMENT_KIND_INSPECTOR] = "inspector",
  [SCRUTINY_STATEMENT_KIND_GOVERNMENT] = "government",
  [SCRUTINY_STATEMENT_KIND_FUNDING] = "funding",
  [SCRUTINY_STATEMENT_KIND_INTERMEDIATE] = "intermediate",
  [SCRUTINY_STATEMENT_KIND_OUTCOME] = "outcome",
};

/**
 * scrutiny_statement_kind_get_name:
 * @kind: a kind of statement
 *
 * Gets the name a kind has in files and on the command line.
 *
 * Returns: (transfer none) (nullable): the name, `NULL` if @kind is not a kind
 *
 * Since: 0.1
 */
const char *
scrutiny_statement_kind_get_name (ScrutinyStatementKind kind)
{
  return (guint) kind < G_N_ELEMENTS (names) ? names[kind] : NULL;
}

/**
 * scrutiny_statement_kind_from_name:
 * @name: a name, such as `outcome`
 * @kind: (out) (optional): return location for the kind
 *
 * Finds a kind by its name.
 *
 * Returns: whether there is one; if not, @kind is untouched
 *
 * Since: 0.1
 */
gboolean
scrutiny_statement_kind_from_name (const char *name, ScrutinyStatementKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i], name)) {
      if (kind)
        *kind = (ScrutinyStatementKind) i;
      return TRUE;
    }
  }

  return FALSE;
}
