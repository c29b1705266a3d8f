/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <glib/gstdio.h>

#include <scrutiny/error.h>
#include <scrutiny/write.h>

#include "indicator/dossier-private.h"
#include "io/dossier-folder.h"
#include "io/dossier-json.h"
#include "support/near.h"

static int
make_folder (void **state)
{
  *state = g_dir_make_tmp ("scrutiny-XXXXXX", NULL);
  return *state ? 0 : 1;
}

static int
remove_folder (void **state)
{
  const char *const args[] = { "/bin/rm", "-rf", *state, NULL };

  g_spawn_sync (NULL, (char **) args, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (*state);
  return 0;
}

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0700);
  assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
get (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static ScrutinyDossier *
open_folder (const char *path, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  if (!dossier_folder_read (folder, NULL, builder, NULL, error))
    return NULL;
  return scrutiny_dossier_builder_end (builder, error);
}

static void
save (ScrutinyDossier *dossier, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  assert_true (scrutiny_write (dossier, folder, NULL, &error));
  assert_null (error);
}

#define PACKAGE(resources) "{\"resources\":[" resources "]}"
#define FIGURES "{\"name\":\"f\",\"path\":\"f.csv\"}"
#define SERIES(reference) \
  "{\"indicators\":[{\"id\":\"a\",\"series\":{\"resource\":\"f\"" reference "}}]}"

/* A table, how it is referred to, and the series that makes. */
static const struct read {
  const char *label;
  const char *resource;
  const char *csv;
  const char *reference;
  const char *series; /* period value state numerator/denominator low..high */
  const char *note;   /* of the indicator; NULL: none */
} known[] = {
  { "reads columns called as their roles", FIGURES, "period,value\n2024-04,1.5\n2024-05,2\n", "",
    "2024-04 1.5 observed; 2024-05 2 observed; ", NULL },
  { "reads columns it is told", FIGURES, "month,met,all\n2024-04,9,10\n",
    ",\"period\":\"month\",\"numerator\":\"met\",\"denominator\":\"all\"",
    "2024-04 90 observed 9/10; ", NULL },
  { "takes another scale", FIGURES, "period,numerator,denominator\n2024,1,4\n", ",\"scale\":1000",
    "2024 250 observed 1/4; ", NULL },
  { "leaves counts alone when told", FIGURES, "period,value,numerator,denominator\n2024,7,1,4\n",
    ",\"counts\":false", "2024 7 observed; ", NULL },
  { "picks the rows of the indicator", FIGURES,
    "indicator,period,value\na,2024-04,1\nb,2024-04,2\na,2024-05,3\n", "",
    "2024-04 1 observed; 2024-05 3 observed; ", NULL },
  { "picks the rows it is told", FIGURES,
    "area,sex,period,value\nX,F,2024,1\nX,M,2024,2\nY,M,2024,3\n",
    ",\"where\":{\"area\":\"X\",\"sex\":\"M\"}", "2024 2 observed; ", NULL },
  { "puts rows in the order of time and knows gaps", FIGURES,
    "period,value\n2024-06,3\n\n2024-04,1\n", "", "2024-04 1 observed; 2024-06 3 observed; ",
    NULL },
  { "follows the calendar it is told", FIGURES, "period,value\n2023/24,3\n",
    ",\"calendar\":\"academic-year\"", "2023/24 academic 3 observed; ", NULL },
  { "reads what is withheld with its bounds", FIGURES, "period,value\n2024-04,<5\n2024-05,n/a\n",
    "", "2024-04 suppressed 0..4; 2024-05 missing; ", NULL },
  { "bounds a share by what is withheld", FIGURES, "period,numerator,denominator\n2024-04,<5,50\n",
    "", "2024-04 suppressed nan/50 0..8; ", NULL },
  { "honours texts that mean missing",
    "{\"name\":\"f\",\"path\":\"f.csv\",\"schema\":{\"missingValues\":[\"-99\",\"\"]}}",
    "period,value\n2024-04,-99\n2024-05,\n", "", "2024-04 missing; 2024-05 missing; ", NULL },
  { "reads states beside the figure", FIGURES,
    "period,value,state,low,high\n2024-04,1,provisional,,\n2024-05,,suppressed,2,3\n2024-06,1,"
    "missing,,\n",
    "", "2024-04 1 provisional; 2024-05 suppressed 2..3; 2024-06 missing; ", NULL },
  { "makes a gap and a note of what is no number", FIGURES, "period,value\n2024-04,lots\n", "",
    "2024-04 missing; ", "f.csv, row 2, column “value”: “lots” is not a number" },
  { "makes a gap and a note of a count below nought", FIGURES,
    "period,numerator,denominator\n2024-04,-1,10\n", "", "2024-04 missing nan/nan; ",
    "f.csv, row 2: a count below 0" },
  { "keeps a part above its whole, and says so", FIGURES,
    "period,numerator,denominator\n2024-04,30,29\n", "", NULL, "the numerator is above" },
  { "keeps figures above a hundred and below nought", FIGURES, "period,value\n2024,104%\n2025,-3\n",
    "", "2024 104 observed; 2025 -3 observed; ", NULL },
  { "reads a table without a header",
    "{\"name\":\"f\",\"path\":\"f.csv\",\"dialect\":{\"header\":false},\"schema\":{\"fields\":[{"
    "\"name\":\"period\"},{\"name\":\"value\"}]}}",
    "2024-04,1\n2024-05,2\n", "", "2024-04 1 observed; 2024-05 2 observed; ", NULL },
  { "reads another delimiter",
    "{\"name\":\"f\",\"path\":\"f.csv\",\"dialect\":{\"delimiter\":\";\"}}",
    "period;value\n2024-04;1\n2024-05;2\n", "", "2024-04 1 observed; 2024-05 2 observed; ",
    "separated by semicolons" },
};

static void
append_number (GString *out, const char *before, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "%s%s", before, g_ascii_formatd (text, sizeof text, "%g", value));
}

