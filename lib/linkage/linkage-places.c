/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/linkage-places.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "base/table-columns.h"
#include "kernel/panel-permutation.h"
#include "linkage/linked-pair.h"
#include "trend/step-words.h"

#include <math.h>

/* A place that lacks more than this share of the periods is left out. */
static const double MOST_MISSING = 0.2;

/* A share of all cases, in per cent. */
static const double ALL = 100;

/* Ways to give the series to other places below which no link is rare. */
#define FEWEST_ORDERS 20

#define MOST_OF_A_NAME 60

void
linkage_places_clear (LinkagePlaces *self)
{
  g_clear_pointer (&self->x, g_free);
  g_clear_pointer (&self->y, g_free);
  g_clear_pointer (&self->logarithms, g_free);
  g_clear_pointer (&self->times, g_free);
  g_clear_pointer (&self->regions, g_free);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
}

static gsize
season_of (const LinkagePlaces *self)
{
  return linked_pair_season_of (self->calendar);
}

KernelPanelShape
linkage_places_get_shape (const LinkagePlaces *self)
{
  return (KernelPanelShape){ self->n_places, self->n_periods, season_of (self), self->times };
}

/* --- Whether the question can be put -----------------------------------------------------------
 */

static char *
dup_rolling (const PlacesGrid *self)
{
  g_autoptr (ScrutinySeries) series =
      self->n_places > 0 ? scrutiny_panel_dup_series (self->x, 0, NULL) : NULL;

  return series && linked_pair_shares_data (series)
             ? g_strdup ("Year-to-date and rolling figures share data from one period to the next: "
                         "ask for each period by itself.")
             : NULL;
}

/* A column, or as many missing numbers. */
static const double *
numbers_of (const PlacesAsked *asked, const char *name, GPtrArray *held)
{
  gsize n_bytes;
  GBytes *bytes =
      name ? table_columns_dup_numbers (asked->table, "Panel", "counts", name, NULL) : NULL;
  const gsize n = scrutiny_table_get_n_rows (asked->table);
  double *missing;

  if (bytes) {
    g_ptr_array_add (held, bytes);
    return g_bytes_get_data (bytes, &n_bytes);
  }
  missing = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    missing[i] = NAN;
  bytes = g_bytes_new_take (missing, n * sizeof *missing);
  g_ptr_array_add (held, bytes);

  return missing;
}

static char *
dup_shared (const PlacesAsked *asked)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const PairCounts x = { numbers_of (asked, asked->indicator, held),
                         numbers_of (asked, asked->indicator_of, held) };
  const PairCounts y = { numbers_of (asked, asked->outcome, held),
                         numbers_of (asked, asked->outcome_of, held) };

  return pair_counts_dup_refusal (scrutiny_table_get_n_rows (asked->table), &x, &y);
}

/* --- Places and periods that all have ----------------------------------------------------------
 */

/* Which of them count.  A period is one where the outcome is there @lag later. */
typedef struct {
  gsize n_periods, n_all;
  guint n_places;
  gboolean *places, *periods;
} Kept;

static void
kept_clear (Kept *self)
{
  g_free (self->places);
  g_free (self->periods);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, kept_clear)

static gboolean
is_there (const PlacesGrid *grid, guint lag, guint place, gsize t)
{
  const gsize i = place * grid->n + t;

  return !isnan (grid->of_x[i]) && !isnan (grid->of_y[i + lag]);
}

/* Periods that any place has. */
static void
keep_periods (Kept *self, const PlacesGrid *grid, guint lag)
{
  self->periods = g_new0 (gboolean, grid->n + 1);
  for (gsize t = 0; t + lag < grid->n; t++) {
    for (guint place = 0; place < grid->n_places; place++)
      self->periods[t] |= is_there (grid, lag, place, t);
    self->n_all += self->periods[t] != 0;
  }
}

static void
keep_places (Kept *self, const PlacesGrid *grid, guint lag)
{
  self->places = g_new0 (gboolean, (gsize) grid->n_places + 1);
  for (guint place = 0; place < grid->n_places; place++) {
    gsize n = 0;

    for (gsize t = 0; t + lag < grid->n; t++)
      n += is_there (grid, lag, place, t);
    self->places[place] = n > 0 && (double) n >= (1 - MOST_MISSING) * (double) self->n_all;
    self->n_places += self->places[place] != 0;
  }
}

