/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/feature.h>
#include <scrutiny/read.h>
#include <scrutiny/review.h>

#include "support/near.h"
#include "support/rows.h"

#include <glib/gstdio.h>
#include <string.h>

/* A dossier with two figures of the same rows: “within 30 days” of all, and “within 45 days” of all
 * or of those without an extension, whose lengths are looked at around the limit.
 */
#define PACKAGE \
  "{\"name\":\"rows\",\"resources\":[{\"name\":\"cases\",\"path\":\"cases.csv\",\"schema\":{" \
  "\"fields\":[{\"name\":\"opened\",\"type\":\"date\"},{\"name\":\"days\",\"type\":\"integer\"}," \
  "{\"name\":\"ext\",\"type\":\"integer\"}]}}]}"
#define FIRST \
  "{\"indicators\":[{\"id\":\"first\",\"title\":\"Within 30 days\",\"definitions\":[{\"text\":" \
  "\"Within 30 days\",\"records\":\"cases\",\"kind\":\"share\",\"counted\":\"days <= 30\"," \
  "\"dated\":\"opened\",\"measure\":\"days\"}]},"
#define SECOND(of) \
  "{\"id\":\"second\",\"title\":\"Within 45 days\",\"definitions\":[{\"text\":\"Within 45 days\"," \
  "\"records\":\"cases\",\"kind\":\"share\"," of \
  "\"counted\":\"days <= 45\",\"dated\":\"opened\"," \
  "\"measure\":\"days\",\"limit\":45,\"unit\":\"days\"}]}]}"
#define OF_ALL FIRST SECOND ("")
#define NOT_EXTENDED FIRST SECOND ("\"of\":\"ext = 0\",")

static const char *const names[] = { "datapackage.json", "scrutiny.json", "cases.csv" };

/* "2024-01 20 0 30": thirty rows of that month, so many days, extended or not. */
static char *
dup_csv (const char *text)
{
  GString *out = g_string_new ("opened,days,ext\n");
  g_auto (GStrv) groups = g_strsplit (text, "; ", -1);

  for (gsize i = 0; groups[i]; i++) {
    g_auto (GStrv) words = g_strsplit (groups[i], " ", 4);

    for (gint64 k = 0; k < g_ascii_strtoll (words[3], NULL, 10); k++)
      g_string_append_printf (out, "%s-15,%s,%s\n", words[0], words[1], words[2]);
  }

  return g_string_free (out, FALSE);
}

static ScrutinyReport *
review (const char *scrutiny, const char *rows)
{
  g_autofree char *folder = g_dir_make_tmp ("rows-XXXXXX", NULL);
  g_autofree char *csv = dup_csv (rows);
  const char *const texts[] = { PACKAGE, scrutiny, csv };
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  ScrutinyReport *report;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);

    assert_true (g_file_set_contents (path, texts[i], -1, NULL));
  }
  dossier = scrutiny_read (file, NULL, NULL, &error);
  assert_null (error);
  report = scrutiny_review (dossier, NULL, NULL, NULL, &error);
  assert_null (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);

    g_remove (path);
  }
  g_rmdir (folder);

  return report;
}

/* All that is said, in JSON, without what names the folder and the files: hashes, and the name that
 * a folder was given.
 */
static char *
dup_said (ScrutinyReport *report)
{
  g_autofree char *json = scrutiny_report_dup_text (report, "json", NULL, NULL);
  g_autoptr (GRegex) made = g_regex_new ("rows-[A-Za-z0-9]{6}|[0-9a-f]{64}", 0, 0, NULL);

  return g_regex_replace_literal (made, json, -1, 0, "", 0, NULL);
}

#define MONTHS_AFTER \
  "2024-03 20 0 60; 2024-03 29 0 12; 2024-03 40 0 20; 2024-03 44 0 20; 2024-03 45 0 20; 2024-03 " \
  "46 0 20; 2024-03 60 0 40"

