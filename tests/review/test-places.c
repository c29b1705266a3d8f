/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier-builder.h>
#include <scrutiny/review.h>

#include "support/rows.h"

#include <math.h>
#include <string.h>

#define MOST_MONTHS 3
#define TITLE "Calls answered"

/* A place’s counts, month by month from January 2024: "50/100 52/100"; "-" is missing. */
typedef struct {
  const char *area, *counts;
} Place;

static ScrutinySeries *
series_of (const char *counts, double scale)
{
  g_auto (GStrv) pairs = g_strsplit (counts, " ", -1);
  const guint n = g_strv_length (pairs);
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2024-01", n, NULL);
  double above[MOST_MONTHS], below[MOST_MONTHS];

  for (guint i = 0; i < n; i++) {
    const char *slash = strchr (pairs[i], '/');

    above[i] = slash ? g_ascii_strtod (pairs[i], NULL) : NAN;
    below[i] = slash ? g_ascii_strtod (slash + 1, NULL) : NAN;
  }

  return scrutiny_series_new_ratio (months, above, n, below, n, scale, NULL);
}

static void
add_places (ScrutinyDossierBuilder *builder, const char *title, const Place *places, double scale)
{
  for (; places->area; places++) {
    g_autoptr (ScrutinySeries) series = series_of (places->counts, scale);
    g_autofree char *id = g_strdup_printf ("%s-%s", title, places->area);

    scrutiny_dossier_builder_add_indicator (builder, id, title);
    scrutiny_dossier_builder_set_text (builder, id, "area", places->area);
    scrutiny_dossier_builder_set_series (builder, id, series);
  }
}

static ScrutinyReport *
review_of (ScrutinyDossierBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, &error);

  assert_null (error);

  return scrutiny_review (dossier, NULL, NULL, NULL, NULL);
}

static ScrutinyReport *
review_places (const Place *places, const char *council, double scale)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  scrutiny_dossier_builder_set_council (builder, council);
  add_places (builder, TITLE, places, scale);

  return review_of (builder);
}

/* "id of subject" of all findings of a comparison. */
static char *
dup_compared (ScrutinyReport *report)
{
  g_autoptr (GPtrArray) findings = scrutiny_report_dup_findings (report);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const char *id = scrutiny_finding_get_id (findings->pdata[i]);

    if (g_str_has_prefix (id, "compare."))
      g_string_append_printf (found, "%s%s of %s", found->len ? "; " : "", id,
                              scrutiny_finding_get_subject (findings->pdata[i]));
  }

  return g_string_free (found, FALSE);
}

#define ALIKE \
  { "a", "50/100" }, { "b", "52/100" }, { "c", "47/100" }, \
  { \
    "d", "51/100" \
  }
#define ONE_OUT \
  { "e", "49/100" }, { "f", "85/100" }, { "g", "50/100" }, \
  { \
    "h", "48/100" \
  }

static const Place alike[] = { ALIKE, { NULL } };
static const Place one_out[] = { ALIKE, ONE_OUT, { NULL } };
static const Place two[] = { { "a", "50/100" }, { "b", "90/100" }, { NULL } };
static const Place late[] = { { "a", "10/100 50/100 51/100" },
                              { "b", "10/100 52/100 -" },
                              { "c", "10/100 47/100" },
                              { NULL } };
static const Place people[] = { { "a", "120/100" },
                                { "b", "90/100" },
                                { "c", "110/100" },
                                { NULL } };
static const Place none[] = { { "a", "-" }, { "b", "-" }, { "c", "-" }, { NULL } };

