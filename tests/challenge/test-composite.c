/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/composite.h>

#include <scrutiny/error.h>
#include <scrutiny/finding.h>

#include "support/near.h"
#include "support/rows.h"

#include <math.h>
#include <string.h>

#define N_UNITS 5

/* Four units of two components, worked out by hand; the fifth lacks one.  With w of the weight on
 * "safe", scores are w, 1 - w, 0.8 - 0.3 w and 0.2 + 0.6 w.
 */
static const char *const names[] = { "a", "b", "c", "d", "e", NULL };
static const double safe[N_UNITS] = { 10, 0, 5, 8, 3 };
static const double site[N_UNITS] = { 0, 100, 80, 20, NAN };

static ScrutinyTable *
with_numbers (ScrutinyTable *table, const char *name, const double *values, gsize n)
{
  g_autoptr (ScrutinyTable) before = table;
  g_autoptr (GBytes) bytes = g_bytes_new (values, n * sizeof *values);

  return scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

static ScrutinyTable *
table_new (gsize n)
{
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  const char *units[N_UNITS + 1] = { NULL };

  memcpy (units, names, n * sizeof *units);
  return with_numbers (
      with_numbers (scrutiny_table_copy_with_texts (none, "unit", units, NULL), "safe", safe, n),
      "site", site, n);
}

static ScrutinyCompositeOptions *
options_new (double of_safe, double of_site)
{
  ScrutinyCompositeOptions *options = scrutiny_composite_options_new ();

  scrutiny_composite_options_set_weight (options, "safe", of_safe);
  scrutiny_composite_options_set_weight (options, "site", of_site);

  return options;
}

static ScrutinyComposite *
composite_new (ScrutinyCompositeOptions *options)
{
  g_autoptr (ScrutinyTable) table = table_new (N_UNITS);
  g_autoptr (GError) error = NULL;
  ScrutinyComposite *composite = scrutiny_composite_new (table, "unit", options, &error);

  assert_null (error);
  assert_non_null (composite);

  return composite;
}

static char *
dup_said (ScrutinyComposite *composite, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (composite));

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return scrutiny_finding_dup_statement (findings->pdata[i], NULL);

  return NULL;
}

static double
cell (ScrutinyTable *table, const char *column, gsize row)
{
  gsize n;
  const double *values = scrutiny_table_get_doubles (table, column, &n);

  assert_non_null (values);
  assert_true (row < n);

  return values[row];
}

/* --- Scores, places and exchange ---------------------------------------------------------------
 */

static void
scores_by_hand (void **state)
{
  static const double scores[] = { 0.75, 0.25, 0.575, 0.65 }, places[] = { 1, 4, 3, 2 };
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = composite_new (options);
  ScrutinyTable *units = scrutiny_composite_get_units (composite);

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (composite)));
  assert_int_equal (scrutiny_composite_get_n_units (composite), 4);
  for (gsize i = 0; i < 4; i++) {
    assert_near (cell (units, "score", i), scores[i], 1e-15);
    assert_int_equal (cell (units, "place", i), places[i]);
    assert_true (isnan (cell (units, "within", i)));
  }
}

static void
places_with_other_weights (void **state)
{
  static const double lows[] = { 1, 1, 1, 2 }, highs[] = { 4, 4, 3, 3 };
  static const double firsts[] = { 1 - 8.0 / 13, 2.0 / 7, 8.0 / 13 - 2.0 / 7, 0 };
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = composite_new (options);
  g_autofree char *said = dup_said (composite, "composite.places");
  ScrutinyTable *units = scrutiny_composite_get_units (composite);

  for (gsize i = 0; i < 4; i++) {
    assert_int_equal (cell (units, "low", i), lows[i]);
    assert_int_equal (cell (units, "high", i), highs[i]);
    /* four standard errors of a share of 1,000 */
    assert_near (cell (units, "first", i), firsts[i], 0.064);
  }
  assert_string_equal (
      said, "With these weights “a” is number 1 of 4, the largest score first; with others, each "
            "set as likely as any, it is anywhere from number 1 to 4 in 95 of 100 sets of weights. "
            "Half of all units span 3 places or more.");
}

