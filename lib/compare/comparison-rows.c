/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-rows.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "base/table-columns.h"
#include "compare/comparison-bands.h"
#include "compare/comparison-protection.h"

#include <math.h>

#define MOST_SHOWN 60

/* How far counts that are rounded may be from their sum, a row. */
#define ROUNDING 0.5

/* With so few a row may be the sum of the others by itself. */
#define FEWEST_BESIDE_A_TOTAL 3

static void
area_row_clear (gpointer data)
{
  AreaRow *self = data;

  g_free (self->name);
}

static GBytes *
read_numbers (ScrutinyTable *table, const char *role, const char *name, GError **error)
{
  return table_columns_dup_numbers (table, "Comparison", role, name, error);
}

/* Names of areas and bands; codes that are numbers are written as numbers are. */
static char **
dup_names (ScrutinyTable *table, const char *role, const char *name, GError **error)
{
  return table_columns_check (table, "Comparison", role, name, error)
             ? table_columns_dup_texts (table, name)
             : NULL;
}

static const double *
numbers_of (GBytes *bytes)
{
  return bytes ? g_bytes_get_data (bytes, NULL) : NULL;
}

static gboolean
is_share_too_large (const ComparisonSettings *settings, const AreaRow *area)
{
  return settings->kind == COMPARISON_PROPORTION && area->numerator > area->denominator;
}

/* What no count, population or standard error can be. */
static gboolean
check_area (const AreaRow *area, const ComparisonSettings *settings, GError **error)
{
  const gboolean is_count = settings->kind != COMPARISON_VALUE;
  const gboolean is_numerator = isinf (area->numerator) || (is_count && area->numerator < 0);
  const double bad = is_numerator ? area->numerator : area->denominator;
  const char *column = is_numerator ? settings->numerator : settings->denominator;
  g_autofree char *name = printable_dup (area->name, MOST_SHOWN);
  g_autofree char *shown = printable_dup (column, MOST_SHOWN);
  char text[NUMBER_TEXT_SIZE], other[NUMBER_TEXT_SIZE];

  if (is_numerator || area->denominator < 0 || isinf (area->denominator)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, area->row + 1, column, NULL,
                           "Row %" G_GSIZE_FORMAT
                           " below the header (“%s”), column “%s”: %s cannot be; correct it, or "
                           "leave it empty",
                           area->row + 1, name, shown, number_show (bad, text));
    return FALSE;
  }
  if (is_share_too_large (settings, area)) {
    scrutiny_set_error_at (
        error, SCRUTINY_ERROR_OUT_OF_RANGE, area->row + 1, settings->numerator, NULL,
        "Row %" G_GSIZE_FORMAT
        " below the header (“%s”): %s out of %s is not a proportion; of events that may come more "
        "than once compare rates",
        area->row + 1, name, number_show (area->numerator, text),
        number_show (area->denominator, other));
    return FALSE;
  }

  return TRUE;
}

static void
set_state (AreaRow *area, const ComparisonSettings *settings)
{
  if (area->state)
    return;
  if (isnan (area->numerator) || isnan (area->denominator))
    area->state = "not published";
  else if (area->denominator == 0)
    area->state = settings->kind == COMPARISON_VALUE ? "no standard error" : "nobody counted";
}

/* What an area is out of, where areas can be added up: people, not those a rate stands for. */
static double
size_of (const AreaRow *area, const ComparisonSettings *settings)
{
  return settings->kind == COMPARISON_STANDARDISED ? area->people : area->denominator;
}

/* A row that is all others taken together would be compared with itself. */
static gboolean
is_total (const GArray *areas, guint index, const ComparisonSettings *settings)
{
  const AreaRow *area = &g_array_index (areas, AreaRow, index);
  double numerator = 0, size = 0;
  guint n = 0;

  for (guint i = 0; i < areas->len; i++) {
    const AreaRow *other = &g_array_index (areas, AreaRow, i);

    if (i == index || isnan (other->numerator) || isnan (size_of (other, settings)))
      continue;
    numerator += other->numerator;
    size += size_of (other, settings);
    n++;
  }

  return n >= FEWEST_BESIDE_A_TOTAL && size > 0 &&
         fabs (numerator - area->numerator) <= ROUNDING * n &&
         fabs (size - size_of (area, settings)) <= ROUNDING * n;
}

static void
leave_out_total (GArray *areas, const ComparisonSettings *settings)
{
  if (settings->kind == COMPARISON_VALUE)
    return;
  for (guint i = 0; i < areas->len; i++) {
    AreaRow *area = &g_array_index (areas, AreaRow, i);

    if (area->numerator > 0 && is_total (areas, i, settings)) {
      area->state = "the sum of the others";
      area->is_sum = TRUE;
      return;
    }
  }
}

static gboolean
refuse_second (const AreaRow *first, gsize row, GError **error)
{
  g_autofree char *name = printable_dup (first->name, MOST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, row + 1, NULL, NULL,
                         "Row %" G_GSIZE_FORMAT
                         " below the header: “%s” stands in row %" G_GSIZE_FORMAT
                         " already; take one period and one row an area",
                         row + 1, name, first->row + 1);

  return FALSE;
}