static const struct said {
  const char *label;
  const Place *places;
  const char *council;
  double scale;
  const char *compared; /* findings and what they are of */
  const char *title;    /* in the JSON; NULL: no section */
} said[] = {
  { "one stands out, of all", one_out, NULL, 100,
    "compare.outside of calls-answered-places; compare.dispersion of calls-answered-places; "
    "compare.order of calls-answered-places",
    TITLE ", 8 places in January 2024" },
  { "none does", alike, NULL, 100,
    "compare.none-outside of calls-answered-places; compare.order of calls-answered-places",
    TITLE ", 4 places in January 2024" },
  { "what is of one place stands with its figure", alike, "A Council (fictional)", 100,
    "compare.none-outside of calls-answered-places; compare.order of calls-answered-places; "
    "compare.focus of Calls answered-a; compare.place of Calls answered-a",
    TITLE ", 4 places in January 2024" },
  { "a longer name is another place", alike, "Ashcombe", 100,
    "compare.none-outside of calls-answered-places; compare.order of calls-answered-places",
    TITLE ", 4 places in January 2024" },
  { "the last month that most have", late, NULL, 100,
    "compare.none-outside of calls-answered-places; compare.order of calls-answered-places",
    TITLE ", 3 places in February 2024" },
  { "events among people", people, NULL, 1000,
    "compare.none-outside of calls-answered-places; compare.order of calls-answered-places",
    TITLE ", 3 places in January 2024" },
  { "two are read one by one", two, NULL, 100, "", NULL },
  { "without counts", none, NULL, 100, "", NULL },
};

static void
compares (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinyReport) report = review_places (row->places, row->council, row->scale);
  g_autofree char *compared = dup_compared (report);
  g_autofree char *json = scrutiny_report_dup_text (report, "json", NULL, NULL);
  g_autofree char *title = row->title ? g_strdup_printf ("\"title\":\"%s\"", row->title) : NULL;

  assert_string_equal (compared, row->compared);
  if (title)
    assert_non_null (strstr (json, title));
  else
    assert_non_null (strstr (json, "\"places\":[]"));
}

/* Each figure once, under its own name, and not under that of a figure. */
static void
compares_each_figure_once (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyReport) report = NULL;
  g_autofree char *compared = NULL;

  (void) state;
  add_places (builder, TITLE, alike, 100);
  add_places (builder, "Repairs in time", alike, 100);
  scrutiny_dossier_builder_add_indicator (builder, "calls-answered-places", "Something else");
  report = review_of (builder);
  compared = dup_compared (report);
  assert_string_equal (compared,
                       "compare.none-outside of calls-answered-places-2; compare.order of "
                       "calls-answered-places-2; compare.none-outside of repairs-in-time-places; "
                       "compare.order of repairs-in-time-places");
}

/* A region is not set beside what it is made of. */
static void
tells_levels_apart (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyReport) report = NULL;
  g_autofree char *text = NULL;

  (void) state;
  add_places (builder, TITLE, one_out, 100);
  for (const Place *place = one_out; place->area; place++) {
    g_autofree char *id = g_strdup_printf ("%s-%s", TITLE, place->area);

    scrutiny_dossier_builder_set_text (builder, id, "level",
                                       *place->area <= 'd' ? "Ward" : "Region");
  }
  report = review_of (builder);
  text = scrutiny_report_dup_text (report, "html", NULL, NULL);
  assert_non_null (strstr (text, ">" TITLE ", 4 places (Ward) in January 2024<"));
  assert_non_null (strstr (text, ">" TITLE ", 4 places (Region) in January 2024<"));
}

/* A reader meets the places by name, on the sheet and in what is asked for. */
static void
names_the_places (void **state)
{
  g_autoptr (ScrutinyReport) report = review_places (one_out, NULL, 100);
  g_autofree char *text = scrutiny_report_dup_text (report, "text", NULL, NULL);

  (void) state;
  assert_non_null (strstr (text, "\n" TITLE ", 8 places in January 2024\n"));
  assert_non_null (strstr (text, "1 of 8 places lies outside its 99.8% limits"));
  assert_null (strstr (text, "quartiles"));
  assert_null (strstr (text, "calls-answered"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (said) + 3] = {
    cmocka_unit_test (compares_each_figure_once),
    cmocka_unit_test (names_the_places),
    cmocka_unit_test (tells_levels_apart),
  };

  add_rows (tests + 3, compares, said, G_N_ELEMENTS (said), sizeof *said);

  return cmocka_run_group_tests_name ("review/places", tests, NULL, NULL);
}