static void
exchanges_in_own_units (void **state)
{
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = composite_new (options);
  g_autofree char *said = dup_said (composite, "composite.exchange");
  ScrutinyTable *exchanges = scrutiny_composite_get_exchanges (composite);

  assert_int_equal (scrutiny_table_get_n_rows (exchanges), 2);
  assert_near (cell (exchanges, "rate", 0), 30, 1e-13);
  assert_near (cell (exchanges, "loss", 0), 10.0 / 3, 1e-14);
  assert_near (cell (exchanges, "gain", 0), 100, 1e-13);
  assert_near (cell (exchanges, "rate", 1), 1.0 / 30, 1e-16);
  assert_near (cell (exchanges, "loss", 1), 100, 1e-12);
  assert_near (cell (exchanges, "gain", 1), 10.0 / 3, 1e-14);
  assert_string_equal (said, "The score stays as it is where “site” falls by 100 and “safe” rises "
                             "by 3.33; the units lie between 0 and 100 and between 0 and 10.");
}

/* Without a and b, c has the most and d the least of "site": 0.625 and 0.6 instead of 0.575 and
 * 0.65.  Without the same two "safe" turns nothing round.
 */
static void
moves_without_ends (void **state)
{
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = composite_new (options);
  g_autofree char *said = dup_said (composite, "composite.ends");
  ScrutinyTable *components = scrutiny_composite_get_components (composite);

  assert_int_equal (cell (components, "moved", 0), 0);
  assert_int_equal (cell (components, "moved", 1), 2);
  assert_int_equal (cell (components, "most_moved", 1), 1);
  assert_near (cell (components, "worth", 0), 0.075, 1e-16);
  assert_near (cell (components, "share", 1), 0.25, 1e-16);
  assert_string_equal (said,
                       "Two units set how much “site” counts for all: “a” with 0 and “b” with 100. "
                       "Scaled without these two, 2 of the other 2 change places among themselves, "
                       "one of them by 1.");
}

/* Where lower values add, the order is that of the component turned round. */
static void
turns_round (void **state)
{
  g_autoptr (ScrutinyCompositeOptions) options = options_new (-3, 1);
  g_autoptr (ScrutinyComposite) composite = composite_new (options);
  g_autofree char *said = dup_said (composite, "composite.exchange");
  ScrutinyTable *units = scrutiny_composite_get_units (composite);

  assert_near (cell (units, "score", 0), 0, 1e-15);
  assert_near (cell (units, "score", 1), 1, 1e-15);
  assert_near (cell (units, "score", 2), 0.575, 1e-15);
  assert_string_equal (said, "The score stays as it is where “site” falls by 100 and “safe” falls "
                             "by 3.33; the units lie between 0 and 100 and between 0 and 10.");
}

static const struct scaled {
  const char *label, *scaling;
  double a, d; /* scores; by hand, by NumPy */
} scalings[] = {
  { "min-max", "min-max", 0.75, 0.65 },
  { "standard", "standard", 0.470319076630, 0.230459333574 },
  { "none", "none", 7.5, 11 },
};

static void
scales (void **state)
{
  const struct scaled *row = *state;
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = NULL;
  ScrutinyTable *units;

  scrutiny_composite_options_set_scaling (options, row->scaling);
  composite = composite_new (options);
  units = scrutiny_composite_get_units (composite);
  assert_near (cell (units, "score", 0), row->a, 1e-12);
  assert_near (cell (units, "score", 3), row->d, 1e-12);
  assert_int_equal (isnan (cell (scrutiny_composite_get_components (composite), "moved", 0)) != 0,
                    g_str_equal (row->scaling, "none"));
}

/* --- Bands --------------------------------------------------------------------------------------
 */

