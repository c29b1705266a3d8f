/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/discoveries.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "kernel/benjamini-hochberg.h"

#include <math.h>
#include <string.h>

#define MOST_SHOWN 40

static gboolean
refuse_column (const char *name, const char *what, GError **error)
{
  g_autofree char *said = printable_dup (name, MOST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, name, NULL,
                         "Discoveries: there is no column “%s” of %s in the table", said, what);

  return FALSE;
}

static gboolean
check_share (double share, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  if (share > 0 && share < 1)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "share", NULL,
                         "Discoveries: %s is no share; give a number between 0 and 1, usually 0.05",
                         isnan (share) ? "NaN" : number_format (share, text));

  return FALSE;
}

static gboolean
check_chances (const char *name, const double *p, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++) {
    char text[NUMBER_TEXT_SIZE];

    if (isnan (p[i]) || (p[i] >= 0 && p[i] <= 1))
      continue;
    g_autofree char *said = printable_dup (name, MOST_SHOWN);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, i + 1, name, NULL,
                           "Discoveries, row %" G_GSIZE_FORMAT
                           ", column “%s”: %s is no chance; one lies between 0 and 1",
                           i + 1, said, isinf (p[i]) ? "infinity" : number_format (p[i], text));
    return FALSE;
  }

  return TRUE;
}

/* The rows of each family, as arrays of gsize; all of one without a column of them. */
static GHashTable *
group_rows (const char *const *families, gsize n)
{
  GHashTable *groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (gsize i = 0; i < n; i++) {
    const char *family = families ? families[i] : "";
    GArray *rows = g_hash_table_lookup (groups, family);

    if (!rows) {
      rows = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_hash_table_insert (groups, (gpointer) family, rows);
    }
    g_array_append_val (rows, i);
  }

  return groups;
}

static void
adjust_family (const GArray *rows, const double *p, double *adjusted)
{
  g_autofree double *own = g_new (double, 2 * (gsize) rows->len);
  g_autofree size_t *work = g_new (size_t, rows->len);
  const gsize *row = (const gsize *) (const void *) rows->data;

  for (guint k = 0; k < rows->len; k++)
    own[k] = p[row[k]];
  kernel_benjamini_hochberg (rows->len, own, work, own + rows->len);
  for (guint k = 0; k < rows->len; k++)
    adjusted[row[k]] = own[rows->len + k];
}

static ScrutinyTable *
add_column (ScrutinyTable *table, const char *name, double *taken, gsize n, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (taken, n * sizeof *taken);

  return scrutiny_table_copy_with_doubles (table, name, bytes, error);
}

static ScrutinyTable *
add_found (ScrutinyTable *table, double *adjusted, gsize n, double share, GError **error)
{
  double *found = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    found[i] = isnan (adjusted[i]) ? NAN : adjusted[i] <= share;
  g_autoptr (ScrutinyTable) with = add_column (table, "p_adjusted", adjusted, n, error);
  g_autoptr (GBytes) bytes = g_bytes_new_take (found, n * sizeof *found);

  return with ? scrutiny_table_copy_with_doubles (with, "discovery", bytes, error) : NULL;
}

