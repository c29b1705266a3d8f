/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include <scrutiny/error.h>

#include "io/json.h"

/* What is read, and what writing it compactly gives; NULL: the same. */
static const struct kept {
  const char *label;
  const char *text;
  const char *compact;
} kept[] = {
  { "keeps the digits of 0.1", "[0.1,0.10,1e400,-0,-0.0,1E+2]", NULL },
  { "keeps an integer of twenty digits", "[12345678901234567890]", NULL },
  { "keeps the order of members", "{\"b\":1,\"a\":{\"z\":null,\"y\":[true,false]}}", NULL },
  { "keeps an empty key and empty containers", "{\"\":\"\",\"a\":{},\"b\":[]}", NULL },
  { "passes over white space", " {\t\"a\" :\r\n[ 1 , 2 ] } \n", "{\"a\":[1,2]}" },
  { "passes over a byte order mark", "\xef\xbb\xbf[1]", "[1]" },
  { "reads a value that is no container", "\"a\"", NULL },
  { "reads every escape", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"",
    "\"\\\"\\\\/\\b\\f\\n\\r\\tA\"" },
  { "reads two units as one character", "\"\\ud83d\\ude00\"", "\"\xf0\x9f\x98\x80\"" },
  { "keeps characters beyond ASCII", "\"\xc2\xa3 \xe2\x80\x9cGREEN\xe2\x80\x9d\"", NULL },
};

static void
keeps_what_it_reads (void **state)
{
  const struct kept *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonValue) value = json_value_parse ("a.json", row->text, strlen (row->text), &error);
  g_autoptr (JsonValue) again = NULL;
  g_autofree char *compact = NULL;
  g_autofree char *pretty = NULL;

  assert_null (error);
  compact = json_value_dup_compact (value);
  assert_string_equal (compact, row->compact ? row->compact : row->text);

  pretty = json_value_dup_pretty (value);
  again = json_value_parse ("a.json", pretty, strlen (pretty), &error);
  assert_null (error);
  assert_true (json_value_equal (value, again));
}

static const struct refused {
  const char *label;
  const char *text;
  const char *place; /* line and column the message begins with */
  const char *holds;
} refused[] = {
  { "refuses nothing at all", "", "line 1, column 1", "the end of the file" },
  { "refuses a key twice", "{\"a\":1,\n \"a\":2}", "line 2, column 5", "“a” stands twice" },
  { "refuses a key twice through an escape", "{\"a\":1,\"\\u0061\":2}", "line 1", "stands twice" },
  { "refuses a comma at the end", "[1,]", "line 1, column 4", "“]”" },
  { "refuses a comma before a brace", "{\"a\":1,}", "line 1, column 8", "a key in double quotes" },
  { "refuses a comment", "[1] // one", "line 1, column 5", "“/”" },
  { "refuses single quotes", "{'a':1}", "line 1, column 2", "“'”" },
  { "refuses NaN", "[NaN]", "line 1, column 2", "“N”" },
  { "refuses a leading zero", "[012]", "line 1, column 3", "a number" },
  { "refuses a bare minus", "[-]", "line 1, column 3", "a number" },
  { "refuses a point without digits", "[1.]", "line 1, column 4", "a number" },
  { "refuses a plus", "[+1]", "line 1, column 2", "“+”" },
  { "refuses an exponent without digits", "[1e]", "line 1, column 4", "a number" },
  { "refuses a text that never ends", "[\"abc", "line 1, column 6", "ends inside a text" },
  { "refuses a line break in a text", "[\"a\nb\"]", "line 1, column 4", "\\n" },
  { "refuses an unknown escape", "[\"\\x\"]", "line 1, column 4", "\\\\" },
  { "refuses half a pair", "[\"\\ud83d\"]", "line 1", "not a character" },
  { "refuses a pair the wrong way round", "[\"\\ude00\\ud83d\"]", "line 1", "not a character" },
  { "refuses half a pair and a letter", "[\"\\ud83d\\u0041\"]", "line 1", "not a character" },
  { "refuses four digits that are three", "[\"\\u12g4\"]", "line 1", "not a character" },
  { "refuses NUL", "[\"\\u0000\"]", "line 1", "\\u0000" },
  { "refuses bytes that are not UTF-8", "[1,\n\"a\xa3\"]", "line 2, column 3", "0xa3" },
  { "refuses an overlong encoding", "\"\xc0\xaf\"", "line 1, column 2", "UTF-8" },
  { "refuses text after the value", "{} {}", "line 1, column 4", "“{”" },
  { "refuses an unclosed array", "[1", "line 1, column 3", "a comma or ]" },
  { "refuses a missing colon", "{\"a\" 1}", "line 1, column 6", "a colon" },
  { "refuses True", "[True]", "line 1, column 2", "“T”" },
  { "counts characters, not bytes", "[\"££\" x]", "line 1, column 7", "“x”" },
  { "counts lines that end in CR", "[\r\r x]", "line 3, column 2", "“x”" },
};

