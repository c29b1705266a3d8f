/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns-builder.h"
#include "kernel/merge-bins.h"
#include "kernel/random.h"
#include "support/rows.h"

#include <scrutiny/comparison.h>
#include <scrutiny/draw.h>
#include <scrutiny/export.h>

#include <math.h>

/* Whoever knows every count of every area but those of bands that are taken together, and how many
 * these hold, tries all there can be and keeps those that give what was published, to the last
 * byte: of each small count at least as many must be left as may not be told apart.
 */
#define FEWEST 5
#define N_AREAS 6
#define N_BANDS 8
#define MOST_TOGETHER 4
#define MOST_EVENTS 14

typedef struct {
  double counts[N_AREAS][N_BANDS];
} Events;

static ScrutinyTable *
table_of (const Events *events)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < N_AREAS * N_BANDS; i++) {
    const guint area = i / N_BANDS, band = i % N_BANDS;
    g_autofree char *name = g_strdup_printf ("area %u", area);
    g_autofree char *age = g_strdup_printf ("%u", 10 * band);

    columns_builder_add_text (builder, "area", name);
    columns_builder_add_text (builder, "age", age);
    columns_builder_add_number (builder, "n", events->counts[area][band]);
    columns_builder_add_number (builder, "of", 900 + 37 * area + 101 * ((band * 5) % N_BANDS));
    columns_builder_add_number (builder, "standard", 5000 + 700 * ((band * 3) % N_BANDS));
  }

  return columns_builder_end (builder);
}

static ScrutinyComparison *
compare (const Events *events, guint fewest)
{
  g_autoptr (ScrutinyTable) table = table_of (events);
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyComparison *comparison;

  scrutiny_comparison_options_set_kind (options, "standardised");
  scrutiny_comparison_options_set_band (options, "age");
  scrutiny_comparison_options_set_standard (options, "standard");
  scrutiny_comparison_options_set_draws (options, 1000);
  scrutiny_comparison_options_set_disclosure (options, fewest);

  comparison = scrutiny_comparison_new (table, "area", "n", "of", options, &error);
  assert_null (error);

  return comparison;
}

/* All that leaves. */
static char *
publish (const Events *events, guint fewest)
{
  g_autoptr (ScrutinyComparison) comparison = compare (events, fewest);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (comparison));
  g_autofree char *drawn = scrutiny_draw (SCRUTINY_RESULT (comparison), "title", NULL);
  g_autofree char *areas = scrutiny_export_csv (scrutiny_comparison_get_areas (comparison));
  g_autofree char *funnel = scrutiny_export_csv (scrutiny_comparison_get_funnel (comparison));
  g_autofree char *page = scrutiny_export_comparison (comparison, "title", "text", NULL);

  return g_strdup_printf ("%s\n%s\n%s\n%s\n%s\n%.17g", json, drawn ? drawn : "", areas, funnel,
                          page ? page : "",
                          scrutiny_result_get_chance (SCRUTINY_RESULT (comparison)));
}

/* Few events of the young, more with age, as many in one area as in another. */
static void
draw (Events *events, guint mean, guint64 seed)
{
  *events = (Events){ 0 };
  for (guint area = 0; area < N_AREAS; area++)
    for (guint k = 0; k < mean; k++) {
      const double age = ((double) (kernel_random_next (&seed) >> 12) + 0.5) * 0x1p-52;

      events->counts[area][(guint) (N_BANDS * sqrt (age))]++;
    }
}

typedef struct {
  Events events;
  guint area, first, n;
  const char *published;
  gboolean is_possible[MOST_TOGETHER][MOST_EVENTS + 1];
} Attack;

/* Every way to split @left over the bands; calls itself for those after the first. */
static void
try_all (Attack *self, guint at, guint left)
{
  double *const tried = self->events.counts[self->area] + self->first;

  if (at + 1 < self->n) {
    for (guint count = 0; count <= left; count++) {
      tried[at] = count;
      try_all (self, at + 1, left - count);
    }
    return;
  }
  tried[at] = left;
  g_autofree char *published = publish (&self->events, FEWEST);
  if (!g_str_equal (published, self->published))
    return;
  for (guint i = 0; i < self->n; i++)
    self->is_possible[i][(guint) tried[i]] = TRUE;
}

/* How many small counts were attacked. */
static guint
attack_bands (const Events *events, guint area, guint first, guint n)
{
  g_autofree char *published = publish (events, FEWEST);
  Attack attack = {
    .events = *events, .area = area, .first = first, .n = n, .published = published
  };
  guint sum = 0, n_small = 0;

  for (guint i = 0; i < n; i++)
    sum += (guint) events->counts[area][first + i];
  if (n < 2 || n > MOST_TOGETHER || sum > MOST_EVENTS)
    return 0;
  try_all (&attack, 0, sum);
  for (guint i = 0; i < n; i++) {
    guint n_possible = 0;

    if (events->counts[area][first + i] >= FEWEST)
      continue;
    for (guint count = 0; count <= MOST_EVENTS; count++)
      n_possible += attack.is_possible[i][count];
    n_small++;
    assert_true (n_possible >= FEWEST);
  }

  return n_small;
}

static guint
attack_area (const Events *events, guint area)
{
  gsize together[N_BANDS], n_together;
  guint n_small = 0;

  assert_int_equal (
      kernel_merge_bins (N_BANDS, events->counts[area], FEWEST, together, &n_together), 0);
  for (guint first = 0, next; first < N_BANDS; first = next) {
    for (next = first + 1; next < N_BANDS && together[next] == together[first];)
      next++;
    n_small += attack_bands (events, area, first, next - first);
  }

  return n_small;
}

static const struct place {
  const char *label;
  guint mean;
  guint64 seed;
} places[] = {
  { "30 events an area", 30, 5 },
  { "60 events an area", 60, 6 },
  { "100 events an area", 100, 7 },
};

static void
leaves_every_small_count_open (void **state)
{
  const struct place *row = *state;
  guint n_small = 0;
  Events events;

  draw (&events, row->mean, row->seed);
  g_autoptr (ScrutinyComparison) comparison = compare (&events, FEWEST);

  assert_int_equal (scrutiny_comparison_get_n_areas (comparison), N_AREAS);
  for (guint area = 0; area < N_AREAS; area++)
    n_small += attack_area (&events, area);
  print_message ("# %u small counts\n", n_small);
  assert_true (n_small > 5);
}

/* Without a threshold the same attack leaves one. */
static void
an_open_one_tells (void **state)
{
  Events events, other;

  (void) state;
  draw (&events, 60, 6);
  other = events;
  other.counts[0][0]++;
  other.counts[0][1]--;
  g_autofree char *one = publish (&events, 0);
  g_autofree char *two = publish (&other, 0);

  assert_string_not_equal (one, two);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (places) + 1];
  size_t n = add_rows (tests, leaves_every_small_count_open, places,
                       g_getenv ("SCRUTINY_QUICK") ? 1 : G_N_ELEMENTS (places), sizeof *places);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (an_open_one_tells);

  return _cmocka_run_group_tests ("compare/standardised-shown", tests, n, NULL, NULL);
}
