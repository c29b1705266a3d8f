/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/innovations.h"

#include "base/timeline-private.h"

#include "kernel/first-order.h"

#include <math.h>

/* What one figure did in one period. */
typedef struct {
  gint64 ordinal;
  double value;
} Innovation;

static char *
dup_name (ScrutinyPanel *panel, guint figure)
{
  g_auto (GStrv) key = scrutiny_panel_dup_key (panel, figure);

  return g_strjoinv (", ", key);
}

/* The share of the period before that is taken over is taken off; across a gap nothing is
 * known.
 */
static GArray *
list_innovations (ScrutinySeries *series)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Innovation));
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), NULL);
  KernelFirstOrder fit = { 0 };

  if (n < 3 || kernel_first_order (n, values, &fit) != KERNEL_OK || !isfinite (fit.phi))
    return list;
  for (gsize i = 1; i < n; i++) {
    const Innovation innovation = { ordinals[i],
                                    values[i] - fit.mean - fit.phi * (values[i - 1] - fit.mean) };

    if (ordinals[i] == ordinals[i - 1] + 1 && isfinite (innovation.value))
      g_array_append_val (list, innovation);
  }

  return list;
}

/* Moves on to @ordinal; whether there is something of it. */
static gboolean
find_at (GArray *list, guint *place, gint64 ordinal, double *value)
{
  while (*place < list->len && g_array_index (list, Innovation, *place).ordinal < ordinal)
    (*place)++;
  if (*place == list->len || g_array_index (list, Innovation, *place).ordinal != ordinal)
    return FALSE;
  *value = g_array_index (list, Innovation, *place).value;

  return TRUE;
}

static void
join (Innovations *self, GPtrArray *lists)
{
  GArray *first = lists->pdata[0];
  g_autofree guint *places = g_new0 (guint, lists->len);

  self->values = g_new (double, (gsize) first->len * lists->len + 1);
  for (guint i = 0; i < first->len; i++) {
    const gint64 ordinal = g_array_index (first, Innovation, i).ordinal;
    double *row = self->values + self->n_periods * lists->len;
    gboolean is_whole = TRUE;

    for (guint k = 0; is_whole && k < lists->len; k++)
      is_whole = find_at (lists->pdata[k], &places[k], ordinal, &row[k]);
    self->n_periods += is_whole != FALSE;
  }
}

gboolean
innovations_fill (Innovations *self, ScrutinyPanel *panel, GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  *self = (Innovations){ .n_figures = scrutiny_panel_get_n_series (panel) };
  self->names = g_new0 (char *, self->n_figures + 1);
  for (guint k = 0; k < self->n_figures; k++) {
    g_autoptr (ScrutinySeries) series = scrutiny_panel_dup_series (panel, k, error);

    if (!series)
      return FALSE;
    self->names[k] = dup_name (panel, k);
    g_ptr_array_add (lists, list_innovations (series));
  }
  if (lists->len > 0)
    join (self, lists);

  return TRUE;
}

void
innovations_clear (Innovations *self)
{
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->values, g_free);
}