static char *
dup_series (ScrutinySeries *series)
{
  GString *out = g_string_new (NULL);
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);

  for (gsize i = 0; i < scrutiny_series_get_n_values (series); i++) {
    g_autofree char *period = scrutiny_timeline_dup_text (timeline, i);
    double low, high;

    g_string_append (out, period);
    if (!isnan (scrutiny_series_get_value (series, i)))
      append_number (out, " ", scrutiny_series_get_value (series, i));
    g_string_append_printf (out, " %s", scrutiny_series_get_state (series, i));
    if (scrutiny_series_has_counts (series)) {
      append_number (out, " ", scrutiny_series_get_numerators (series, NULL)[i]);
      append_number (out, "/", scrutiny_series_get_denominators (series, NULL)[i]);
    }
    if (scrutiny_series_get_bounds (series, i, &low, &high)) {
      append_number (out, " ", low);
      append_number (out, "..", high);
    }
    g_string_append (out, "; ");
  }

  return g_string_free (out, FALSE);
}

/* What the reader says of a table is saved, and not said again. */
static void
keeps_its_notes (const char *folder, ScrutinyDossier *dossier, guint n_notes)
{
  g_autofree char *saved = g_build_filename (folder, "saved", NULL);
  g_autoptr (ScrutinyDossier) again = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  save (dossier, saved);
  again = open_folder (saved, NULL);
  assert_non_null (again);
  notes = scrutiny_indicator_dup_notes (scrutiny_dossier_get_indicator (again, 0));
  assert_int_equal (notes->len, n_notes);
}

static void
reads_series (const char *folder, const struct read *row)
{
  g_autofree char *package = g_strdup_printf ("{\"resources\":[%s]}", row->resource);
  g_autofree char *scrutiny = g_strdup_printf (SERIES ("%s"), row->reference);
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *series = NULL;
  ScrutinyIndicator *indicator;

  put (folder, "datapackage.json", package);
  put (folder, "scrutiny.json", scrutiny);
  put (folder, "f.csv", row->csv);
  dossier = open_folder (folder, &error);
  if (error)
    print_error ("%s: %s\n", row->label, error->message);
  assert_non_null (dossier);

  indicator = scrutiny_dossier_get_indicator (dossier, 0);
  series = dup_series (scrutiny_indicator_get_series (indicator));
  if (row->series)
    assert_string_equal (series, row->series);
  notes = scrutiny_indicator_dup_notes (indicator);
  if (notes->len > 0 && !row->note)
    print_error ("%s: %s\n", row->label, (char *) notes->pdata[0]);
  assert_int_equal (notes->len > 0, row->note != NULL);
  if (row->note)
    assert_non_null (strstr (notes->pdata[0], row->note));
  keeps_its_notes (folder, dossier, notes->len);
}