/* c lies at and three spreads within, d one and a half within and at. */
static void
expects_some_to_be_lost (void **state)
{
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = NULL;
  g_autofree char *said = NULL;
  ScrutinyTable *units;

  scrutiny_composite_options_set_threshold (options, "safe", 5);
  scrutiny_composite_options_set_spread (options, "safe", 2);
  scrutiny_composite_options_set_threshold (options, "site", 20);
  scrutiny_composite_options_set_spread (options, "site", 20);
  composite = composite_new (options);
  units = scrutiny_composite_get_units (composite);
  said = dup_said (composite, "composite.all");

  assert_int_equal (scrutiny_composite_get_n_within (composite), 2);
  assert_near (cell (units, "stays", 2), 0.5 * 0.9986501019683699, 1e-14);
  assert_near (cell (units, "stays", 3), 0.5 * 0.9331927987311419, 1e-14);
  assert_true (isnan (cell (units, "stays", 0)));
  assert_near (scrutiny_composite_get_expected_lost (composite), 1.0340785496502441, 1e-13);
  assert_string_equal (said, "2 of 4 units have all 2 components within their bands. With nothing "
                             "changed, chance alone is expected to take 1.0 of these out the next "
                             "time.");
}

static void
says_where_chance_is_not_known (void **state)
{
  g_autoptr (ScrutinyCompositeOptions) options = options_new (-3, 1);
  g_autoptr (ScrutinyComposite) composite = NULL;
  g_autofree char *said = NULL;

  scrutiny_composite_options_set_threshold (options, "safe", 5);
  composite = composite_new (options);
  said = dup_said (composite, "composite.all");
  assert_int_equal (scrutiny_composite_get_n_within (composite), 2); /* b and c, at or below */
  assert_true (isnan (scrutiny_composite_get_expected_lost (composite)));
  assert_non_null (strstr (said, "cannot be told"));
}

/* --- What cannot be told
 * ---------------------------------------------------------------------------- */

static void
names_who_is_left_out (void **state)
{
  g_autoptr (ScrutinyComposite) composite = composite_new (NULL);
  g_autofree char *said = dup_said (composite, "composite.left-out");

  assert_string_equal (said, "1 unit lacks a component and is not scored: e.");
}

static void
asks_about_one (void **state)
{
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = NULL;
  g_autofree char *said = NULL;

  scrutiny_composite_options_set_focus (options, "d");
  composite = composite_new (options);
  said = dup_said (composite, "composite.places");
  assert_non_null (strstr (said, "“d” is number 2 of 4"));
  assert_non_null (strstr (said, "from number 2 to 3"));
}

/* By the score they are a, d, c, b. */
static const struct published {
  const char *label;
  double scores[N_UNITS];
  const char *said;
} published[] = {
  { "as published",
    { 75, 25, 57.5, 65, 99 },
    "By the published score all 4 units stand where these weights and components put them." },
  { "two change places",
    { 75, 25, 66, 65, 99 },
    "2 of 4 units stand at another place by the published score than by these weights and "
    "components; furthest off is “c”: number 2 as published, 3 as worked out." },
  { "one was not published",
    { 75, NAN, 57.5, 65, 99 },
    "By the published score all 3 units stand where these weights and components put them." },
};

static void
sets_beside_published (void **state)
{
  const struct published *row = *state;
  g_autoptr (ScrutinyTable) table =
      with_numbers (table_new (N_UNITS), "score", row->scores, N_UNITS);
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = NULL;
  g_autofree char *said = NULL;

  scrutiny_composite_options_set_published (options, "score");
  composite = scrutiny_composite_new (table, "unit", options, NULL);
  said = dup_said (composite, "composite.published");
  assert_string_equal (said, row->said);
}

/* Nor is it one of the components where nobody weighs any. */
#define AGREE \
  "All 4 published scores are what these weights and components give, to the printed digit."

/* Safety in whole points between 0 and 10 may be off by half of one: by 2 · 0.5/(10 - 1) of the
 * scale, site likewise by 1/99; of a score out of 100, 8.586 together.
 */
