/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/look-back.h"

#include "challenge/moment-columns.h"

#include <math.h>

#define SECONDS_IN_DAY 86400

/* Rows with a key and a day each. */
typedef struct {
  char **names;
  ScrutinyTable *table;
  char **keys; /* as texts */
  double *moments;
  gsize n;
} Rows;

static void
rows_clear (Rows *self)
{
  g_strfreev (self->names);
  g_strfreev (self->keys);
  g_free (self->moments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static char **
dup_keys (ScrutinyTable *table, const char *name, gsize n)
{
  const char *const *texts =
      scrutiny_table_is_text (table, name) ? scrutiny_table_get_texts (table, name) : NULL;
  const double *numbers = texts ? NULL : scrutiny_table_get_doubles (table, name, NULL);
  char **keys = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    keys[i] = texts                ? g_strdup (texts[i])
              : isnan (numbers[i]) ? g_strdup ("")
                                   : g_strdup_printf ("%.17g", numbers[i]);

  return keys;
}

static gboolean
rows_read (Rows *self, ScrutinyTable *table, GError **error)
{
  self->table = table;
  self->n = scrutiny_table_get_n_rows (table);
  self->names = scrutiny_table_dup_names (table);
  self->keys = dup_keys (table, self->names[0], self->n);

  return moment_columns_read (table, (const char *[]){ self->names[1] }, 1, &self->moments, error);
}

static gboolean
is_usable (const Rows *self, gsize i)
{
  return *self->keys[i] && !isnan (self->moments[i]);
}

static gint64
day_of (const Rows *self, gsize i)
{
  return (gint64) floor (self->moments[i] / SECONDS_IN_DAY);
}

static int
by_day (gconstpointer one, gconstpointer other)
{
  const gint64 a = *(const gint64 *) one, b = *(const gint64 *) other;

  return (a > b) - (a < b);
}

/* The days of each key, in order. */
static GHashTable *
index_days (const Rows *self)
{
  GHashTable *index =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer days;

  for (gsize i = 0; i < self->n; i++) {
    GArray *of_key;
    const gint64 day = is_usable (self, i) ? day_of (self, i) : 0;

    if (!is_usable (self, i))
      continue;
    of_key = g_hash_table_lookup (index, self->keys[i]);
    if (!of_key) {
      of_key = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (index, self->keys[i], of_key);
    }
    g_array_append_val (of_key, day);
  }
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &days))
    g_array_sort (days, by_day);

  return index;
}

/* The latest day before @day; FALSE where there is none. */
static gboolean
find_earlier (const GArray *days, gint64 day, gint64 *earlier)
{
  guint low = 0, high = days ? days->len : 0;

  while (low < high) {
    const guint middle = low + (high - low) / 2;

    if (g_array_index (days, gint64, middle) < day)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0)
    return FALSE;
  *earlier = g_array_index (days, gint64, low - 1);

  return TRUE;
}

static void
count_one (LookBack *found, const LookBackAsked *asked, gint64 day, const GArray *days)
{
  gint64 earlier = G_MININT64;
  const gboolean is_found =
      find_earlier (days, day, &earlier) && day - earlier <= (gint64) asked->days;

  if (day < asked->split) {
    found->n_before++;
    found->found_before += is_found;
    return;
  }
  found->n_since++;
  found->found_since += is_found;
  if (day >= asked->first_end)
    return;
  found->n_first++;
  found->first_earlier += is_found && earlier < asked->split;
}

gboolean
look_back_count (const LookBackAsked *asked,
                 ScrutinyTable *all,
                 ScrutinyTable *counted,
                 LookBack *found,
                 GError **error)
{
  g_auto (Rows) every = { 0 };
  g_auto (Rows) those = { 0 };
  g_autoptr (GHashTable) index = NULL;

  if (!rows_read (&every, all, error) || !rows_read (&those, counted, error))
    return FALSE;
  index = index_days (&every);
  *found = (LookBack){ 0 };
  for (gsize i = 0; i < those.n; i++)
    if (is_usable (&those, i))
      count_one (found, asked, day_of (&those, i), g_hash_table_lookup (index, those.keys[i]));

  return TRUE;
}

static gboolean
is_none_or_many (guint n, guint threshold)
{
  return n == 0 || n >= threshold;
}

gboolean
look_back_may_be_told (const LookBack *self, guint threshold)
{
  const guint all[] = {
    self->n_before,
    self->found_before,
    self->n_before - self->found_before,
    self->n_since,
    self->found_since,
    self->n_since - self->found_since,
    self->n_first,
    self->first_earlier,
    self->n_first - self->first_earlier,
    self->n_since - self->n_first,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (!is_none_or_many (all[i], threshold))
      return FALSE;

  return TRUE;
}