static void
reads_every_series (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    reads_series (*state, &known[i]);
}

static const struct refused {
  const char *label;
  const char *package; /* NULL: no such file */
  const char *scrutiny;
  const char *csv;
  const char *holds;
} refused[] = {
  { "no package", NULL, NULL, "a,b\n1,2\n",
    "without datapackage.json is no dossier; to read its table, give f.csv itself" },
  { "no package and no table", NULL, NULL, NULL, "give one table, or write that file" },
  { "a package that is a list", "[]", NULL, NULL, "datapackage.json, line 1" },
  { "a path that leads out", PACKAGE ("{\"name\":\"f\",\"path\":\"../../etc/passwd\"}"), NULL, NULL,
    "datapackage.json: the resource path “../../etc/passwd” leads out of the folder" },
  { "a path that is an address",
    PACKAGE ("{\"name\":\"f\",\"path\":\"https://example.org/f.csv\"}"), NULL, NULL,
    "nothing is fetched" },
  { "a table in two files", PACKAGE ("{\"name\":\"f\",\"path\":[\"a.csv\",\"b.csv\"]}"), NULL, NULL,
    "/resources/0: a table in several files" },
  { "a table that is not there", PACKAGE (FIGURES), SERIES (""), NULL, "f.csv: not in the folder" },
  { "a resource nobody lists", PACKAGE (FIGURES),
    "{\"indicators\":[{\"id\":\"a\",\"series\":{\"resource\":\"g\"}}]}", "period,value\n",
    "has no resource “g”; there are “f”" },
  { "a column that is not there", PACKAGE (FIGURES), SERIES (",\"value\":\"Actual\""),
    "period,value\n2024,1\n", "f.csv has no column “Actual”; there are “period”, “value”" },
  { "no column of periods", PACKAGE (FIGURES), SERIES (""), "month,value\n2024-04,1\n",
    "has no column “period”" },
  { "half of the counts", PACKAGE (FIGURES), SERIES (""), "period,numerator\n2024-04,1\n",
    "has no column “denominator”" },
  { "a period twice", PACKAGE (FIGURES), SERIES (""), "period,value\n2024-04,1\n2024-04,2\n",
    "f.csv, row 3, column “period”: “2024-04” is there already, in row 2" },
  { "a period that is none", PACKAGE (FIGURES), SERIES (""), "period,value\n2024-04,1\nsoon,2\n",
    "f.csv, row 3, column “period”: “soon” is not a period" },
  { "an empty table", PACKAGE (FIGURES), SERIES (""), "\n\n", "f.csv" },
  { "a header that is missing", PACKAGE ("{\"path\":\"f.csv\",\"dialect\":{\"header\":false}}"),
    NULL, "1,2\n", "needs the names of its columns" },
  { "a calendar that is none", PACKAGE (FIGURES), SERIES (",\"calendar\":\"moon\""),
    "period,value\n2024,1\n", "“moon” is not a calendar" },
};

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_unlink (path);
}

static void
refuses_every_fault (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    const struct refused *row = &refused[i];
    const char *const files[][2] = { { "datapackage.json", row->package },
                                     { "scrutiny.json", row->scrutiny },
                                     { "f.csv", row->csv } };
    g_autoptr (GError) error = NULL;

    for (gsize k = 0; k < G_N_ELEMENTS (files); k++) {
      if (files[k][1])
        put (*state, files[k][0], files[k][1]);
      else
        remove_file (*state, files[k][0]);
    }
    assert_null (open_folder (*state, &error));
    if (!strstr (error->message, row->holds))
      print_error ("%s: %s\n", row->label, error->message);
    assert_non_null (strstr (error->message, row->holds));
  }
}