static gboolean
add_row (GArray *areas, GHashTable *seen, const AreaRow *row, GError **error)
{
  gpointer place;

  if (g_hash_table_lookup_extended (seen, row->name, NULL, &place))
    return refuse_second (&g_array_index (areas, AreaRow, GPOINTER_TO_UINT (place)), row->row,
                          error);

  AreaRow kept = *row;
  kept.name = g_strdup (row->name);
  g_array_append_val (areas, kept);
  g_hash_table_insert (seen, g_array_index (areas, AreaRow, areas->len - 1).name,
                       GUINT_TO_POINTER (areas->len - 1));

  return TRUE;
}

/* The columns of a row an area. */
typedef struct {
  char **names;
  GBytes *numerators, *denominators;
  GBytes *published, *ranks, *quartiles; /* NULL where nobody asks about them */
} Columns;

static void
columns_clear (Columns *self)
{
  g_strfreev (self->names);
  g_clear_pointer (&self->numerators, g_bytes_unref);
  g_clear_pointer (&self->denominators, g_bytes_unref);
  g_clear_pointer (&self->published, g_bytes_unref);
  g_clear_pointer (&self->ranks, g_bytes_unref);
  g_clear_pointer (&self->quartiles, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

/* TRUE also where there is nothing to read. */
static gboolean
read_asked (GBytes **numbers,
            ScrutinyTable *table,
            const char *role,
            const char *name,
            GError **error)
{
  if (!name)
    return TRUE;
  *numbers = read_numbers (table, role, name, error);

  return *numbers != NULL;
}

static gboolean
read_columns (Columns *self,
              ScrutinyTable *table,
              const ComparisonSettings *settings,
              GError **error)
{
  self->names = dup_names (table, "areas", settings->area, error);
  if (self->names)
    self->numerators = read_numbers (table, "numerator", settings->numerator, error);
  if (self->numerators)
    self->denominators = read_numbers (table, "denominator", settings->denominator, error);

  return self->denominators &&
         read_asked (&self->published, table, "published values", settings->published, error) &&
         read_asked (&self->ranks, table, "published ranks", settings->rank, error) &&
         read_asked (&self->quartiles, table, "published quartiles", settings->quartile, error);
}

static double
number_at (GBytes *numbers, gsize row)
{
  return numbers ? numbers_of (numbers)[row] : NAN;
}

static void
take_published (AreaRow *area, const Columns *columns)
{
  area->published = number_at (columns->published, area->row);
  area->published_rank = number_at (columns->ranks, area->row);
  area->published_quartile = number_at (columns->quartiles, area->row);
}

static AreaRow
row_at (const Columns *columns, gsize row)
{
  AreaRow area = { .name = columns->names[row],
                   .row = row,
                   .numerator = numbers_of (columns->numerators)[row],
                   .denominator = numbers_of (columns->denominators)[row],
                   .people = NAN,
                   .rate = NAN,
                   .variance = NAN,
                   .low = NAN,
                   .high = NAN };

  take_published (&area, columns);

  return area;
}

static gboolean
is_blank (const AreaRow *area)
{
  return !*area->name && isnan (area->numerator) && isnan (area->denominator);
}

static GArray *
read_plain (ScrutinyTable *table, const ComparisonSettings *settings, GError **error)
{
  g_auto (Columns) columns = { 0 };
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (AreaRow));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (!read_columns (&columns, table, settings, error))
    return NULL;
  g_array_set_clear_func (areas, area_row_clear);
  for (gsize i = 0; i < scrutiny_table_get_n_rows (table); i++) {
    const AreaRow area = row_at (&columns, i);

    if (is_blank (&area))
      continue;
    if (!check_area (&area, settings, error) || !add_row (areas, seen, &area, error))
      return NULL;
  }

  return g_steal_pointer (&areas);
}

static GArray *
read_banded (ScrutinyTable *table, const ComparisonSettings *settings, GError **error)
{
  g_auto (Columns) columns = { 0 };
  g_auto (GStrv) bands = read_columns (&columns, table, settings, error)
                             ? dup_names (table, "age bands", settings->band, error)
                             : NULL;
  g_autoptr (GBytes) standard =
      bands ? read_numbers (table, "standard population", settings->standard, error) : NULL;
  g_autoptr (GBytes) spreads =
      standard && settings->spread ? read_numbers (table, "spread", settings->spread, error) : NULL;

  if (!standard || (settings->spread && !spreads))
    return NULL;
  const BandColumns banded = { .n = scrutiny_table_get_n_rows (table),
                               .areas = columns.names,
                               .bands = bands,
                               .counts = numbers_of (columns.numerators),
                               .people = numbers_of (columns.denominators),
                               .standard = numbers_of (standard),
                               .spreads = numbers_of (spreads) };
  GArray *areas = comparison_bands_read (&banded, settings, error);
  if (!areas)
    return NULL;
  g_array_set_clear_func (areas, area_row_clear);
  for (guint i = 0; i < areas->len; i++)
    take_published (&g_array_index (areas, AreaRow, i), &columns);

  return areas;
}

GArray *
comparison_rows_read (ScrutinyTable *table, const ComparisonSettings *settings, GError **error)
{
  g_autoptr (GArray) areas = settings->kind == COMPARISON_STANDARDISED
                                 ? read_banded (table, settings, error)
                                 : read_plain (table, settings, error);

  if (!areas)
    return NULL;
  for (guint i = 0; i < areas->len; i++)
    set_state (&g_array_index (areas, AreaRow, i), settings);
  leave_out_total (areas, settings);

  return comparison_rows_protect (areas, settings, error) ? g_steal_pointer (&areas) : NULL;
}
