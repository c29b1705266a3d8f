/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include <scrutiny/error.h>

#include "io/dossier-json.h"

static ScrutinyDossier *
read_text (const char *text, GError **error)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  if (!dossier_json_read ("scrutiny.json", text, strlen (text), builder, NULL, NULL, error))
    return NULL;
  return scrutiny_dossier_builder_end (builder, error);
}

static char *
dup_written (ScrutinyDossier *dossier)
{
  g_autoptr (JsonValue) root = dossier_json_new (dossier);
  g_autoptr (GError) error = NULL;

  assert_true (json_place_restore (root, DOSSIER_JSON_NAME, dossier, &error));
  assert_null (error);
  return json_value_dup_compact (root);
}

#define HEAD "{\"schema\":\"scrutiny.dossier/1\",\"title\":\"T\",\"disclosure\":{\"threshold\":5},"
#define ONE(members) HEAD "\"indicators\":[{\"id\":\"a\",\"title\":\"A\"," members "}]}"
#define CHAIN(members) \
  ONE ("\"chain\":{\"claim\":\"done\",\"statements\":[{\"id\":\"done\",\"kind\":\"status\"," \
       "\"text\":\"Done\"},{\"id\":\"safer\",\"kind\":\"outcome\",\"text\":\"Safer\"," \
       "\"who\":\"children\",\"how_many\":\"about 400\",\"by_when\":\"2026\",\"measured_by\":" \
       "\"visits\",\"wrong_if\":\"more come back\"}]," members "}")

#define COUNTED(text) \
  ONE ("\"definitions\":[{\"kind\":\"share\",\"dated\":\"opened\",\"counted\":\"" text "\"}]")

/* What is read is written the same to the byte; in @written where it is another way of saying it.
 */
