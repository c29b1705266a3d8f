/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/discoveries.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>
#include <scrutiny/event.h>
#include <scrutiny/linkage.h>

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define N 60
#define SHOCK 30

static void
add_series (ScrutinyDossierBuilder *builder,
            const char *id,
            const char *first,
            const double *values,
            gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, n, NULL);

  scrutiny_dossier_builder_add_indicator (builder, id, id);
  scrutiny_dossier_builder_set_series (builder, id, series);
}

static void
add_event (ScrutinyDossierBuilder *builder, const char *id, const char *from, const char *until)
{
  g_autoptr (ScrutinyEvent) event = scrutiny_event_new (from, until, "closed", NULL);

  scrutiny_dossier_builder_add_event (builder, id, event);
}

static void
add_definition (ScrutinyDossierBuilder *builder, const char *id, const char *from)
{
  g_autoptr (ScrutinyDefinition) plain = scrutiny_definition_new ("counted anew");
  g_autoptr (ScrutinyDefinition) dated = scrutiny_definition_copy_with (plain, "from", from, NULL);

  scrutiny_dossier_builder_add_definition (builder, id, dated);
}

/* Figures that lack what figures lack, each with one more thing out of the ordinary. */
static ScrutinyDossier *
dossier_new (void)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  double noise[N + 2], other[6][N], follows[N], flat[N], seasonal[4][N];
  g_autoptr (GError) error = NULL;
  ScrutinyDossier *made;
  uint64_t seed = 5;

  kernel_random_normal (&seed, N + 2, noise);
  kernel_random_normal (&seed, 4 * N, other[0]);
  seed = 4;
  kernel_random_normal (&seed, 2 * N, other[4]);
  for (gsize i = 0; i < N; i++) {
    follows[i] = 20 - noise[i] + 0.2 * other[0][i];
    flat[i] = 3;
    for (gsize k = 0; k < 4; k++)
      seasonal[k][i] = 0.8 * other[k][i] + (double) ((i % 12) * (i % 12) * 5 % 13);
    other[4][i] += i >= SHOCK && i < SHOCK + 3 ? 9 : 0;
    other[5][i] += i >= SHOCK && i < SHOCK + 3 ? 9 : 0;
  }
  other[1][7] = other[1][8] = other[2][40] = NAN;
  add_series (builder, "whole", "2019-01", noise + 2, N);
  add_series (builder, "follows", "2019-01", follows, N);
  add_series (builder, "holed", "2019-01", other[1], N);
  add_series (builder, "holed-elsewhere", "2019-01", other[2], N);
  add_series (builder, "later", "2020-01", other[3], 48);
  add_series (builder, "shocked", "2019-01", other[4], N);
  add_series (builder, "shocked-too", "2019-01", other[5], N);
  add_series (builder, "seasonal", "2019-01", seasonal[0], 24);
  add_series (builder, "seasonal-too", "2019-01", seasonal[1], 24);
  add_series (builder, "seasonal-three", "2019-01", seasonal[2], 24);
  add_series (builder, "seasonal-four", "2019-01", seasonal[3], 24);
  add_series (builder, "under-two-years", "2019-01", seasonal[0], 18);
  add_series (builder, "under-two-years-too", "2019-01", seasonal[1], 18);
  add_series (builder, "flat", "2019-01", flat, N);
  add_series (builder, "yearly", "2000", other[0], 20);
  add_series (builder, "short", "2019-01", other[0], 8);
  add_series (builder, "with-an-event", "2019-01", other[0], N);
  add_event (builder, "with-an-event", "2020-03", "2020-05");
  add_series (builder, "defined-anew", "2019-01", other[3], N);
  add_definition (builder, "defined-anew", "2021-01");
  scrutiny_dossier_builder_add_indicator (builder, "nothing", "nothing");
  made = scrutiny_dossier_builder_end (builder, &error);
  assert_null (error);

  return made;
}

static double
number_at (ScrutinyTable *table, const char *name, gsize row)
{
  return scrutiny_table_get_doubles (table, name, NULL)[row];
}

static const char *
text_at (ScrutinyTable *table, const char *name, gsize row)
{
  return scrutiny_table_get_texts (table, name)[row];
}