static void
refuses_with_place (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autofree char *beginning = g_strdup_printf ("a.json, %s", row->place);

  assert_null (json_value_parse ("a.json", row->text, strlen (row->text), &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_true (g_str_has_prefix (error->message, beginning));
  assert_non_null (strstr (error->message, row->holds));
}

static char *
nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, i % 2 ? "{\"a\":" : "[");
  g_string_append_c (text, '1');
  for (guint i = depth; i-- > 0;)
    g_string_append_c (text, i % 2 ? '}' : ']');
  return g_string_free (text, FALSE);
}

static void
refuses_to_go_deeper_than_its_limit (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *deepest = nested (JSON_MOST_DEPTH);
  g_autofree char *deeper = nested (JSON_MOST_DEPTH + 1);
  g_autofree char *abyss = g_strnfill (1000 * 1000, '[');
  g_autoptr (JsonValue) value = json_value_parse ("a", deepest, strlen (deepest), &error);

  (void) state;
  assert_non_null (value);
  assert_null (json_value_parse ("a", deeper, strlen (deeper), &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
  g_clear_error (&error);
  assert_null (json_value_parse ("a", abyss, strlen (abyss), &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
}

static void
refuses_more_values_than_its_limit (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (2 * JSON_MOST_VALUES + 1, '1');

  (void) state;
  text[0] = '[';
  for (gsize i = 2; i < 2 * JSON_MOST_VALUES; i += 2)
    text[i] = ',';
  text[2 * JSON_MOST_VALUES] = ']';
  assert_null (json_value_parse ("a", text, 2 * JSON_MOST_VALUES + 1, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
}

/* Beyond a few members a set does the looking up; both must refuse. */
static void
refuses_a_key_twice_among_many (void **state)
{
  (void) state;

  for (guint n = 1; n < 40; n++) {
    for (guint twice = 0; twice < n; twice++) {
      g_autoptr (GString) text = g_string_new ("{");
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "\"key %u\":%u,", i, i);
      g_string_append_printf (text, "\"key %u\":0}", twice);
      assert_null (json_value_parse ("a", text->str, text->len, &error));
      assert_non_null (strstr (error->message, "stands twice"));
    }
  }
}

static void
builds_and_replaces_in_place (void **state)
{
  g_autoptr (JsonValue) value = json_value_new (JSON_OBJECT);
  JsonValue *list = json_value_new (JSON_ARRAY);
  g_autofree char *pretty = NULL;

  (void) state;
  json_value_set (value, "title", json_value_new_string ("first"));
  json_value_set (value, "list", list);
  json_value_set (value, "empty", json_value_new (JSON_OBJECT));
  json_value_set (value, "title", json_value_new_string ("second"));
  json_value_add (list, json_value_new_number (0.1));
  json_value_add (list, json_value_new_number (NAN));
  json_value_add (list, json_value_new_boolean (TRUE));

  assert_string_equal (json_value_get_key (value, 0), "title");
  assert_ptr_equal (json_value_find (value, "list"), list);
  assert_null (json_value_find (value, "lis"));
  pretty = json_value_dup_pretty (value);
  assert_string_equal (pretty, "{\n  \"title\": \"second\",\n  \"list\": [\n    0.1,\n    null,\n"
                               "    true\n  ],\n  \"empty\": {}\n}\n");
}

static void
tells_values_apart (void **state)
{
  static const char *const texts[] = {
    "1",    "1.0",  "\"1\"",       "[1]",         "[1,1]", "{\"a\":1}",        "{\"b\":1}",
    "true", "null", "{\"a\":1.0}", "{\"a\":[1]}", "false", "{\"a\":1,\"b\":1}"
  };

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    for (gsize j = 0; j < G_N_ELEMENTS (texts); j++) {
      g_autoptr (JsonValue) a = json_value_parse ("a", texts[i], strlen (texts[i]), NULL);
      g_autoptr (JsonValue) b = json_value_parse ("b", texts[j], strlen (texts[j]), NULL);

      assert_int_equal (json_value_equal (a, b), i == j);
    }
  }
}

static struct CMUnitTest
row_test (const char *label, CMUnitTestFunction function, const void *row)
{
  return (struct CMUnitTest){ .name = label, .test_func = function, .initial_state = (void *) row };
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (kept) + G_N_ELEMENTS (refused) + 5];
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    tests[n++] = row_test (kept[i].label, keeps_what_it_reads, &kept[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    tests[n++] = row_test (refused[i].label, refuses_with_place, &refused[i]);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_to_go_deeper_than_its_limit);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_more_values_than_its_limit);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_a_key_twice_among_many);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (builds_and_replaces_in_place);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_values_apart);

  return cmocka_run_group_tests_name ("io/json", tests, NULL, NULL);
}
