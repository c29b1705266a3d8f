/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-bands.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "compare/comparison-band-sums.h"
#include "kernel/normal.h"
#include "kernel/standardised-rate.h"

#include <math.h>

#define MOST_SHOWN 60

/* No rate is worked out of fewer. */
#define FEWEST_EVENTS 10

/* The rows of one area, in the order of the bands of the first one. */
typedef struct {
  gsize n_bands;
  gsize *rows; /* of each band; G_MAXSIZE for one that is missing */
} AreaBands;

/* What was published of an area stands in the first of its rows. */
static gsize
first_row_of (const AreaBands *self)
{
  gsize first = G_MAXSIZE;

  for (gsize k = 0; k < self->n_bands; k++)
    first = MIN (first, self->rows[k]);

  return first;
}

static void
area_bands_free (gpointer data)
{
  AreaBands *self = data;

  g_free (self->rows);
  g_free (self);
}

/* The place of each band, in the order in which they first come. */
static GHashTable *
number_bands (const BandColumns *columns)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < columns->n; i++) {
    if (!g_hash_table_contains (places, columns->bands[i]))
      g_hash_table_insert (places, columns->bands[i],
                           GUINT_TO_POINTER (g_hash_table_size (places)));
  }

  return places;
}

static AreaBands *
area_bands_new (gsize n_bands)
{
  AreaBands *self = g_new (AreaBands, 1);

  self->n_bands = n_bands;
  self->rows = g_new (gsize, n_bands);
  for (gsize i = 0; i < n_bands; i++)
    self->rows[i] = G_MAXSIZE;

  return self;
}

static gboolean
refuse_band (const BandColumns *columns, gsize row, gsize before, GError **error)
{
  g_autofree char *area = printable_dup (columns->areas[row], MOST_SHOWN);
  g_autofree char *band = printable_dup (columns->bands[row], MOST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, row + 1, NULL, NULL,
                         "Row %" G_GSIZE_FORMAT
                         " below the header: “%s”, band “%s”, stands in row %" G_GSIZE_FORMAT
                         " already; take one period and one row a band",
                         row + 1, area, band, before + 1);

  return FALSE;
}

/* In the order in which areas come; FALSE where a band of one comes twice. */
static gboolean
group (const BandColumns *columns,
       GHashTable *places,
       GPtrArray *order,
       GHashTable *found,
       GError **error)
{
  for (gsize i = 0; i < columns->n; i++) {
    AreaBands *area = g_hash_table_lookup (found, columns->areas[i]);
    const gsize place = GPOINTER_TO_UINT (g_hash_table_lookup (places, columns->bands[i]));

    if (!area) {
      area = area_bands_new (g_hash_table_size (places));
      g_hash_table_insert (found, columns->areas[i], area);
      g_ptr_array_add (order, columns->areas[i]);
    }
    if (area->rows[place] != G_MAXSIZE)
      return refuse_band (columns, i, area->rows[place], error);
    area->rows[place] = i;
  }

  return TRUE;
}

/* FALSE where a band is missing. */
static gboolean
collect (const BandColumns *columns, const AreaBands *area, BandSums *bands)
{
  band_sums_init (bands, area->n_bands);
  for (gsize k = 0; k < area->n_bands; k++) {
    const gsize row = area->rows[k];

    if (row == G_MAXSIZE)
      return FALSE;
    bands->counts[k] = columns->counts[row];
    bands->people[k] = columns->people[row];
    bands->standard[k] = columns->standard[row];
    bands->spreads[k] = columns->spreads ? columns->spreads[row] : columns->counts[row];
  }

  return TRUE;
}

static gboolean
refuse_row (const BandColumns *columns, gsize row, GError **error)
{
  char count[NUMBER_TEXT_SIZE], people[NUMBER_TEXT_SIZE], standard[NUMBER_TEXT_SIZE];
  g_autofree char *area = printable_dup (columns->areas[row], MOST_SHOWN);
  g_autofree char *band = printable_dup (columns->bands[row], MOST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, row + 1, NULL, NULL,
                         "Row %" G_GSIZE_FORMAT
                         " below the header (“%s”, band “%s”): %s events, %s people and a standard "
                         "population of %s cannot be; events are at least 0, people above 0",
                         row + 1, area, band, number_show (columns->counts[row], count),
                         number_show (columns->people[row], people),
                         number_show (columns->standard[row], standard));

  return FALSE;
}