static void
check_routes (ScrutinyTable *table, gsize row, ScrutinyLinkage *linkage)
{
  ScrutinyTable *routes = scrutiny_linkage_get_routes (linkage);
  g_auto (GStrv) guarded = scrutiny_linkage_dup_guarded (linkage);
  g_autofree char *labels = g_strjoinv (", ", guarded);

  if (scrutiny_table_get_n_rows (routes) == 0) {
    assert_string_equal (text_at (table, "status", row), "refused");
    assert_near (number_at (table, "p", row), NAN, 0);
    assert_near (number_at (table, "flagged", row), NAN, 0);
    return;
  }
  assert_near (number_at (table, "p_level", row), number_at (routes, "p", 0), 0);
  assert_near (number_at (table, "p_change", row), number_at (routes, "p", 1), 0);
  assert_near (number_at (table, "r", row), number_at (routes, "r", 0), 0);
  assert_near (number_at (table, "lag", row), number_at (routes, "lag", 0), 0);
  assert_near (number_at (table, "n_values", row), scrutiny_linkage_get_n_periods (linkage), 0);
  assert_string_equal (text_at (table, "guarded", row), labels);
}

/* Nothing where it was not asked. */
static const char *
direction_of (ScrutinyLinkage *linkage)
{
  const char *word = scrutiny_linkage_get_direction (linkage);

  return g_str_equal (word, "not-asked") ? "" : word;
}

/* Each row is what the two would be told by themselves, bit for bit. */
static void
says_what_each_pair_would_be_told (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table =
      scrutiny_linkage_tabulate_dossier (dossier, NULL, NULL, NULL, NULL, NULL, &error);
  const guint n = scrutiny_dossier_get_n_indicators (dossier);
  gsize row = 0;

  (void) state;
  assert_null (error);
  assert_int_equal (scrutiny_table_get_n_rows (table), n * (n - 1));
  for (guint i = 0; i < n; i++) {
    for (guint k = 0; k < n; k++) {
      ScrutinyIndicator *x = scrutiny_dossier_get_indicator (dossier, i);
      ScrutinyIndicator *y = scrutiny_dossier_get_indicator (dossier, k);
      g_autoptr (GError) wrong = NULL;
      g_autoptr (ScrutinyLinkage) linkage =
          i == k ? NULL : scrutiny_linkage_new (x, y, NULL, &wrong);
      const char *reason =
          linkage ? scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (linkage)) : NULL;

      if (i == k)
        continue;
      assert_string_equal (text_at (table, "indicator", row), scrutiny_indicator_get_id (x));
      assert_string_equal (text_at (table, "outcome", row), scrutiny_indicator_get_id (y));
      assert_null (wrong);
      assert_string_equal (text_at (table, "reason", row), reason ? reason : "");
      if (linkage) {
        assert_string_equal (text_at (table, "verdict", row),
                             scrutiny_linkage_get_verdict (linkage));
        assert_string_equal (text_at (table, "direction", row), direction_of (linkage));
        assert_near (number_at (table, "smallest_detectable", row),
                     scrutiny_linkage_get_smallest_detectable (linkage), 0);
        check_routes (table, row, linkage);
      }
      row++;
    }
  }
}

static gsize
find_row (ScrutinyTable *table, const char *indicator, const char *outcome)
{
  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++)
    if (g_str_equal (text_at (table, "indicator", row), indicator) &&
        g_str_equal (text_at (table, "outcome", row), outcome))
      return row;
  fail_msg ("no row %s, %s", indicator, outcome);

  return 0;
}

static void
judges_by_how_many_there_are (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_new ();
  g_autoptr (ScrutinyTable) table =
      scrutiny_linkage_tabulate_dossier (dossier, NULL, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GVariant) counts = scrutiny_discoveries_count (table);
  const gsize linked = find_row (table, "whole", "follows");
  const gsize shocked = find_row (table, "shocked", "shocked-too");
  const gsize seasonal = find_row (table, "seasonal", "seasonal-too");
  const gsize few = find_row (table, "under-two-years", "under-two-years-too");
  double expected = 0;
  gint64 known = 0;

  (void) state;
  assert_string_equal (text_at (table, "verdict", linked), "moves-with");
  assert_near (number_at (table, "flagged", linked), 1, 0);
  assert_near (number_at (table, "discovery", linked), 1, 0);
  assert_true (number_at (table, "p_adjusted", linked) > number_at (table, "p", linked));
  assert_string_equal (text_at (table, "direction", linked), "figure-first");
  assert_true (*text_at (table, "guarded", shocked) != '\0');
  assert_near (number_at (table, "p", shocked), 1, 0);
  assert_near (number_at (table, "discovery", shocked), 0, 0);
  assert_true (number_at (table, "p_level", seasonal) < 0.1);
  assert_near (number_at (table, "p", seasonal), 1, 0);
  assert_true (number_at (table, "p_level", few) < 0.1);
  assert_near (number_at (table, "p", few), 1, 0);
  g_variant_lookup (counts, "expected", "d", &expected);
  g_variant_lookup (counts, "known", "x", &known);
  assert_near (expected, 0.05 * (double) known, 1e-9);
  assert_true (known > 40);
}