static void
refuses_links_out (void **state)
{
  g_autofree char *link = g_build_filename (*state, "f.csv", NULL);
  g_autoptr (GError) error = NULL;

  put (*state, "datapackage.json", PACKAGE (FIGURES));
  assert_int_equal (symlink ("/etc/passwd", link), 0);
  assert_null (open_folder (*state, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
  assert_non_null (strstr (error->message, "f.csv: a link that leads out"));
}

static void
assert_same_indicators (ScrutinyDossier *a, ScrutinyDossier *b)
{
  assert_int_equal (scrutiny_dossier_get_n_indicators (a), scrutiny_dossier_get_n_indicators (b));
  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (a); i++) {
    ScrutinySeries *one = scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (a, i));
    ScrutinySeries *other = scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (b, i));

    assert_int_equal (one != NULL, other != NULL);
    assert_true (!one || scrutiny_series_equal (one, other));
  }
}

/* What was kept without being understood, each under its place. */
static void
assert_same_kept (ScrutinyDossier *a, ScrutinyDossier *b)
{
  GPtrArray *places = scrutiny_dossier_get_unknown_pointers (a);
  GPtrArray *paths = scrutiny_dossier_get_resource_paths (a);

  assert_int_equal (places->len, scrutiny_dossier_get_unknown_pointers (b)->len);
  assert_int_equal (paths->len, scrutiny_dossier_get_resource_paths (b)->len);
  for (guint i = 0; i < places->len; i++) {
    const char *one = scrutiny_dossier_get_unknown (a, places->pdata[i]);
    const char *other = scrutiny_dossier_get_unknown (b, places->pdata[i]);
    g_autoptr (JsonValue) first = json_value_parse ("a", one, strlen (one), NULL);
    g_autoptr (JsonValue) second =
        other ? json_value_parse ("b", other, strlen (other), NULL) : NULL;

    assert_true (first && second && json_value_equal (first, second));
  }
  for (guint i = 0; i < paths->len; i++)
    assert_true (g_bytes_equal (scrutiny_dossier_get_resource (a, paths->pdata[i]),
                                scrutiny_dossier_get_resource (b, paths->pdata[i])));
}

static void
assert_same (ScrutinyDossier *a, ScrutinyDossier *b)
{
  g_autoptr (JsonValue) one = dossier_json_new (a);
  g_autoptr (JsonValue) other = dossier_json_new (b);

  assert_true (json_value_equal (one, other));
  assert_same_indicators (a, b);
  assert_same_kept (a, b);
}

/* The project's own dossiers come back whole. */
static void
survives_with_all_its_records (void **state)
{
  static const char *const dossiers[] = { "ashcombe-claim", "../../examples/data/road-safety" };
  const char *fixtures = g_getenv ("SCRUTINY_FIXTURES");

  for (gsize i = 0; i < G_N_ELEMENTS (dossiers); i++) {
    g_autofree char *path = g_build_filename (fixtures ? fixtures : ".", dossiers[i], NULL);
    g_autofree char *copy = g_build_filename (*state, i ? "b" : "a", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyDossier) one = open_folder (path, &error);
    g_autoptr (ScrutinyDossier) two = NULL;

    if (error)
      print_error ("%s: %s\n", dossiers[i], error->message);
    assert_non_null (one);
    save (one, copy);
    two = open_folder (copy, &error);
    assert_non_null (two);
    assert_same (one, two);
  }
}

/* 192 months, of which the first had 1687 drivers (R's Seatbelts). */
static void
reads_the_example (void **state)
{
  const char *fixtures = g_getenv ("SCRUTINY_FIXTURES");
  g_autofree char *path =
      g_build_filename (fixtures ? fixtures : ".", "../../examples/data/road-safety", NULL);
  g_autoptr (ScrutinyDossier) dossier = open_folder (path, NULL);
  g_autoptr (GPtrArray) events = NULL;
  ScrutinyIndicator *drivers;
  ScrutinySeries *series;

  assert_non_null (dossier);
  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), 4);
  drivers = scrutiny_dossier_find_indicator (dossier, "drivers", NULL);
  series = scrutiny_indicator_get_series (drivers);
  assert_int_equal (scrutiny_series_get_n_values (series), 192);
  assert_near (scrutiny_series_get_value (series, 0), 1687, 0);
  assert_int_equal (scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (series)),
                    SCRUTINY_CALENDAR_MONTH);
  assert_non_null (scrutiny_indicator_get_colour_rule (drivers));
  assert_int_equal (scrutiny_chain_get_n_statements (scrutiny_indicator_get_chain (drivers)), 3);
  events = scrutiny_dossier_dup_events (dossier);
  assert_int_equal (events->len, 1);
}