/* Of these, those that each of the places has. */
static void
drop_periods (Kept *self, const PlacesGrid *grid, guint lag)
{
  for (gsize t = 0; t + lag < grid->n; t++) {
    for (guint place = 0; place < grid->n_places; place++)
      self->periods[t] &= !self->places[place] || is_there (grid, lag, place, t);
    self->n_periods += self->periods[t] != 0;
  }
}

static double *
dup_kept (const Kept *self, const PlacesGrid *grid, const double *values, guint lag)
{
  double *kept = g_new (double, self->n_places * self->n_periods + 1);
  gsize at = 0;

  for (guint place = 0; place < grid->n_places; place++)
    for (gsize t = 0; self->places[place] && t < grid->n; t++)
      if (self->periods[t])
        kept[at++] = values[place * grid->n + t + lag];

  return kept;
}

static gsize *
dup_times (const Kept *self, const PlacesGrid *grid)
{
  gsize *times = g_new (gsize, self->n_periods + 1), at = 0;

  for (gsize t = 0; t < grid->n; t++)
    if (self->periods[t])
      times[at++] = t;

  return times;
}

static GPtrArray *
dup_left_out (const Kept *self, ScrutinyPanel *panel)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint place = 0; place < scrutiny_panel_get_n_series (panel); place++) {
    g_auto (GStrv) key = scrutiny_panel_dup_key (panel, place);

    if (!self->places[place])
      g_ptr_array_add (names, printable_dup (key[0], MOST_OF_A_NAME));
  }

  return names;
}

/* Of an outcome that is a share of cases and never nought. */
static double *
dup_logarithms (const LinkagePlaces *self, const PlacesAsked *asked)
{
  const gsize n = self->n_places * self->n_periods;
  double *logarithms;

  if (!asked->outcome_of)
    return NULL;
  for (gsize i = 0; i < n; i++)
    if (!(self->y[i] > 0 && self->y[i] <= ALL))
      return NULL;
  logarithms = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    logarithms[i] = log (self->y[i]);

  return logarithms;
}

/* --- Regions ------------------------------------------------------------------------------------
 */

static gboolean
refuse_region (const PlacesAsked *asked, gsize row, const char *place, GError **error)
{
  g_autofree char *said = printable_dup (place, MOST_OF_A_NAME);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, row + 1, asked->region, NULL,
                         "Row %" G_GSIZE_FORMAT
                         " below the header, column “%s”: “%s” was in another region before; give "
                         "each place one",
                         row + 1, asked->region, said);

  return FALSE;
}

/* Of each place, by its name. */
static GHashTable *
find_regions (const PlacesAsked *asked, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) keys = table_columns_dup_texts (asked->table, asked->key);
  g_auto (GStrv) regions = NULL;

  if (!table_columns_check (asked->table, "Panel", "region", asked->region, error))
    return NULL;
  regions = table_columns_dup_texts (asked->table, asked->region);
  for (gsize row = 0; row < scrutiny_table_get_n_rows (asked->table); row++) {
    const char *before = g_hash_table_lookup (found, keys[row]);

    if (before && !g_str_equal (before, regions[row])) {
      refuse_region (asked, row, keys[row], error);
      return NULL;
    }
    if (!before)
      g_hash_table_insert (found, g_strdup (keys[row]), g_strdup (regions[row]));
  }

  return g_steal_pointer (&found);
}

/* Regions are numbered as they first come. */
static gboolean
number_regions (LinkagePlaces *self,
                const Kept *kept,
                const PlacesGrid *grid,
                const PlacesAsked *asked,
                GError **error)
{
  g_autoptr (GHashTable) found = find_regions (asked, error);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  gsize at = 0;

  if (!found)
    return FALSE;
  self->regions = g_new0 (gsize, (gsize) self->n_places + 1);
  for (guint place = 0; place < grid->n_places; place++) {
    g_auto (GStrv) key = scrutiny_panel_dup_key (grid->x, place);
    char *region = g_hash_table_lookup (found, key[0]);

    if (!kept->places[place])
      continue;
    if (!g_hash_table_contains (numbers, region))
      g_hash_table_insert (numbers, region, GUINT_TO_POINTER (g_hash_table_size (numbers)));
    self->regions[at++] = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, region));
  }

  return TRUE;
}