static const struct kept {
  const char *label;
  const char *text;
  const char *written;
} kept[] = {
  { "keeps nothing but a head", HEAD "\"indicators\":[]}", NULL },
  { "keeps texts",
    ONE ("\"area\":\"E1\",\"level\":\"Ward\",\"unit\":\"%\",\"purpose\":\"p\",\"owner\":\"o\","
         "\"source\":\"s\""),
    NULL },
  { "keeps claims in their places",
    ONE ("\"chosen\":{\"text\":\"Cabinet\",\"on\":\"2024-03-14\"},\"used\":{\"text\":\"no\","
         "\"said_by\":\"lead\"},\"targets\":[{\"text\":\"88\","
         "\"from\":\"2022-04\",\"until\":\"2024-03\"},{\"text\":\"90\",\"said_by\":\"Cabinet\","
         "\"source\":\"minute 62\",\"from\":\"2024-04\"}],\"polarity\":{\"text\":\"higher\"},"
         "\"claims\":[{\"about\":\"status\",\"text\":\"GREEN\"},{\"about\":\"choice\","
         "\"text\":\"Cabinet again\"}]"),
    NULL },
  { "keeps definitions and what they came from",
    ONE ("\"definitions\":[{\"text\":\"d\",\"numerator\":\"n\",\"denominator\":\"m\","
         "\"exclusions\":\"e\",\"version\":\"1\",\"from\":\"2022-04\",\"until\":\"2024-03\"},"
         "{\"text\":\"d2\",\"came_from\":{\"text\":\"d\"}}]"),
    NULL },
  { "keeps definitions as expressions",
    ONE ("\"definitions\":[{\"kind\":\"share\",\"records\":\"referrals\",\"of\":\"days IS NOT "
         "MISSING\",\"counted\":\"days <= 45\",\"measure\":\"days\",\"dated\":\"opened\","
         "\"segments\":\"ward, \\\"age band\\\"\",\"scale\":100,\"calendar\":\"month\","
         "\"holidays\":\"scotland\",\"limit\":45.5,\"key\":\"child\",\"demand\":\"kind\",\"cause\":"
         "\"why\",\"clock_start\":\"asked\",\"clock_stop\":"
         "\"settled\",\"clock_pauses\":\"none\",\"looks_back\":365},{\"text\":\"d\",\"kind\":"
         "\"percentile\","
         "\"measure\":\"days\",\"dated\":\"opened\",\"level\":90,\"came_from\":{\"text\":\"d\","
         "\"kind\":\"percentile\",\"measure\":\"days\",\"dated\":\"opened\",\"level\":80}}]"),
    NULL },
  { "keeps a rule with its claim",
    ONE ("\"colour_rule\":{\"text\":\"\\\"G\\\" when value >= 90; otherwise \\\"R\\\"\","
         "\"claim\":{\"said_by\":\"Cabinet\"}}"),
    NULL },
  { "keeps a rule of several lines",
    ONE ("\"colour_rule\":{\"text\":[\"from 2022-04: \\\"G\\\" when value >= 88; otherwise "
         "\\\"R\\\"\",\"from 2024-04: \\\"G\\\" when value >= 90; otherwise \\\"R\\\"\"]}"),
    NULL },
  { "keeps events, requests, responses and notes",
    HEAD
    "\"indicators\":[{\"id\":\"a\",\"title\":\"A\",\"events\":[{\"from\":\"2020-04\",\"until\":"
    "\"2020-06\",\"text\":\"lockdown\",\"source\":\"law\"}],\"notes\":[\"n\",\"n\"]}],"
    "\"events\":[{\"from\":\"2021-01\",\"text\":\"e\"}],\"requests\":[{\"what\":\"rows\","
    "\"of_whom\":\"lead\",\"by\":\"2025-06-12\",\"state\":\"open\"}],\"responses\":["
    "{\"finding_id\":\"trend.shift\",\"subject\":\"a\",\"text\":\"t\",\"said_by\":\"d\",\"on\":"
    "\"2025-06-01\"}],\"notes\":[\"said\"]}",
    NULL },
  { "keeps requests with their answers",
    HEAD
    "\"meeting\":\"2025-06-11\",\"indicators\":[{\"id\":\"a\",\"title\":\"A\"}],\"requests\":[{"
    "\"id\":\"r-1\",\"what\":\"rows\",\"of_whom\":\"lead\",\"asked_on\":\"2025-03-12\",\"by\":"
    "\"2025-06-12\",\"state\":\"received\",\"about\":[\"a\",\"b \\\"c\\\"\"],\"mine\":1}],"
    "\"responses\":[{\"request_id\":\"r-1\",\"text\":\"t\",\"said_by\":\"d\",\"on\":"
    "\"2025-06-01\",\"reference\":\"Annex B\"}]}",
    NULL },
  { "keeps tables as rows",
    ONE ("\"published\":[{\"period\":\"2024-04\",\"value\":0.1,\"status\":\"GREEN\"},"
         "{\"period\":\"2024-05\",\"value\":null,\"status\":\"\"}]"),
    NULL },
  { "keeps a recipe with its units",
    ONE ("\"recipe\":{\"unit\":\"council\",\"components\":[{\"component\":\"safe\",\"weight\":3,"
         "\"threshold\":5},{\"component\":\"site\",\"weight\":-1,\"threshold\":null}],\"scaling\":"
         "\"min-max\",\"published\":\"score\",\"units\":[{\"council\":\"a\",\"safe\":10,\"site\":0,"
         "\"score\":0.75}]}"),
    NULL },
  { "keeps a recipe whose units are elsewhere",
    ONE ("\"recipe\":{\"unit\":\"council\",\"components\":[{\"component\":\"safe\",\"weight\":3}],"
         "\"mine\":[1.50],\"units\":{\"resource\":\"scores\"}}"),
    NULL },
  { "keeps a chain",
    CHAIN ("\"reasons\":[{\"from\":\"done\",\"because\":\"safer\",\"mechanism\":\"m\",\"expected\":"
           "\"down\",\"wrong_if\":\"w\",\"author\":\"a "
           "member\",\"date\":\"2024\",\"lag\":6,\"evidence\":[{\"reference\":\"survey\",\"date\":"
           "\"2024\",\"kind\":\"k\",\"bearing\":"
           "\"contradicts\",\"grade\":\"g\"}]}],\"same_as\":[{\"statements\":[\"safer\",\"done\"],"
           "\"marked_by\":"
           "\"a member\"}]"),
    NULL },
  { "keeps what people say of a statement",
    ONE (
        "\"chain\":{\"claim\":\"d\",\"statements\":[{\"id\":\"d\",\"kind\":\"outcome\",\"text\":"
        "\"D\","
        "\"views\":[{\"party\":\"Neighbours\",\"way\":\"against\",\"words\":\"Full.\",\"on\":"
        "\"2024\","
        "\"source\":\"minute "
        "62\",\"mood\":[1.50]},{\"party\":\"Applicants\",\"way\":\"undecided\"}],"
        "\"harms\":[{\"group\":\"Tenants\",\"how\":\"rent\",\"measured_by\":\"rents\",\"said_by\":"
        "\"a "
        "member\",\"on\":\"2024\",\"z\":0.10},{\"group\":\"Others\"}],\"companions\":[{\"measure\":"
        "\"appeals\",\"why\":\"w\",\"said_by\":\"a "
        "member\",\"y\":null}]}],\"reasons\":[],\"same_as\":[]}"),
    NULL },
  { "keeps a claim that is another's reason",
    CHAIN ("\"reasons\":[{\"from\":\"safer\",\"because\":\"done\"}],\"same_as\":[]"), NULL },
  { "keeps labels and where they come from",
    HEAD
    "\"vocabularies\":[{\"id\":\"local\",\"title\":\"Ours\",\"source\":\"minute "
    "62\",\"labels\":[{\"id\":"
    "\"warm\",\"text\":\"Warm "
    "homes\",\"x\":1.50},{\"id\":\"heard\",\"text\":\"Heard\"}],\"y\":[]},{\"id\":"
    "\"none\",\"labels\":[]}],\"indicators\":[{\"id\":\"a\",\"title\":\"A\",\"chain\":{\"claim\":"
    "\"d\","
    "\"statements\":[{\"id\":\"d\",\"kind\":\"outcome\",\"text\":\"D\",\"labels\":[\"local.warm\","
    "\"ons.health\"]}],\"reasons\":[],\"same_as\":[]}}]}",
    NULL },
  { "takes the vocabularies of a lone chain",
    "{\"vocabularies\":[{\"id\":\"local\",\"labels\":[{\"id\":\"warm\",\"text\":\"Warm\"}]}],"
    "\"statements\":[{\"id\":"
    "\"d\",\"kind\":\"status\",\"text\":\"D\",\"labels\":[\"local.warm\"]}]}",
    "{\"schema\":\"scrutiny.dossier/"
    "1\",\"disclosure\":{\"threshold\":5},\"vocabularies\":[{\"id\":\"local\",\"labels\":["
    "{\"id\":\"warm\",\"text\":\"Warm\"}]}],\"indicators\":[{\"id\":"
    "\"d\",\"title\":\"D\",\"chain\":{\"claim\":\"d\",\"statements\":[{\"id\":\"d\",\"kind\":"
    "\"status\",\"text\":\"D\",\"labels\":[\"local.warm\"]}],\"reasons\":[],\"same_as\":[]}}]}" },
  { "keeps a reference it cannot follow",
    ONE ("\"series\":{\"resource\":\"monthly\",\"period\":\"month\",\"mine\":[1.50]}"), NULL },
  { "keeps what it does not understand, everywhere",
    HEAD
    "\"indicators\":[{\"id\":\"a\",\"title\":\"A\",\"targets\":[{\"text\":\"90\",\"x/y\":1e400},"
    "{\"text\":\"91\",\"~\":12345678901234567890}],\"chain\":{\"claim\":\"d\",\"statements\":["
    "{\"id\":\"d\",\"kind\":\"status\",\"text\":\"D\",\"mood\":null}],\"reasons\":[{\"from\":"
    "\"d\",\"because\":\"d\",\"evidence\":[{\"reference\":\"r\",\"bearing\":\"supports\",\"z\":"
    "{\"q\":[]}}],\"w\":0.10}],\"same_as\":[],\"v\":\"v\"},\"u\":{\"deep\":[{\"er\":true}]}}],"
    "\"t\":[1,2]}",
    NULL },
  { "keeps rounding beside the threshold",
    "{\"schema\":\"scrutiny.dossier/1\",\"disclosure\":{\"threshold\":10,\"rounding\":5},"
    "\"indicators\":[]}",
    NULL },
  { "takes a number for a text", ONE ("\"targets\":[{\"text\":90.0}]"),
    ONE ("\"targets\":[{\"text\":\"90.0\"}]") },
  { "takes null for nothing", ONE ("\"area\":null,\"events\":null,\"chain\":null,\"notes\":null"),
    HEAD "\"indicators\":[{\"id\":\"a\",\"title\":\"A\"}]}" },
  { "takes the id for a title", HEAD "\"indicators\":[{\"id\":\"a\"}]}",
    HEAD "\"indicators\":[{\"id\":\"a\",\"title\":\"a\"}]}" },
  { "reads a lone chain as an indicator",
    "{\"statements\":[{\"id\":\"d\",\"kind\":\"status\",\"text\":\"D\"}]}",
    "{\"schema\":\"scrutiny.dossier/1\",\"disclosure\":{\"threshold\":5},\"indicators\":[{\"id\":"
    "\"d\",\"title\":\"D\",\"chain\":{\"claim\":\"d\",\"statements\":[{\"id\":\"d\",\"kind\":"
    "\"status\",\"text\":\"D\"}],\"reasons\":[],\"same_as\":[]}}]}" },
};