/* Rows inside scrutiny.json or in a table: what was published, in numbers and as written. */
static const struct published {
  const char *label;
  const char *reference; /* of scrutiny.json */
  const char *csv;
  double value;
  const char *text;
} published[] = {
  { "a number here", "[{\"period\":\"2024\",\"value\":90.20}]", NULL, 90.2, "90.20" },
  { "a text here", "[{\"period\":\"2024\",\"value\":\"90.2%\"}]", NULL, 90.2, "90.2%" },
  { "a number and its text here", "[{\"value\":90.2,\"value_text\":\"90.2 (p)\"}]", NULL, 90.2,
    "90.2 (p)" },
  { "no number here", "[{\"value\":\"n/a\"}]", NULL, NAN, "n/a" },
  { "nothing here", "[{\"period\":\"2024\",\"value\":null}]", NULL, NAN, "" },
  { "a number in a table", "{\"resource\":\"f\"}", "period,value\n2024,90.20\n", 90.2, "90.20" },
  { "a share in a table", "{\"resource\":\"f\"}", "period,value\n2024,90.2%*\n", 90.2, "90.2%*" },
  { "no number in a table", "{\"resource\":\"f\"}", "period,value\n2024,<5\n", NAN, "<5" },
  { "under another name", "{\"resource\":\"f\",\"columns\":{\"value\":\"Actual\"}}",
    "When,Actual\n2024,£7\n", 7, "£7" },
};

static void
check_published (const char *label, const struct published *row, ScrutinyDossier *dossier)
{
  ScrutinyTable *table =
      scrutiny_indicator_get_published (scrutiny_dossier_get_indicator (dossier, 0));

  assert_near (scrutiny_table_get_doubles (table, "value", NULL)[0], row->value, 0);
  if (strcmp (scrutiny_table_get_texts (table, "value_text")[0], row->text) != 0)
    print_error ("%s\n", label);
  assert_string_equal (scrutiny_table_get_texts (table, "value_text")[0], row->text);
}

static void
keeps_what_was_published_as_written (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++) {
    const struct published *row = &published[i];
    g_autofree char *scrutiny =
        g_strdup_printf ("{\"indicators\":[{\"id\":\"a\",\"published\":%s}]}", row->reference);
    g_autofree char *saved = g_strdup_printf ("%s/saved-%zu", (char *) *state, i);
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyDossier) one = NULL;
    g_autoptr (ScrutinyDossier) two = NULL;

    put (*state, "datapackage.json", PACKAGE (FIGURES));
    put (*state, "scrutiny.json", scrutiny);
    put (*state, "f.csv", row->csv ? row->csv : "a\n");
    one = open_folder (*state, &error);
    if (error)
      print_error ("%s: %s\n", row->label, error->message);
    assert_non_null (one);
    check_published (row->label, row, one);
    save (one, saved);
    two = open_folder (saved, NULL);
    assert_non_null (two);
    check_published (row->label, row, two);
  }
}

