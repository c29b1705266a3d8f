/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/panel.h>
#include <scrutiny/read-table.h>
#include <scrutiny/slope.h>

#include <math.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static ScrutinyTable *
read_bytes (const guint8 *data, gsize size, GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("fuzz-XXXXXX.csv", &stream, NULL);
  ScrutinyTable *table;

  g_assert_nonnull (file);
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                                            data, size, NULL, NULL, NULL));
  table = scrutiny_read_table (file, NULL, error);
  g_file_delete (file, NULL, NULL);

  return table;
}

static void
check_column (ScrutinyTable *table, const char *name)
{
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  gsize n = 0;

  g_assert_true (scrutiny_table_has_column (table, name));
  if (scrutiny_table_is_text (table, name)) {
    const char *const *texts = scrutiny_table_get_texts (table, name);

    for (gsize i = 0; i < n_rows; i++)
      g_assert_true (g_utf8_validate (texts[i], -1, NULL));
    return;
  }
  const double *numbers = scrutiny_table_get_doubles (table, name, &n);
  g_assert_cmpuint (n, ==, n_rows);
  for (gsize i = 0; i < n; i++)
    g_assert_false (isinf (numbers[i]));
}

/* The first column as periods, or as keys with the second as periods. */
static void
make_of_it (ScrutinyTable *table, char **names)
{
  const guint n = g_strv_length (names);
  const char *const keys[] = { names[0], NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) of_panel = NULL;
  g_autoptr (ScrutinySubgroups) groups =
      scrutiny_subgroups_new_from_table (table, names[0], names[n > 1 ? 1 : 0], &error);
  g_autoptr (ScrutinyChart) chart =
      groups ? scrutiny_chart_new_subgroups (groups, NULL, NULL) : NULL;
  g_autoptr (ScrutinyPanel) panel =
      n > 2 ? scrutiny_panel_new (table, keys, names[1], names[2], &of_panel) : NULL;
  g_autoptr (ScrutinySlope) slope = panel ? scrutiny_slope_new_regional (panel, NULL, NULL) : NULL;

  g_assert_true ((groups == NULL) == (error != NULL));
  g_assert_true (n < 3 || (panel == NULL) == (of_panel != NULL));
  if (error)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (chart)
    g_assert_nonnull (scrutiny_chart_get_points (chart));
  if (slope)
    g_assert_cmpuint (scrutiny_slope_get_n_places (slope), ==, scrutiny_panel_get_n_series (panel));
}

/* Any bytes as a table: refused with a reason, or columns of numbers and texts, and what
 * is made of them.
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table = read_bytes (data, size, &error);

  if (!table) {
    g_assert_nonnull (error);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return 0;
  }
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  for (guint k = 0; names[k]; k++)
    check_column (table, names[k]);
  if (names[0])
    make_of_it (table, names);

  return 0;
}
