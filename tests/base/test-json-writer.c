/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/json-writer.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* RFC 8259, section 7; what could act on a terminal is escaped besides. */
static const struct string {
  const char *label, *value, *json;
} strings[] = {
  { "empty string", "", "\"\"" },
  { "NULL is null", NULL, "null" },
  { "plain", "Ashcombe", "\"Ashcombe\"" },
  { "quote and backslash", "a\"b\\c", "\"a\\\"b\\\\c\"" },
  { "named escapes", "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
  { "control characters", "\001\033\037\177", "\"\\u0001\\u001b\\u001f\\u007f\"" },
  { "UTF-8 as it is", "Gŵyl £5 😀", "\"Gŵyl £5 😀\"" },
  { "bidi and C1 by number", "\u202E\u2066\xC2\x9B\uFEFF", "\"\\u202e\\u2066\\u009b\\ufeff\"" },
  { "line separators by number", "\u2028\u2029", "\"\\u2028\\u2029\"" },
  { "invalid bytes", "a\xFF\xE2\x82", "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"" },
  { "slash as it is", "a/b", "\"a/b\"" },
};

static void
writes_string (void **state)
{
  const struct string *row = *state;
  g_autoptr (GString) out = g_string_new (NULL);
  JsonWriter writer;

  json_writer_init (&writer, out);
  json_writer_string (&writer, row->value);
  assert_string_equal (out->str, row->json);
}

/* Variants as text, so that a row shows the type. */
static const struct variant {
  const char *label, *variant, *json;
} variants[] = {
  { "boolean", "true", "true" },
  { "double", "0.1", "0.1" },
  { "whole double", "100000.0", "100000" },
  { "int32", "-5", "-5" },
  { "uint32", "uint32 4294967295", "4294967295" },
  { "int64", "int64 -9223372036854775808", "-9223372036854775808" },
  { "uint64", "uint64 18446744073709551615", "18446744073709551615" },
  { "small integers", "(byte 7, int16 -7, uint16 7)", "[7,-7,7]" },
  { "string", "'a\"b'", "\"a\\\"b\"" },
  { "strings", "['a', 'b']", "[\"a\",\"b\"]" },
  { "no strings", "@as []", "[]" },
  { "doubles", "[0.5, 1.0]", "[0.5,1]" },
  { "pairs", "[('a', 0.5), ('b', 2.0)]", "[[\"a\",0.5],[\"b\",2]]" },
  { "empty dictionary", "@a{sv} {}", "{}" },
  { "dictionary in order", "{'z': <1>, 'a': <'x'>, 'm': <[0.25]>}",
    "{\"z\":1,\"a\":\"x\",\"m\":[0.25]}" },
  { "dictionary in a dictionary", "{'a': <{'b': <true>}>, 'c': <2>}",
    "{\"a\":{\"b\":true},\"c\":2}" },
  { "dictionary of strings", "{'a': 'b'}", "{\"a\":\"b\"}" },
  { "nothing", "@ms nothing", "null" },
  { "something", "@ms 'x'", "\"x\"" },
};

static void
writes_variant (void **state)
{
  const struct variant *row = *state;
  g_autoptr (GVariant) value = g_variant_parse (NULL, row->variant, NULL, NULL, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  JsonWriter writer;

  assert_non_null (value);
  json_writer_init (&writer, out);
  json_writer_variant (&writer, value);
  assert_string_equal (out->str, row->json);
}

static void
writes_no_number_as_null (void **state)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GVariant) nan = g_variant_ref_sink (g_variant_new_double (NAN));
  JsonWriter writer;

  json_writer_init (&writer, out);
  json_writer_begin_array (&writer);
  json_writer_double (&writer, NAN);
  json_writer_double (&writer, INFINITY);
  json_writer_double (&writer, -INFINITY);
  json_writer_variant (&writer, nan);
  json_writer_double (&writer, 68.4);
  json_writer_end_array (&writer);
  assert_string_equal (out->str, "[null,null,null,null,68.4]");
}

static void
puts_commas_where_they_belong (void **state)
{
  g_autoptr (GString) out = g_string_new ("x = ");
  JsonWriter writer;

  json_writer_init (&writer, out);
  json_writer_begin_object (&writer);
  json_writer_key (&writer, "schema");
  json_writer_string (&writer, "scrutiny.chart/1");
  json_writer_key (&writer, "points");
  json_writer_begin_array (&writer);
  json_writer_begin_object (&writer);
  json_writer_end_object (&writer);
  json_writer_begin_array (&writer);
  json_writer_end_array (&writer);
  json_writer_int (&writer, G_MININT64);
  json_writer_end_array (&writer);
  json_writer_key (&writer, "a\"b");
  json_writer_begin_object (&writer);
  json_writer_key (&writer, "yes");
  json_writer_boolean (&writer, TRUE);
  json_writer_key (&writer, "no");
  json_writer_boolean (&writer, FALSE);
  json_writer_end_object (&writer);
  json_writer_key (&writer, "raw");
  json_writer_raw (&writer, "{\"kept\": 1}");
  json_writer_key (&writer, "none");
  json_writer_null (&writer);
  json_writer_member_string (&writer, "text", "t");
  json_writer_member_string (&writer, "no_text", NULL);
  json_writer_member_double (&writer, "number", 0.1);
  json_writer_member_double (&writer, "no_number", NAN);
  json_writer_end_object (&writer);

  assert_int_equal (writer.depth, 0);
  assert_string_equal (out->str, "x = {\"schema\":\"scrutiny.chart/1\",\"points\":[{},[],"
                                 "-9223372036854775808],\"a\\\"b\":{\"yes\":true,\"no\":false},"
                                 "\"raw\":{\"kept\": 1},\"none\":null,\"text\":\"t\","
                                 "\"no_text\":null,\"number\":0.1,\"no_number\":null}");
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (strings) + LENGTH (variants) + 2];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (strings); i++)
    tests[n++] = (struct CMUnitTest){ .name = strings[i].label,
                                      .test_func = writes_string,
                                      .initial_state = (void *) &strings[i] };
  for (size_t i = 0; i < LENGTH (variants); i++)
    tests[n++] = (struct CMUnitTest){ .name = variants[i].label,
                                      .test_func = writes_variant,
                                      .initial_state = (void *) &variants[i] };
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_no_number_as_null);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (puts_commas_where_they_belong);

  return cmocka_run_group_tests_name ("base/json-writer", tests, NULL, NULL);
}