/* Two sets of rows that differ in a small count which the two figures would tell together. */
static const struct alike {
  const char *label, *scrutiny, *rows, *others;
} alikes[] = {
  { "2 and 3 of a month between the limits", OF_ALL,
    "2024-01 20 0 30; 2024-01 40 0 2; 2024-01 60 0 20; 2024-02 20 0 30; 2024-02 40 0 9; 2024-02 60 "
    "0 20; " MONTHS_AFTER,
    "2024-01 20 0 30; 2024-01 40 0 3; 2024-01 60 0 19; 2024-02 20 0 30; 2024-02 40 0 8; 2024-02 60 "
    "0 21; " MONTHS_AFTER },
  { "2 and 3 that were extended", NOT_EXTENDED,
    "2024-01 20 0 30; 2024-01 60 0 20; 2024-02 20 0 28; 2024-02 20 1 2; 2024-02 60 0 "
    "20; " MONTHS_AFTER,
    "2024-01 20 0 30; 2024-01 60 0 20; 2024-02 20 0 27; 2024-02 20 1 3; 2024-02 60 0 "
    "20; " MONTHS_AFTER },
};

static void
says_the_same (void **state)
{
  const struct alike *row = *state;
  g_autoptr (ScrutinyReport) report = NULL, other = NULL;
  g_autofree char *said = NULL, *otherwise = NULL;

  if (!scrutiny_has_feature ("records"))
    skip ();
  report = review (row->scrutiny, row->rows);
  other = review (row->scrutiny, row->others);
  said = dup_said (report);
  otherwise = dup_said (other);
  assert_string_equal (said, otherwise);
}

static const char *const enough = "2024-01 20 0 30; 2024-01 40 0 12; 2024-01 60 0 20; 2024-02 20 0 "
                                  "30; 2024-02 40 0 9; 2024-02 60 0 20; " MONTHS_AFTER;

/* Lengths are taken together up to where the other figure cuts them: in the first after 29 days. */
static void
knows_where_the_other_cuts (void **state)
{
  g_autoptr (ScrutinyReport) report = NULL;
  g_autofree char *said = NULL;

  if (!scrutiny_has_feature ("records"))
    skip ();
  report = review (OF_ALL, enough);
  said = dup_said (report);
  assert_non_null (strstr (said, "\"known_ends\":[30,46]"));
}

/* What is counted of all its rows is not told where the extended ones are few. */
static void
says_why_it_does_not_look (void **state)
{
  static const char *const whys[] = {
    "How cases lie around the limit is not looked at: beside another figure of the same rows its "
    "counts would tell a number below 5.",
    "\"known_ends\"",
  };

  if (!scrutiny_has_feature ("records"))
    skip ();
  for (guint few = 0; few < 2; few++) {
    g_autofree char *rows = g_strdup_printf ("%s; 2024-02 20 1 %u", enough, few ? 3 : 30);
    g_autoptr (ScrutinyReport) report = review (NOT_EXTENDED, rows);
    g_autofree char *said = dup_said (report);

    assert_true ((strstr (said, whys[0]) != NULL) == (few == 1));
    assert_true ((strstr (said, whys[1]) != NULL) == (few == 0));
  }
}

/* Parts are compared from one stretch to the next, where a difference may be small that is not so
 * over all time.
 */
static void
does_not_compare_parts_of_which_little_differs (void **state)
{
  if (!scrutiny_has_feature ("records"))
    skip ();
  for (guint few = 0; few < 2; few++) {
    g_autofree char *rows =
        g_strdup_printf ("%s; 2024-01 20 1 30; 2024-01 40 1 20; 2024-01 60 1 20; 2024-02 20 1 30; "
                         "2024-02 40 1 %u; 2024-02 60 1 20; 2024-03 20 1 30; 2024-03 40 1 20; "
                         "2024-03 60 1 20; 2023-12 20 0 30; 2024-04 20 0 30",
                         enough, few ? 3 : 30);
    g_autoptr (ScrutinyReport) report = review (FIRST SECOND ("\"segments\":\"ext\","), rows);
    g_autofree char *said = dup_said (report);

    assert_true ((strstr (said, "What moved the figure is not looked at: beside another figure of "
                                "the same rows its counts would tell a number below 5.") != NULL) ==
                 (few == 1));
    assert_non_null (strstr (said, "\"known_ends\""));
  }
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (knows_where_the_other_cuts),
    cmocka_unit_test (says_why_it_does_not_look),
    cmocka_unit_test (does_not_compare_parts_of_which_little_differs),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (alikes) + G_N_ELEMENTS (others)];
  size_t n = add_rows (tests, says_the_same, alikes, G_N_ELEMENTS (alikes), sizeof *alikes);

  memcpy (tests + n, others, sizeof others);

  return cmocka_run_group_tests_name ("review/rows-of-figures", tests, NULL, NULL);
}
