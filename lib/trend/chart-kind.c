/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart-kind.h>

static const struct {
  ScrutinyChartKind kind;
  const char *name;
} kinds[] = {
  { SCRUTINY_CHART_KIND_AUTO, "auto" },
  { SCRUTINY_CHART_KIND_RUN, "run" },
  { SCRUTINY_CHART_KIND_XMR, "xmr" },
  { SCRUTINY_CHART_KIND_MR, "mr" },
  { SCRUTINY_CHART_KIND_I_PRIME, "i-prime" },
  { SCRUTINY_CHART_KIND_P, "p" },
  { SCRUTINY_CHART_KIND_P_PRIME, "p-prime" },
  { SCRUTINY_CHART_KIND_U, "u" },
  { SCRUTINY_CHART_KIND_U_PRIME, "u-prime" },
  { SCRUTINY_CHART_KIND_C, "c" },
  { SCRUTINY_CHART_KIND_C_PRIME, "c-prime" },
  { SCRUTINY_CHART_KIND_G, "g" },
  { SCRUTINY_CHART_KIND_T, "t" },
  { SCRUTINY_CHART_KIND_XBAR, "xbar" },
  { SCRUTINY_CHART_KIND_S, "s" },
  { SCRUTINY_CHART_KIND_EWMA, "ewma" },
  { SCRUTINY_CHART_KIND_CUSUM, "cusum" },
};

/**
 * scrutiny_chart_kind_get_name:
 * @kind: a kind of chart
 *
 * Gets the kind's name, as it is written in files and on the command line.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
scrutiny_chart_kind_get_name (ScrutinyChartKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i].kind == kind)
      return kinds[i].name;
  }

  g_return_val_if_reached ("auto");
}

/**
 * scrutiny_chart_kind_from_name:
 * @name: a name, such as `i-prime`
 * @kind: (out) (optional): the kind of that name
 *
 * Finds a kind of chart by its name.
 *
 * Returns: whether there is one; if not, @kind is left as it was
 *
 * Since: 0.1
 */
gboolean
scrutiny_chart_kind_from_name (const char *name, ScrutinyChartKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (g_str_equal (kinds[i].name, name)) {
      if (kind)
        *kind = kinds[i].kind;
      return TRUE;
    }
  }

  return FALSE;
}