/* Of a score: its units are a table of the folder. */
static void
reads_units_of_a_recipe (void **state)
{
  g_autofree char *saved = g_strdup_printf ("%s/saved", (char *) *state);
  g_autoptr (ScrutinyDossier) one = NULL;
  g_autoptr (ScrutinyDossier) two = NULL;

  put (*state, "datapackage.json", PACKAGE (FIGURES));
  put (*state, "scrutiny.json",
       "{\"indicators\":[{\"id\":\"a\",\"recipe\":{\"unit\":\"council\",\"components\":[{"
       "\"component\":"
       "\"safe\",\"weight\":1}],\"units\":{\"resource\":\"f\"}}}]}");
  put (*state, "f.csv", "council,safe\nAshcombe,7.5\n");
  one = open_folder (*state, NULL);
  assert_non_null (one);
  save (one, saved);
  two = open_folder (saved, NULL);
  assert_non_null (two);
  for (guint i = 0; i < 2; i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (i ? two : one, 0);
    ScrutinyTable *units = scrutiny_recipe_get_units (scrutiny_indicator_get_recipe (indicator));

    assert_string_equal (scrutiny_table_get_texts (units, "council")[0], "Ashcombe");
    assert_near (scrutiny_table_get_doubles (units, "safe", NULL)[0], 7.5, 0);
    assert_null (scrutiny_indicator_get_published (indicator));
  }
}

/* Saved and opened again it is the same, and saving that gives the same bytes. */
static void
survives_a_save (void **state)
{
  static const char *const csv = "\xef\xbb\xbfperiod,value,=1+1\r\n2024-04,1,@x\r\n";
  g_autofree char *second = g_build_filename (*state, "second", NULL);
  g_autofree char *third = g_build_filename (*state, "third", NULL);
  g_autoptr (ScrutinyDossier) one = NULL;
  g_autoptr (ScrutinyDossier) two = NULL;

  put (*state, "datapackage.json",
       "{\"name\":\"n\",\"licences\":[0.10],\"resources\":[" FIGURES
       ",{\"name\":\"other\",\"path\":"
       "\"deep/other.bin\",\"mine\":true},{\"name\":\"inline\",\"data\":[1]}]}");
  put (*state, "scrutiny.json",
       "{\"indicators\":[{\"id\":\"a\",\"series\":{\"resource\":\"f\",\"x\":1e400},\"mine\":1}]}");
  put (*state, "f.csv", csv);
  put (*state, "deep/other.bin", "\x01\xff");
  one = open_folder (*state, NULL);
  assert_non_null (one);
  save (one, second);
  two = open_folder (second, NULL);
  assert_non_null (two);
  assert_same_indicators (one, two);
  save (two, third);

  {
    static const char *const names[] = { "datapackage.json", "scrutiny.json", "f.csv",
                                         "deep/other.bin" };

    for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
      g_autofree char *a = get (second, names[i]);
      g_autofree char *b = get (third, names[i]);

      assert_string_equal (a, b);
    }
  }
  {
    g_autofree char *kept = get (third, "f.csv");
    g_autofree char *package = get (third, "datapackage.json");
    g_autofree char *scrutiny = get (third, "scrutiny.json");

    assert_string_equal (kept, csv);
    assert_non_null (strstr (package, "0.10"));
    assert_non_null (strstr (package, "\"mine\": true"));
    assert_non_null (strstr (package, "\"inline\""));
    assert_non_null (strstr (scrutiny, "1e400"));
    assert_non_null (strstr (scrutiny, "\"mine\": 1"));
  }
}

/* Series that come from nowhere are written as one table, whatever they hold. */
static void
saves_series_of_its_own (void **state)
{
  const double counts[] = { 1, NAN, 3 };
  const double totals[] = { 10, 20, 30 };
  const double values[] = { 0.1, -1e-300, NAN };
  const char *const states[] = { "provisional", "revised", "suppressed", NULL };
  const char *const periods[] = { "2019..2021 rolling", "2020..2022 rolling", "2022..2024 rolling",
                                  NULL };
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2024-04", 3, NULL);
  g_autoptr (ScrutinyTimeline) rolling = scrutiny_timeline_new_from_texts (periods, NULL);
  g_autoptr (ScrutinySeries) ratio =
      scrutiny_series_new_ratio (months, counts, 3, totals, 3, 1000, NULL);
  g_autoptr (ScrutinySeries) plain = scrutiny_series_new (rolling, values, 3, NULL);
  g_autoptr (ScrutinySeries) stated = scrutiny_series_copy_with_states (plain, states, NULL);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) one = NULL;
  g_autoptr (ScrutinyDossier) two = NULL;
  g_autoptr (GError) error = NULL;

  assert_non_null (ratio);
  assert_non_null (stated);
  scrutiny_dossier_builder_add_indicator (builder, "=a, \"b\"\n", "A");
  scrutiny_dossier_builder_set_series (builder, "=a, \"b\"\n", ratio);
  scrutiny_dossier_builder_add_indicator (builder, "b", "<script>");
  scrutiny_dossier_builder_set_series (builder, "b", stated);
  scrutiny_dossier_builder_add_indicator (builder, "c", "none");
  one = scrutiny_dossier_builder_end (builder, &error);
  assert_non_null (one);
  save (one, *state);
  two = open_folder (*state, &error);
  if (error)
    print_error ("%s\n", error->message);
  assert_non_null (two);
  assert_same_indicators (one, two);
}

