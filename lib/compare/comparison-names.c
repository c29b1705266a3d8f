/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-names.h"

#include "base/printable.h"

#define MOST_NAMED 8
#define MOST_SHOWN 60

char *
comparison_name_dup (const ComparisonFigures *figures, guint index)
{
  return printable_dup (comparison_figures_get_name (figures, index), MOST_SHOWN);
}

char *
comparison_names_dup_list (const GPtrArray *names)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (names->len, MOST_NAMED); i++)
    g_string_append_printf (list, "%s%s", i ? ", " : "", (const char *) names->pdata[i]);
  if (names->len > MOST_NAMED)
    g_string_append_printf (list, " and %u more", names->len - MOST_NAMED);

  return g_string_free (list, FALSE);
}

void
comparison_names_insert (GVariantDict *facts, const char *key, const GPtrArray *names)
{
  g_variant_dict_insert_value (facts, key,
                               g_variant_new_strv ((const char *const *) names->pdata, names->len));
}