/* All areas are weighed alike, or they are not set side by side. */
static gboolean
check_standard (const BandColumns *columns, GHashTable *places, GError **error)
{
  g_autofree double *first = g_new (double, g_hash_table_size (places) + 1);

  for (guint k = 0; k < g_hash_table_size (places); k++)
    first[k] = NAN;
  for (gsize i = 0; i < columns->n; i++) {
    double *standard = &first[GPOINTER_TO_UINT (g_hash_table_lookup (places, columns->bands[i]))];
    char text[NUMBER_TEXT_SIZE], other[NUMBER_TEXT_SIZE];

    if (isnan (*standard) || *standard == columns->standard[i]) {
      *standard = columns->standard[i];
      continue;
    }
    g_autofree char *band = printable_dup (columns->bands[i], MOST_SHOWN);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, i + 1, NULL, NULL,
                           "Row %" G_GSIZE_FORMAT
                           " below the header: the standard population of band “%s” is %s, and %s "
                           "further up; it is one for all areas",
                           i + 1, band, number_show (columns->standard[i], text),
                           number_show (*standard, other));
    return FALSE;
  }

  return TRUE;
}

static KernelStatus
standardise (const BandSums *bands, double level, KernelStandardisedRate *rate, gsize *bad)
{
  const double z = kernel_normal_quantile (0.5 + level / 2);

  return kernel_direct_rate (bands->n, bands->counts, bands->spreads, bands->people,
                             bands->standard, z, rate, bad);
}

static void
take (AreaRow *row, const KernelStandardisedRate *rate)
{
  row->numerator = rate->events;
  row->rate = rate->rate;
  row->variance = rate->variance;
  row->low = rate->lower;
  row->high = rate->upper;
  /* So many people would have had as many events at the rate. */
  row->denominator = rate->events / rate->rate;
  if (rate->events < FEWEST_EVENTS)
    row->state = "fewer than 10 events";
}

/* A rate to its last digit tells the few events of a band to whoever knows the others, so it is
 * worked out of bands that may be shown; and of all taken together it would be no such rate.
 */
static void
protect (AreaRow *row, BandSums *bands, const ComparisonSettings *settings)
{
  KernelStandardisedRate rate;

  if (settings->disclosure == 0 && settings->round_to <= 1)
    return;
  row->is_joined = band_sums_join (bands, MAX (settings->disclosure, 1));
  if (standardise (bands, settings->level, &rate, NULL) != KERNEL_OK)
    return;
  take (row, &rate);
  if (!row->state && settings->round_to > 1)
    row->state = "withheld, for a rate would tell counts that are rounded";
  else if (!row->state && row->is_joined && bands->n == 1)
    row->state = "withheld, for few events in its age bands";
  if (row->state)
    row->denominator = NAN;
}

static gboolean
fill (AreaRow *row,
      const BandColumns *columns,
      const AreaBands *area,
      const ComparisonSettings *settings,
      GError **error)
{
  g_auto (BandSums) bands = { 0 };
  KernelStandardisedRate rate;
  gsize bad = 0;

  if (!collect (columns, area, &bands)) {
    row->state = "an age band is missing";
    return TRUE;
  }
  if (standardise (&bands, settings->level, &rate, &bad) != KERNEL_OK)
    return refuse_row (columns, area->rows[bad], error);

  row->people = 0;
  for (gsize k = 0; k < bands.n; k++)
    row->people += bands.people[k];
  take (row, &rate);
  protect (row, &bands, settings);

  return TRUE;
}

GArray *
comparison_bands_read (const BandColumns *columns,
                       const ComparisonSettings *settings,
                       GError **error)
{
  g_autoptr (GHashTable) places = number_bands (columns);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) found =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, area_bands_free);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (AreaRow));

  if (!group (columns, places, order, found, error) || !check_standard (columns, places, error))
    return NULL;
  for (guint i = 0; i < order->len; i++) {
    const AreaBands *bands = g_hash_table_lookup (found, order->pdata[i]);
    AreaRow row = { .row = first_row_of (bands),
                    .numerator = NAN,
                    .denominator = NAN,
                    .people = NAN,
                    .rate = NAN,
                    .variance = NAN,
                    .low = NAN,
                    .high = NAN };

    if (!fill (&row, columns, bands, settings, error)) {
      for (guint k = 0; k < areas->len; k++)
        g_free (g_array_index (areas, AreaRow, k).name);
      return NULL;
    }
    row.name = g_strdup (order->pdata[i]);
    g_array_append_val (areas, row);
  }

  return g_steal_pointer (&areas);
}