static void
keeps_all (void **state)
{
  const struct kept *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = read_text (row->text, &error);
  g_autoptr (ScrutinyDossier) again = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  assert_null (error);
  once = dup_written (dossier);
  assert_string_equal (once, row->written ? row->written : row->text);
  again = read_text (once, &error);
  assert_null (error);
  twice = dup_written (again);
  assert_string_equal (once, twice);
}

static const struct refused {
  const char *label;
  const char *text;
  const char *holds;
} refused[] = {
  { "refuses a list", "[]", "scrutiny.json, line 1: an object { } belongs here, not a list [ ]" },
  { "refuses another schema", "{\"schema\":\"scrutiny.dossier/2\"}", "“scrutiny.dossier/2”" },
  { "refuses an indicator without id", "{\"indicators\":[\n{\"title\":\"A\"}]}",
    "scrutiny.json, line 2, /indicators/0: “id” is missing here; add it" },
  { "refuses an id twice", "{\"indicators\":[{\"id\":\"a\"},{\"id\":\"a\"}]}", "the same id, “a”" },
  { "refuses an indicator that is a text", "{\"indicators\":[\"a\"]}", "/indicators/0: an object" },
  { "refuses a title that is a list", "{\"title\":[]}", "/title: a text in double quotes" },
  { "refuses a claim without text", ONE ("\"targets\":[{\"from\":\"2024-04\"}]"),
    "/indicators/0/targets/0: “text” is missing" },
  { "refuses a date that is none", ONE ("\"targets\":[{\"text\":\"9\",\"from\":\"soon\"}]"),
    "/indicators/0/targets/0: “from”: “soon” is not a period" },
  { "refuses a recipe without components", ONE ("\"recipe\":{\"unit\":\"council\"}"),
    "/indicators/0/recipe: “components” is not there" },
  { "refuses a recipe that has no units' name", ONE ("\"recipe\":{\"components\":[]}"),
    "/indicators/0/recipe: “unit” is missing" },
  { "refuses components without weights",
    ONE ("\"recipe\":{\"unit\":\"council\",\"components\":[{\"component\":\"safe\"}]}"),
    "/indicators/0/recipe: Recipe: components have no “weight”" },
  { "refuses another scaling",
    ONE ("\"recipe\":{\"unit\":\"council\",\"scaling\":\"ranks\",\"components\":[{\"component\":"
         "\"safe\",\"weight\":1}]}"),
    "/indicators/0/recipe: Recipe: scaling “ranks” is not one of" },
  { "refuses a target among the claims", ONE ("\"claims\":[{\"about\":\"target\",\"text\":\"9\"}]"),
    "belongs under “targets”" },
  { "refuses a chooser among the claims",
    ONE ("\"claims\":[{\"about\":\"choice\",\"text\":\"9\"}]"), "belongs under “chosen”" },
  { "refuses a use among the claims", ONE ("\"claims\":[{\"about\":\"use\",\"text\":\"9\"}]"),
    "belongs under “used”" },
  { "refuses SQL in a definition", COUNTED ("1 = 1; ATTACH 'x' AS y"),
    "/indicators/0/definitions/0: counted, line 1, column 6: found “;”" },
  { "refuses a query in a definition", COUNTED ("days IN (SELECT 1)"),
    "/indicators/0/definitions/0: counted, line 1, column 10: found “SELECT”" },
  { "refuses a call of another function", COUNTED ("load_extension('x')"),
    "/indicators/0/definitions/0: counted, line 1, column 1: found “load_extension”; there is no" },
  { "refuses a definition that comes from SQL",
    ONE (
        "\"definitions\":[{\"text\":\"d\",\"came_from\":{\"kind\":\"count\",\"dated\":\"a--b\"}}]"),
    "/indicators/0/definitions/0/came_from: dated, line 1, column 2: found “--”" },
  { "refuses another kind of figure", ONE ("\"definitions\":[{\"kind\":\"ratio\"}]"),
    "/indicators/0/definitions/0: kind: “ratio” is no kind of figure" },
  { "refuses a definition that says nothing",
    ONE ("\"definitions\":[{\"counted\":\"days <= 45\"}]"), "“text”" },
  { "refuses a rule that is none", ONE ("\"colour_rule\":{\"text\":\"green is nice\"}"),
    "scrutiny.json, line 1, /indicators/0/colour_rule: " },
  { "refuses a threshold below nought", "{\"disclosure\":{\"threshold\":-1}}",
    "/disclosure/threshold: a whole number from 0 to 1000" },
  { "refuses a rounding below nought", "{\"disclosure\":{\"rounding\":-5}}",
    "/disclosure/rounding: a whole number from 0 to 1000" },
  { "refuses a rounding that is no whole number", "{\"disclosure\":{\"rounding\":2.5}}",
    "/disclosure/rounding: a whole number from 0 to 1000" },
  { "refuses a rounding to thousands", "{\"disclosure\":{\"rounding\":1001}}",
    "/disclosure/rounding: a whole number from 0 to 1000" },
  { "refuses a state that is none", "{\"requests\":[{\"what\":\"w\",\"state\":\"lost\"}]}",
    "/requests/0: " },
  { "refuses two requests of one id",
    "{\"requests\":[{\"id\":\"r\",\"what\":\"w\"},{\"id\":\"r\",\"what\":\"v\"}]}",
    "two requests have the id “r”" },
  { "refuses an answer to nothing", "{\"responses\":[{\"request_id\":\"r\",\"text\":\"t\"}]}",
    "no request “r”; there are none" },
  { "refuses an answer to nobody", "{\"responses\":[{\"text\":\"t\"}]}",
    "“finding_id” is missing" },
  { "refuses a request about a number", "{\"requests\":[{\"what\":\"w\",\"about\":[1]}]}",
    "/requests/0: “about” is a list of ids" },
  { "refuses a kind that is none",
    ONE ("\"chain\":{\"statements\":[{\"id\":\"a\",\"kind\":\"hope\",\"text\":\"t\"}]}"),
    "“hope” is not a kind of statement; there are status, indicator, activity" },
  { "refuses a label that is none",
    ONE ("\"chain\":{\"statements\":[{\"id\":\"a\",\"kind\":\"output\",\"text\":\"t\",\"labels\":["
         "\"ecm.be-happy\"]}]}"),
    "/indicators/0/chain: Label 1, “a”: the label “ecm.be-happy” is not in its vocabulary" },
  { "refuses labels that are no texts",
    ONE ("\"chain\":{\"statements\":[{\"id\":\"a\",\"kind\":\"output\",\"text\":\"t\",\"labels\":["
         "1]}]}"),
    "“labels” are texts" },
  { "refuses a vocabulary of the library's id",
    "{\"vocabularies\":[{\"id\":\"ons\",\"labels\":[]}]}",
    "/vocabularies/0: Vocabulary “ons”: the library has one of this id" },
  { "refuses a view of nobody",
    ONE ("\"chain\":{\"statements\":[{\"id\":\"a\",\"kind\":\"output\",\"text\":\"t\",\"views\":["
         "{\"way\":\"for\"}]}]}"),
    "/indicators/0/chain/statements/0/views/0: “party” is missing" },
  { "refuses a way that is none",
    ONE ("\"chain\":{\"statements\":[{\"id\":\"a\",\"kind\":\"output\",\"text\":\"t\",\"views\":["
         "{\"party\":\"p\",\"way\":\"good\"}]}]}"),
    "/statements/0/views/0: View, way: “good” is not one of for, against, higher, lower, "
    "undecided" },
  { "refuses a reason nobody stated", CHAIN ("\"reasons\":[{\"from\":\"done\",\"because\":\"b\"}]"),
    "/indicators/0/chain: " },
  { "refuses a reason nobody stated by its line",
    "{\"statements\":[{\"id\":\"d\",\"kind\":\"status\",\"text\":\"D\"}],\n\"reasons\":[\n"
    "{\"from\":\"d\",\"because\":\"d\",\n\"evidence\":[{\"reference\":\"r\"}]},\n"
    "{\"from\":\"d\",\"because\":\"😀\"}]}",
    "scrutiny.json, line 5: Reason 3: no statement “😀”; there are “d”" },
  { "refuses a mark on itself by its line",
    "{\"statements\":[{\"id\":\"d\",\"kind\":\"status\",\"text\":\"D\"}],\n\"same_as\":[\n"
    "{\"statements\":[\"d\",\"d\"]}]}",
    "scrutiny.json, line 3: Same-as mark 1, “d”" },
  { "refuses two indicators with one id",
    "{\"indicators\":[{\"id\":\"tŷ\",\"title\":\"A\"},{\"id\":\"b\"},{\"id\":\"tŷ\"}]}",
    "Indicator 3, “tŷ”: “A” has the same id, “tŷ”; give each its own" },
  { "refuses a reason twice",
    CHAIN ("\"reasons\":[{\"from\":\"done\",\"because\":\"safer\"},"
           "{\"from\":\"done\",\"because\":\"safer\"}]"),
    "stands twice" },
  { "refuses a lag that is half",
    CHAIN ("\"reasons\":[{\"from\":\"done\",\"because\":\"safer\","
           "\"lag\":0.5}]"),
    "/reasons/0/lag: a whole number" },
  { "refuses a claim nobody stated", ONE ("\"chain\":{\"claim\":\"x\",\"statements\":[]}"),
    "/indicators/0/chain: Claim 1: no statement “x”; nothing was stated" },
  { "refuses one that is the same as nothing", CHAIN ("\"same_as\":[{\"statements\":[\"done\"]}]"),
    "names the two that say the same" },
  { "refuses a cell that is a list", ONE ("\"published\":[{\"value\":[]}]"),
    "/indicators/0/published/0/value: " },
  { "refuses a cell too large", ONE ("\"published\":[{\"value\":1e400}]"), "too large" },
  { "refuses a series that is a list", ONE ("\"series\":[]"), "/indicators/0/series: an object" },
  { "shows no control character of the file",
    "{\"indicators\":[{\"id\":\"a\",\"targets\":[{\"text\":"
    "\"9\",\"from\":\"\\u001b[31m\"}]}]}",
    "\xef\xbf\xbd[31m" },
};

static void
refuses_with_place (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = read_text (row->text, &error);

  assert_null (dossier);
  assert_int_equal (error->domain, SCRUTINY_ERROR);
  if (!strstr (error->message, row->holds))
    print_error ("%s\n", error->message);
  assert_non_null (strstr (error->message, row->holds));
}

static struct CMUnitTest
row_test (const char *label, CMUnitTestFunction function, const void *row)
{
  return (struct CMUnitTest){ .name = label, .test_func = function, .initial_state = (void *) row };
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (kept) + G_N_ELEMENTS (refused)];
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    tests[n++] = row_test (kept[i].label, keeps_all, &kept[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    tests[n++] = row_test (refused[i].label, refuses_with_place, &refused[i]);

  return cmocka_run_group_tests_name ("io/dossier-json", tests, NULL, NULL);
}