/* Ways to give the series to other places of their regions, up to as many as are needed. */
static gsize
count_orders (const LinkagePlaces *self)
{
  gsize n = 1;

  for (guint place = 0; place < self->n_places && n < FEWEST_ORDERS; place++) {
    gsize n_before = 1;

    for (guint other = 0; other < place; other++)
      n_before += !self->regions || self->regions[other] == self->regions[place];
    n *= n_before;
  }

  return n;
}

/* --- Whether there is enough -------------------------------------------------------------------
 */

/* A season that a place has in both figures is there every year, and no link. */
static char *
dup_short (const LinkagePlaces *self, guint lag)
{
  const StepWords words = step_words_get (self->calendar);
  const gboolean has_season = season_of (self) > 1;
  g_autofree char *count = step_words_dup_count (words, (guint) self->n_periods);
  g_autofree char *later = step_words_dup_count (words, lag);
  g_autofree char *needed = step_words_dup_count (words, (guint) (2 * season_of (self)));

  return g_strdup_printf ("The %u places have %s in common%s%s: ask for at least %s%s.",
                          self->n_places, count, lag > 0 ? ", with the outcome after " : "",
                          lag > 0 ? later : "", has_season ? needed : "two",
                          has_season ? "; of fewer, a season cannot be told from a link" : "");
}

static char *
dup_lack (const LinkagePlaces *self, guint lag)
{
  const StepWords words = step_words_get (self->calendar);
  g_autofree char *count = step_words_dup_count (words, (guint) self->n_periods);

  if (self->n_places < KERNEL_PANEL_FEWEST)
    return g_strdup_printf ("%u %s both figures in four of five %s; %d are the fewest of which "
                            "anything can be told: ask for those of more places.",
                            self->n_places, self->n_places == 1 ? "place has" : "places have",
                            words.many, KERNEL_PANEL_FEWEST);
  if (self->n_periods < 2 * season_of (self))
    return dup_short (self, lag);
  if (count_orders (self) < FEWEST_ORDERS)
    return g_strdup ("The regions hold so few places each that no link among them would be rare: "
                     "ask for more places, or leave the regions aside.");

  return NULL;
}

static gboolean
keep (LinkagePlaces *self,
      const PlacesGrid *grid,
      const PlacesAsked *asked,
      char **reason,
      GError **error)
{
  g_auto (Kept) kept = { 0 };

  keep_periods (&kept, grid, asked->lag);
  keep_places (&kept, grid, asked->lag);
  drop_periods (&kept, grid, asked->lag);
  self->n_places = kept.n_places;
  self->n_periods = kept.n_places > 0 ? kept.n_periods : 0;
  self->n_all = kept.n_all;
  self->calendar = scrutiny_panel_get_calendar (grid->x);
  self->left_out = dup_left_out (&kept, grid->x);
  if (asked->region && !number_regions (self, &kept, grid, asked, error))
    return FALSE;
  *reason = dup_lack (self, asked->lag);
  if (*reason)
    return TRUE;
  self->times = dup_times (&kept, grid);
  self->x = dup_kept (&kept, grid, grid->of_x, 0);
  self->y = dup_kept (&kept, grid, grid->of_y, asked->lag);
  self->logarithms = dup_logarithms (self, asked);

  return TRUE;
}

gboolean
linkage_places_read (LinkagePlaces *self, const PlacesAsked *asked, char **reason, GError **error)
{
  g_auto (PlacesGrid) grid = { 0 };

  *reason = NULL;
  if (!places_grid_read (&grid, asked, error))
    return FALSE;
  *reason = dup_rolling (&grid);
  if (!*reason)
    *reason = dup_shared (asked);

  return *reason ? TRUE : keep (self, &grid, asked, reason, error);
}