static void
writes_nothing_outside_the_folder (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autofree char *inner = g_build_filename (*state, "inner", NULL);
  g_autofree char *outer = g_build_filename (*state, "x.csv", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (inner);
  g_autoptr (GError) error = NULL;

  scrutiny_dossier_builder_set_resource (builder, "../x.csv", bytes);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  assert_false (scrutiny_write (dossier, folder, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
  assert_false (g_file_test (outer, G_FILE_TEST_EXISTS));
}

/* A link where a file is to be is replaced, and what it points at is left alone. */
static void
replaces_links_and_leaves_other_files (void **state)
{
  g_autofree char *target = g_build_filename (*state, "target", NULL);
  g_autofree char *inner = g_build_filename (*state, "inner", NULL);
  g_autofree char *link = g_build_filename (inner, "scrutiny.json", NULL);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);
  g_autofree char *left = NULL;
  g_autofree char *other = NULL;

  put (*state, "target", "mine");
  put (inner, "notes.txt", "yours");
  assert_int_equal (symlink (target, link), 0);
  save (dossier, inner);
  left = get (*state, "target");
  other = get (inner, "notes.txt");
  assert_string_equal (left, "mine");
  assert_string_equal (other, "yours");
  assert_false (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

/* The counts of the agenda item: 322 of 357 in the last quarter. */
static void
reads_the_claim_about_assessments (void **state)
{
  const char *fixtures = g_getenv ("SCRUTINY_FIXTURES");
  g_autofree char *path = g_build_filename (fixtures ? fixtures : ".", "ashcombe-claim", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = open_folder (path, &error);
  ScrutinySeries *quarters, *months;
  gsize n;

  (void) state;
  if (error)
    print_error ("%s\n", error->message);
  assert_non_null (dossier);
  months = scrutiny_indicator_get_series (
      scrutiny_dossier_find_indicator (dossier, "assessed-soon", NULL));
  quarters = scrutiny_indicator_get_series (
      scrutiny_dossier_find_indicator (dossier, "assessed-soon-quarterly", NULL));
  assert_int_equal (scrutiny_series_get_n_values (months), 24);
  assert_int_equal (scrutiny_series_get_n_values (quarters), 8);
  assert_near (scrutiny_series_get_numerators (quarters, &n)[7], 322, 0);
  assert_near (scrutiny_series_get_denominators (quarters, &n)[7], 357, 0);
  for (gsize q = 0; q < 8; q++) {
    const double *counts = scrutiny_series_get_numerators (months, &n) + 3 * q;

    assert_near (counts[0] + counts[1] + counts[2],
                 scrutiny_series_get_numerators (quarters, &n)[q], 0);
  }
}

int
main (void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown (test, make_folder, remove_folder)
  const struct CMUnitTest tests[] = {
    IN_FOLDER (reads_every_series),
    IN_FOLDER (refuses_every_fault),
    IN_FOLDER (refuses_links_out),
    IN_FOLDER (survives_a_save),
    IN_FOLDER (survives_with_all_its_records),
    IN_FOLDER (keeps_what_was_published_as_written),
    IN_FOLDER (reads_units_of_a_recipe),
    cmocka_unit_test (reads_the_example),
    IN_FOLDER (saves_series_of_its_own),
    IN_FOLDER (writes_nothing_outside_the_folder),
    IN_FOLDER (replaces_links_and_leaves_other_files),
    cmocka_unit_test (reads_the_claim_about_assessments),
  };

  return cmocka_run_group_tests_name ("io/dossier-folder", tests, NULL, NULL);
}