static const struct beside {
  const char *label, *scaling;
  double scores[N_UNITS];
  const char *said;
} besides[] = {
  { "what the weights give", "min-max", { 75, 25, 57.5, 65, 99 }, AGREE },
  { "out of one", "min-max", { 0.75, 0.25, 0.575, 0.65, 9 }, AGREE },
  { "weights added up as they are", "min-max", { 3, 1, 2.3, 2.6, 9 }, AGREE },
  { "parts added up as they are", "none", { 30, 100, 95, 44, 9 }, AGREE },
  { "one is off by its last digit",
    "min-max",
    { 75, 25, 57.6, 65, 99 },
    "Of 1 of 4 published scores it cannot be told whether these weights and components give them: "
    "what components were rounded by can make the difference." },
  { "one is off by all that digits may do",
    "min-max",
    { 75, 25, 66.1, 65, 99 },
    "Of 1 of 4 published scores it cannot be told whether these weights and components give them: "
    "what components were rounded by can make the difference." },
  { "one is off by more",
    "min-max",
    { 75, 25, 66.2, 65, 99 },
    "1 of 4 published scores is not what these weights and components give: c (66.2 published, "
    "57.50 worked out)." },
  { "two are",
    "min-max",
    { 75, 25, 77.5, 45, 99 },
    "2 of 4 published scores are not what these weights and components give: c (77.5 published, "
    "57.50 worked out), d (45 published, 65.00 worked out). Published less worked out, that is -20 "
    "to 20." },
  { "two are, and of one it cannot be told",
    "min-max",
    { 75, 26, 77.5, 45, 99 },
    "2 of 4 published scores are not what these weights and components give: c (77.5 published, "
    "57.50 worked out), d (45 published, 65.00 worked out). Published less worked out, that is -20 "
    "to 20. Of 1 more it cannot be told: what components were rounded by can make the "
    "difference." },
  { "in standard deviations", "standard", { 0.470, -0.729, 0.028, 0.230, 9 }, AGREE },
};

static void
sets_value_beside_published (void **state)
{
  const struct beside *row = *state;
  g_autoptr (ScrutinyTable) table =
      with_numbers (table_new (N_UNITS), "score", row->scores, N_UNITS);
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = NULL;
  g_autofree char *said = NULL;

  scrutiny_composite_options_set_published (options, "score");
  scrutiny_composite_options_set_scaling (options, row->scaling);
  composite = scrutiny_composite_new (table, "unit", options, NULL);
  said = dup_said (composite, "composite.published-value");
  assert_string_equal (said, row->said);
}

static void
tells_by_how_much_it_differs (void **state)
{
  static const double scores[] = { 75, NAN, 66.5, 65, 99 };
  g_autoptr (ScrutinyTable) table = with_numbers (table_new (N_UNITS), "score", scores, N_UNITS);
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = NULL;
  ScrutinyTable *units;

  scrutiny_composite_options_set_published (options, "score");
  composite = scrutiny_composite_new (table, "unit", options, NULL);
  units = scrutiny_composite_get_units (composite);
  assert_near (cell (units, "published", 2), 66.5, 0);
  assert_near (cell (units, "difference", 2), 9, 1e-12);
  assert_near (cell (units, "rounding", 2), 100 * (0.75 / 9 + 0.25 / 99), 1e-11);
  assert_true (isnan (cell (units, "published", 1)));
  assert_true (isnan (cell (units, "difference", 1)));
}