static void
asks_of_those_that_are_named (void **state)
{
  static const char *const figures[] = { "whole", "later", NULL };
  static const char *const outcomes[] = { "follows", "whole", NULL };
  static const char *const none[] = { NULL };
  static const char *const gone[] = { "whole", "gone", NULL };
  g_autoptr (ScrutinyDossier) dossier = dossier_new ();
  g_autoptr (ScrutinyLinkageOptions) options = scrutiny_linkage_options_new ();
  g_autoptr (ScrutinyTable) table = NULL, empty = NULL;
  g_autoptr (GError) error = NULL;

  (void) state;
  scrutiny_linkage_options_set_expected (options, SCRUTINY_DIRECTION_DOWN);
  table = scrutiny_linkage_tabulate_dossier (dossier, figures, outcomes, options, NULL, NULL, NULL);
  assert_int_equal (scrutiny_table_get_n_rows (table), 3);
  assert_string_equal (text_at (table, "verdict", 0), "moved-as-stated");
  assert_string_equal (text_at (table, "indicator", 2), "later");
  assert_string_equal (text_at (table, "outcome", 2), "whole");
  assert_string_equal (text_at (table, "first", 2), "2020-01");
  assert_string_equal (text_at (table, "last", 2), "2023-12");
  empty = scrutiny_linkage_tabulate_dossier (dossier, none, NULL, NULL, NULL, NULL, NULL);
  assert_int_equal (scrutiny_table_get_n_rows (empty), 0);
  assert_null (scrutiny_linkage_tabulate_dossier (dossier, gone, NULL, NULL, NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

/* --- Panels ------------------------------------------------------------------------------------
 */

#define MANY 20

static ScrutinyPanel *
panel_new (guint n_series, uint64_t seed, guint n_threads)
{
  static const char *const keys[] = { "key", NULL };
  const gsize n = (gsize) n_series * N;
  g_autofree double *values = g_new (double, n + 1);
  g_auto (GStrv) names = g_new0 (char *, n + 1), months = g_new0 (char *, n + 1);
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) keyed = NULL, dated = NULL, table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScrutinyPanel) panel = NULL;

  kernel_random_normal (&seed, n, values);
  for (gsize i = 0; i < n; i++) {
    names[i] = g_strdup_printf ("s%03u", (guint) (i / N));
    months[i] = g_strdup_printf ("%u-%02u", 2001 + (guint) (i % N) / 12, (guint) (i % N) % 12 + 1);
  }
  bytes = g_bytes_new (values, n * sizeof *values);
  keyed = scrutiny_table_copy_with_texts (none, "key", (const char *const *) names, NULL);
  dated = scrutiny_table_copy_with_texts (keyed, "period", (const char *const *) months, NULL);
  table = scrutiny_table_copy_with_doubles (dated, "value", bytes, NULL);
  panel = scrutiny_panel_new (table, keys, "period", "value", NULL);

  return scrutiny_panel_copy_with_threads (panel, n_threads);
}

static ScrutinyTable *
tabulate (ScrutinyPanel *panel, ScrutinyPanel *other, ScrutinyLinkageOptions *options)
{
  g_autoptr (GError) error = NULL;
  ScrutinyTable *table = scrutiny_linkage_tabulate (panel, other, options, NULL, NULL, &error);

  assert_null (error);

  return table;
}

static void
gives_the_same_on_any_number_of_threads (void **state)
{
  g_autoptr (ScrutinyPanel) one = panel_new (MANY, 3, 1), outcomes = panel_new (MANY, 4, 1);
  g_autoptr (ScrutinyPanel) four = scrutiny_panel_copy_with_threads (one, 4);
  g_autoptr (ScrutinyTable) first = tabulate (one, outcomes, NULL);
  g_autoptr (ScrutinyTable) second = tabulate (four, outcomes, NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (first), MANY * MANY);
  for (gsize row = 0; row < MANY * MANY; row++) {
    assert_string_equal (text_at (first, "outcome", row), text_at (second, "outcome", row));
    assert_near (number_at (first, "p", row), number_at (second, "p", row), 0);
    assert_near (number_at (first, "p_adjusted", row), number_at (second, "p_adjusted", row), 0);
  }
}

/* Of four hundred pairs that have nothing to do with each other. */
static void
finds_no_more_than_chance_gives (void **state)
{
  g_autoptr (ScrutinyPanel) figures = panel_new (MANY, 3, 1), outcomes = panel_new (MANY, 4, 1);
  g_autoptr (ScrutinyTable) table = tabulate (figures, outcomes, NULL);
  g_autoptr (GVariant) counts = scrutiny_discoveries_count (table);
  gint64 flagged = 0, discoveries = 0;

  (void) state;
  g_variant_lookup (counts, "flagged", "x", &flagged);
  g_variant_lookup (counts, "discoveries", "x", &discoveries);
  assert_true (flagged > 0 && flagged <= 32);
  assert_int_equal (discoveries, 0);
}

static void
holds_no_series_against_itself (void **state)
{
  g_autoptr (ScrutinyPanel) panel = panel_new (4, 3, 1);
  g_autoptr (ScrutinyTable) table = tabulate (panel, panel, NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (table), 12);
  for (gsize row = 0; row < 12; row++)
    assert_string_not_equal (text_at (table, "indicator", row), text_at (table, "outcome", row));
}

/* Events are of all pairs; one that cannot be read refuses each of them. */
static void
leaves_events_out (void **state)
{
  static const char *const closed[] = { "2002-03..2002-05 closed", NULL };
  static const char *const soon[] = { "soon", NULL };
  g_autoptr (ScrutinyPanel) panel = panel_new (3, 3, 1);
  g_autoptr (ScrutinyLinkageOptions) options = scrutiny_linkage_options_new ();
  g_autoptr (ScrutinyTable) table = NULL, refused = NULL;
  g_autoptr (ScrutinySeries) x = scrutiny_panel_dup_series (panel, 0, NULL);
  g_autoptr (ScrutinySeries) y = scrutiny_panel_dup_series (panel, 1, NULL);
  g_autoptr (ScrutinyLinkage) linkage = NULL;

  (void) state;
  scrutiny_linkage_options_set_events (options, closed);
  table = tabulate (panel, panel, options);
  linkage = scrutiny_linkage_new_of_series (x, y, options, NULL);
  assert_near (number_at (table, "n_values", 0), N - 3, 0);
  check_routes (table, 0, linkage);
  scrutiny_linkage_options_set_events (options, soon);
  refused = tabulate (panel, panel, options);
  assert_string_equal (text_at (refused, "status", 5), "refused");
  assert_non_null (strstr (text_at (refused, "reason", 5), "Event: “soon” is not a month"));
}

static void
refuses_too_many_pairs_and_stops (void **state)
{
  g_autoptr (ScrutinyPanel) many = panel_new (1002, 3, 1), few = panel_new (3, 3, 1);
  g_autoptr (GCancellable) stopped = g_cancellable_new ();
  g_autoptr (GError) limit = NULL, cancelled = NULL;

  (void) state;
  assert_null (scrutiny_linkage_tabulate (many, many, NULL, NULL, NULL, &limit));
  assert_true (g_error_matches (limit, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
  g_cancellable_cancel (stopped);
  assert_null (scrutiny_linkage_tabulate (few, few, NULL, NULL, stopped, &cancelled));
  assert_true (g_error_matches (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static void
gives_no_rows_of_nothing (void **state)
{
  g_autoptr (ScrutinyPanel) bare = g_object_new (SCRUTINY_TYPE_PANEL, NULL);
  g_autoptr (ScrutinyDossier) dossier = g_object_new (SCRUTINY_TYPE_DOSSIER, NULL);
  g_autoptr (ScrutinyTable) table = tabulate (bare, bare, NULL);
  g_autoptr (ScrutinyTable) other =
      scrutiny_linkage_tabulate_dossier (dossier, NULL, NULL, NULL, NULL, NULL, NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (table), 0);
  assert_int_equal (scrutiny_table_get_n_rows (other), 0);
  assert_true (scrutiny_table_has_column (table, "p_adjusted"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (says_what_each_pair_would_be_told),
    cmocka_unit_test (judges_by_how_many_there_are),
    cmocka_unit_test (asks_of_those_that_are_named),
    cmocka_unit_test (gives_the_same_on_any_number_of_threads),
    cmocka_unit_test (finds_no_more_than_chance_gives),
    cmocka_unit_test (holds_no_series_against_itself),
    cmocka_unit_test (leaves_events_out),
    cmocka_unit_test (refuses_too_many_pairs_and_stops),
    cmocka_unit_test (gives_no_rows_of_nothing),
  };

  return cmocka_run_group_tests_name ("linkage/linkage-tabulate", tests, NULL, NULL);
}
