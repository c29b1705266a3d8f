/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/demand-protection.h"

#include "kernel/merge-parts.h"

/* Neighbours among the groups, and which of them go into one. */
typedef struct {
  const DemandGroup *groups;
  guint n;
  gsize *is_in;
  gsize n_in;
} Slice;

static gboolean
choose (Slice *self, guint least)
{
  g_autofree double *counts = g_new (double, self->n + 1);
  gsize n_parts;

  for (guint i = 0; i < self->n; i++)
    counts[i] = self->groups[i].count;
  if (kernel_merge_parts (self->n, 1, counts, least, self->is_in, &n_parts, &self->n_in) !=
      KERNEL_OK)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    self->is_in[i] = self->n_in > 0 && self->is_in[i] == n_parts - 1;

  return TRUE;
}

static void
choose_all (Slice *self)
{
  for (guint i = 0; i < self->n; i++)
    self->is_in[i] = TRUE;
  self->n_in = self->n;
}

static char *
keep_name (DemandReading *self, gsize n, const char *what)
{
  char *name = g_strdup_printf ("(%" G_GSIZE_FORMAT " smaller %s)", n, what);

  g_ptr_array_add (self->names, name);

  return name;
}

/* Those that stand for themselves, and the rest as one. */
static void
tell (const Slice *slice, DemandGroup merged, GArray *told)
{
  for (guint i = 0; i < slice->n; i++) {
    if (slice->is_in[i])
      merged.count += slice->groups[i].count;
    else
      g_array_append_val (told, slice->groups[i]);
  }
  if (slice->n_in > 0)
    g_array_append_val (told, merged);
}

static gint
by_count (gconstpointer a, gconstpointer b)
{
  const DemandGroup *first = a, *second = b;

  if (first->is_merged != second->is_merged)
    return first->is_merged - second->is_merged;

  return (first->count < second->count) - (first->count > second->count);
}

static void
replace (GArray **groups, GArray *told)
{
  g_array_sort (told, by_count);
  g_array_unref (*groups);
  *groups = told;
}

static gboolean
merge_kinds (DemandReading *self, guint least)
{
  g_autofree gsize *is_in = g_new0 (gsize, self->kinds->len + 1);
  Slice slice = { (const DemandGroup *) (gpointer) self->kinds->data, self->kinds->len, is_in, 0 };
  DemandGroup merged = { .is_merged = TRUE };
  GArray *told;

  if (!choose (&slice, least))
    return FALSE;
  if (slice.n_in > 0)
    merged.kind = keep_name (self, slice.n_in, "kinds");
  for (guint i = 0; i < slice.n; i++)
    if (is_in[i])
      g_hash_table_insert (self->told, (gpointer) slice.groups[i].kind, (gpointer) merged.kind);
  told = g_array_new (FALSE, TRUE, sizeof (DemandGroup));
  tell (&slice, merged, told);
  replace (&self->kinds, told);

  return TRUE;
}

static gint
by_kind (gconstpointer a, gconstpointer b)
{
  const int order = g_strcmp0 (((const DemandGroup *) a)->kind, ((const DemandGroup *) b)->kind);

  return order ? order : by_count (a, b);
}

/* The causes of kinds that were taken together are one; a kind by itself has enough contacts. */
static void
merge_causes (DemandReading *self, Slice *slice, guint least, GArray *told)
{
  DemandGroup merged = { .kind = slice->groups[0].kind, .is_merged = TRUE };
  const gboolean is_merged = g_ptr_array_find (self->names, merged.kind, NULL);

  if (is_merged || !choose (slice, least))
    choose_all (slice);
  if (slice->n_in > 0)
    merged.cause = keep_name (self, slice->n_in, "causes");
  tell (slice, merged, told);
}

static void
merge_all_causes (DemandReading *self, guint least)
{
  const guint n = self->causes->len;
  DemandGroup *groups = (DemandGroup *) (gpointer) self->causes->data;
  g_autofree gsize *is_in = g_new0 (gsize, n + 1);
  GArray *told = g_array_new (FALSE, TRUE, sizeof (DemandGroup));

  for (guint i = 0; i < n; i++)
    groups[i].kind = demand_reading_get_told (self, groups[i].kind);
  g_array_sort (self->causes, by_kind);
  for (guint first = 0, last; first < n; first = last) {
    for (last = first + 1; last < n && g_str_equal (groups[last].kind, groups[first].kind);)
      last++;
    Slice slice = { groups + first, last - first, is_in, 0 };

    merge_causes (self, &slice, least, told);
  }
  replace (&self->causes, told);
}

const char *
demand_reading_get_told (const DemandReading *self, const char *kind)
{
  const char *told = g_hash_table_lookup (self->told, kind);

  return told ? told : kind;
}

gboolean
demand_reading_protect (DemandReading *self, guint least)
{
  if (least == 0)
    return TRUE;
  if (!merge_kinds (self, least))
    return FALSE;
  merge_all_causes (self, least);

  return TRUE;
}