/* Another scaling would give other scores and another order. */
static void
does_not_guess_a_scaling (void **state)
{
  static const double scores[] = { 75, 25, 66.5, 65, 99 };
  g_autoptr (ScrutinyTable) table = with_numbers (table_new (N_UNITS), "score", scores, N_UNITS);
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (ScrutinyComposite) composite = NULL;
  g_autofree char *said = NULL, *value = NULL, *order = NULL;

  scrutiny_composite_options_set_published (options, "score");
  scrutiny_composite_options_set_scaling (options, "unknown");
  composite = scrutiny_composite_new (table, "unit", options, NULL);
  said = dup_said (composite, "composite.scaling");
  value = dup_said (composite, "composite.published-value");
  order = dup_said (composite, "composite.published");
  assert_string_equal (said, "How the components were put on one scale is not recorded. Here the "
                             "lowest and the highest of the units are its ends; whether published "
                             "scores are what the weights and components give cannot be told.");
  assert_null (value);
  assert_null (order);
  assert_near (cell (scrutiny_composite_get_units (composite), "score", 2), 0.575, 1e-15);
  assert_near (cell (scrutiny_composite_get_units (composite), "published", 2), 66.5, 0);
  assert_true (isnan (cell (scrutiny_composite_get_units (composite), "difference", 2)));
}

static void
does_not_weigh_the_published (void **state)
{
  g_autoptr (ScrutinyTable) table = with_numbers (table_new (4), "score", safe, 4);
  g_autoptr (ScrutinyCompositeOptions) options = scrutiny_composite_options_new ();
  g_autoptr (ScrutinyComposite) composite = NULL;

  scrutiny_composite_options_set_published (options, "score");
  composite = scrutiny_composite_new (table, "unit", options, NULL);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_composite_get_components (composite)), 2);
}

static void
cannot_tell_from_little (void **state)
{
  g_autoptr (ScrutinyCompositeOptions) one = scrutiny_composite_options_new ();
  g_autoptr (ScrutinyTable) single = table_new (1);
  g_autoptr (ScrutinyTable) table = table_new (4);
  g_autoptr (ScrutinyComposite) few = scrutiny_composite_new (single, "unit", NULL, NULL);
  g_autoptr (ScrutinyComposite) bare = g_object_new (SCRUTINY_TYPE_COMPOSITE, NULL);
  g_autoptr (ScrutinyComposite) thin = NULL;
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  scrutiny_composite_options_set_weight (one, "safe", 1);
  thin = scrutiny_composite_new (table, "unit", one, NULL);
  assert_non_null (strstr (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (few)), "two units"));
  assert_non_null (strstr (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (thin)), "components"));
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_int_equal (scrutiny_composite_get_n_units (bare), 0);
  assert_non_null (strstr (json, "\"expected_lost\":null"));
}

static void
cannot_part_what_is_the_same (void **state)
{
  static const double same[4] = { 7, 7, 7, 7 };
  g_autoptr (ScrutinyTable) table = with_numbers (table_new (4), "flat", same, 4);
  g_autoptr (ScrutinyComposite) composite = scrutiny_composite_new (table, "unit", NULL, NULL);

  assert_non_null (strstr (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (composite)),
                           "“flat” is the same for every unit"));
}

typedef void (*Change) (ScrutinyCompositeOptions *options);

static void
weigh_nothing (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_weight (options, "safe", 0);
}

static void
weigh_infinitely (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_weight (options, "safe", INFINITY);
}

static void
weigh_another (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_weight (options, "mood", 1);
}

static void
weigh_names (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_weight (options, "unit", 1);
}

static void
band_another (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_threshold (options, "mood", 1);
}

static void
spread_nothing (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_spread (options, "safe", 0);
}

static void
scale_otherwise (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_scaling (options, "ranks");
}

static void
draw_too_few (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_draws (options, 99);
}

static void
draw_too_many (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_draws (options, 1000001);
}

static void
be_too_sure (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_level (options, 1);
}

static void
ask_about_nobody (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_focus (options, "e");
}

static void
publish_nothing (ScrutinyCompositeOptions *options)
{
  scrutiny_composite_options_set_published (options, "mood");
}