/**
 * scrutiny_discoveries_tabulate:
 * @table: a row a series, such as [func@Slope.tabulate] gives
 * @chance: the column of chances: how often a series in which nothing goes on looks like it
 * @family: (nullable): a column of texts; the rows of each are judged among themselves, all
 *   together without one
 * @share: what share of the discoveries may be chance, usually 0.05
 * @error: return location for an error
 *
 * Judges chances by how many there are: among a thousand series in which nothing goes on,
 * fifty have a chance below 0.05.
 *
 * The columns `p_adjusted`, the chance after Benjamini and Hochberg, and `discovery`, 1 where it
 * is not above @share, are added, or replaced. They are NaN where there is no chance.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if a column is not there, and
 * [error@Scrutiny.Error.OUT_OF_RANGE] for a chance or a share that is none.
 *
 * Returns: (transfer full): the table, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_discoveries_tabulate (ScrutinyTable *table,
                               const char *chance,
                               const char *family,
                               double share,
                               GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (chance != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  gsize n = 0;
  const gboolean is_there =
      scrutiny_table_has_column (table, chance) && !scrutiny_table_is_text (table, chance);
  const double *p = is_there ? scrutiny_table_get_doubles (table, chance, &n) : NULL;
  if (!is_there && !refuse_column (chance, "numbers", error))
    return NULL;
  if (family &&
      (!scrutiny_table_has_column (table, family) || !scrutiny_table_is_text (table, family)) &&
      !refuse_column (family, "texts", error))
    return NULL;
  if (!check_share (share, error) || !check_chances (chance, p, n, error))
    return NULL;

  double *adjusted = g_new (double, n + 1);
  g_autoptr (GHashTable) groups =
      group_rows (family ? scrutiny_table_get_texts (table, family) : NULL, n);
  GHashTableIter each;
  gpointer rows;
  g_hash_table_iter_init (&each, groups);
  while (g_hash_table_iter_next (&each, NULL, &rows))
    adjust_family (rows, p, adjusted);

  return add_found (table, adjusted, n, share, error);
}

static const double *
find_numbers (ScrutinyTable *table, const char *name)
{
  return scrutiny_table_has_column (table, name) && !scrutiny_table_is_text (table, name)
             ? scrutiny_table_get_doubles (table, name, NULL)
             : NULL;
}

static gint64
count_status (ScrutinyTable *table, const char *status)
{
  const gsize n = scrutiny_table_get_n_rows (table);
  const char *const *texts = scrutiny_table_has_column (table, "status")
                                 ? scrutiny_table_get_texts (table, "status")
                                 : NULL;
  gint64 count = 0;

  for (gsize i = 0; texts && i < n; i++)
    count += g_str_equal (texts[i], status);

  return count;
}

static gint64
count_ones (const double *marks, gsize n)
{
  gint64 count = 0;

  for (gsize i = 0; i < n; i++)
    count += marks[i] > 0;

  return count;
}

static void
insert_alarms (GVariantDict *dict, const double *flagged, const double *chances, gsize n)
{
  gint64 n_known = 0, n_found = 0;
  double expected = 0;

  for (gsize i = 0; flagged && chances && i < n; i++) {
    if (isnan (flagged[i]) || isnan (chances[i]))
      continue;
    n_known++;
    n_found += flagged[i] > 0;
    expected += chances[i];
  }
  g_variant_dict_insert (dict, "known", "x", n_known);
  g_variant_dict_insert (dict, "expected", "d", expected);
  g_variant_dict_insert (dict, "found", "x", n_found);
}

/**
 * scrutiny_discoveries_count:
 * @table: a row a series, such as [func@Chart.tabulate] gives
 *
 * Counts what there is to say across a panel: `series`, how many there are; `done`,
 * `cannot_tell` and `refused`, by their status; `flagged`, in how many of them something
 * stands out. `known` is of how many it is known how often chance alone would flag them,
 * `expected` how many of those it would, and `found` how many of those are. Where the table
 * has the column, `discoveries` is how many stand out though there are so many.
 *
 * Returns: (transfer full): a dictionary (`a{sv}`) of 64-bit integers and one double
 *
 * Since: 0.1
 */
GVariant *
scrutiny_discoveries_count (ScrutinyTable *table)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);

  const gsize n = scrutiny_table_get_n_rows (table);
  const double *flagged = find_numbers (table, "flagged");
  const double *discovery = find_numbers (table, "discovery");
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "series", "x", (gint64) n);
  g_variant_dict_insert (&dict, "done", "x", count_status (table, "done"));
  g_variant_dict_insert (&dict, "cannot_tell", "x", count_status (table, "cannot-tell"));
  g_variant_dict_insert (&dict, "refused", "x", count_status (table, "refused"));
  g_variant_dict_insert (&dict, "flagged", "x", flagged ? count_ones (flagged, n) : (gint64) 0);
  insert_alarms (&dict, flagged, find_numbers (table, "false_alarm"), n);
  if (discovery)
    g_variant_dict_insert (&dict, "discoveries", "x", count_ones (discovery, n));

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}
