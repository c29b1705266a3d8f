/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/method-private.h"
#include "support/near.h"

static char *
dup_json (ScrutinyMethod *method)
{
  GString *out = g_string_new (NULL);
  JsonWriter writer;

  json_writer_init (&writer, out);
  scrutiny_method_write_json (method, &writer);

  return g_string_free (out, FALSE);
}

static void
keeps_what_it_was_given (void **state)
{
  g_autoptr (ScrutinyMethod) method = scrutiny_method_new (
      "chart", "2", g_variant_new_parsed ("{'kind': <'p'>, 'width': <3.0>}"), "Laney 2002", "ab12");
  g_autofree char *json = dup_json (method);
  g_autofree char *id = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GVariant) parameters = NULL;

  assert_string_equal (scrutiny_method_get_id (method), "chart");
  assert_string_equal (scrutiny_method_get_version (method), "2");
  assert_int_equal (g_variant_n_children (scrutiny_method_get_parameters (method)), 2);
  assert_string_equal (scrutiny_method_get_source (method), "Laney 2002");
  assert_string_equal (scrutiny_method_get_input_hash (method), "ab12");
  assert_string_equal (json, "{\"name\":\"chart\",\"version\":\"2\",\"parameters\":{\"kind\":\"p\","
                             "\"width\":3},\"source\":\"Laney 2002\",\"input_hash\":\"ab12\"}");

  g_object_get (method, "id", &id, "input-hash", &hash, "parameters", &parameters, NULL);
  assert_string_equal (id, "chart");
  assert_string_equal (hash, "ab12");
  assert_ptr_equal (parameters, scrutiny_method_get_parameters (method));
}

static void
does_without_what_is_optional (void **state)
{
  g_autoptr (ScrutinyMethod) method = scrutiny_method_new ("chart", "1", NULL, NULL, NULL);
  g_autofree char *json = dup_json (method);

  assert_string_equal (g_variant_get_type_string (scrutiny_method_get_parameters (method)),
                       "a{sv}");
  assert_int_equal (g_variant_n_children (scrutiny_method_get_parameters (method)), 0);
  assert_string_equal (scrutiny_method_get_source (method), "");
  assert_null (scrutiny_method_get_input_hash (method));
  assert_string_equal (json,
                       "{\"name\":\"chart\",\"version\":\"1\",\"parameters\":{},\"source\":\"\","
                       "\"input_hash\":null}");
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyMethod) bare = g_object_new (SCRUTINY_TYPE_METHOD, NULL);
  g_autofree char *version = NULL;
  g_autofree char *source = NULL;

  g_object_get (bare, "version", &version, "source", &source, NULL);
  assert_string_equal (scrutiny_method_get_id (bare), "");
  assert_string_equal (version, "");
  assert_string_equal (source, "");
  assert_null (scrutiny_method_get_input_hash (bare));
  assert_int_equal (g_variant_n_children (scrutiny_method_get_parameters (bare)), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (keeps_what_it_was_given),
    cmocka_unit_test (does_without_what_is_optional),
    cmocka_unit_test (is_valid_when_bare),
  };

  return cmocka_run_group_tests_name ("base/method", tests, NULL, NULL);
}