static const struct refused {
  const char *label;
  Change change;
  int code;
  const char *message;
} refused[] = {
  { "a weight of 0", weigh_nothing, SCRUTINY_ERROR_OUT_OF_RANGE, "safe: 0 is no weight" },
  { "an infinite weight", weigh_infinitely, SCRUTINY_ERROR_OUT_OF_RANGE, "inf is no weight" },
  { "no such column", weigh_another, SCRUTINY_ERROR_NOT_FOUND, "mood" },
  { "a column of texts", weigh_names, SCRUTINY_ERROR_MISMATCH, "unit" },
  { "a threshold of no component", band_another, SCRUTINY_ERROR_NOT_FOUND, "there are safe, site" },
  { "a spread of 0", spread_nothing, SCRUTINY_ERROR_OUT_OF_RANGE, "safe: 0 is no spread" },
  { "another scale", scale_otherwise, SCRUTINY_ERROR_NOT_FOUND, "“ranks” is not one of min-max" },
  { "too few draws", draw_too_few, SCRUTINY_ERROR_OUT_OF_RANGE, "draws" },
  { "too many draws", draw_too_many, SCRUTINY_ERROR_OUT_OF_RANGE, "draws" },
  { "a level of 1", be_too_sure, SCRUTINY_ERROR_OUT_OF_RANGE, "level" },
  { "published scores that are not there", publish_nothing, SCRUTINY_ERROR_NOT_FOUND, "mood" },
  { "a unit that is not scored", ask_about_nobody, SCRUTINY_ERROR_NOT_FOUND, "called “e”" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyTable) table = table_new (N_UNITS);
  g_autoptr (ScrutinyCompositeOptions) options = options_new (3, 1);
  g_autoptr (GError) error = NULL;

  row->change (options);
  assert_null (scrutiny_composite_new (table, "unit", options, &error));
  assert_non_null (error);
  assert_int_equal (error->code, row->code);
  if (!strstr (error->message, row->message))
    print_error ("%s\n", error->message);
  assert_non_null (strstr (error->message, row->message));
}

static void
needs_a_column_of_units (void **state)
{
  g_autoptr (ScrutinyTable) table = table_new (N_UNITS);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_composite_new (table, "council", NULL, &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_NOT_FOUND);
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    { "scores by hand", scores_by_hand, NULL, NULL, NULL },
    { "places with other weights", places_with_other_weights, NULL, NULL, NULL },
    { "exchanges in own units", exchanges_in_own_units, NULL, NULL, NULL },
    { "moves without ends", moves_without_ends, NULL, NULL, NULL },
    { "turns round", turns_round, NULL, NULL, NULL },
    { "expects some to be lost", expects_some_to_be_lost, NULL, NULL, NULL },
    { "says where chance is not known", says_where_chance_is_not_known, NULL, NULL, NULL },
    { "names who is left out", names_who_is_left_out, NULL, NULL, NULL },
    { "asks about one", asks_about_one, NULL, NULL, NULL },
    { "cannot tell from little", cannot_tell_from_little, NULL, NULL, NULL },
    { "cannot part what is the same", cannot_part_what_is_the_same, NULL, NULL, NULL },
    { "does not weigh the published", does_not_weigh_the_published, NULL, NULL, NULL },
    { "tells by how much it differs", tells_by_how_much_it_differs, NULL, NULL, NULL },
    { "does not guess a scaling", does_not_guess_a_scaling, NULL, NULL, NULL },
    { "needs a column of units", needs_a_column_of_units, NULL, NULL, NULL },
  };
  struct CMUnitTest tests[G_N_ELEMENTS (scalings) + G_N_ELEMENTS (published) +
                          G_N_ELEMENTS (besides) + G_N_ELEMENTS (refused) + G_N_ELEMENTS (others)];
  size_t n = add_rows (tests, scales, scalings, G_N_ELEMENTS (scalings), sizeof *scalings);

  n += add_rows (tests + n, sets_beside_published, published, G_N_ELEMENTS (published),
                 sizeof *published);
  n += add_rows (tests + n, sets_value_beside_published, besides, G_N_ELEMENTS (besides),
                 sizeof *besides);
  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  memcpy (tests + n, others, sizeof others);

  return cmocka_run_group_tests_name ("challenge/composite", tests, NULL, NULL);
}
