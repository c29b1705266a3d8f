/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/result-private.h"
#include "support/near.h"

/* A result that answers everything, and one that answers nothing. */
typedef struct {
  GObject parent_instance;
  ScrutinyMethod *method;
  ScrutinyFinding *finding;
} Answer;

typedef GObjectClass AnswerClass;

static ScrutinyMethod *
answer_get_method (ScrutinyResult *result)
{
  return ((Answer *) result)->method;
}

static const char *
answer_get_cannot_tell (ScrutinyResult *result)
{
  return "5 months: a reading needs 8";
}

static GPtrArray *
answer_dup_findings (ScrutinyResult *result)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (findings, g_object_ref (((Answer *) result)->finding));

  return findings;
}

static void
answer_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  json_writer_key (writer, "schema");
  json_writer_string (writer, "scrutiny.answer/1");
}

static void
answer_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = answer_get_method;
  iface->get_cannot_tell = answer_get_cannot_tell;
  iface->dup_findings = answer_dup_findings;
  iface->write_json = answer_write_json;
}

static GType answer_get_type (void);
G_DEFINE_TYPE_WITH_CODE (Answer,
                         answer,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT, answer_result_init))

static void
answer_finalize (GObject *object)
{
  g_clear_object (&((Answer *) object)->method);
  g_clear_object (&((Answer *) object)->finding);

  G_OBJECT_CLASS (answer_parent_class)->finalize (object);
}

static void
answer_class_init (AnswerClass *klass)
{
  klass->finalize = answer_finalize;
}

static void
answer_init (Answer *self)
{
  self->method = scrutiny_method_new ("answer", "1", NULL, NULL, NULL);
  self->finding = scrutiny_finding_new ("a.b", "Nothing.", NULL, NULL, NULL);
}

typedef GObject Silence;
typedef GObjectClass SilenceClass;

static GType silence_get_type (void);
G_DEFINE_TYPE_WITH_CODE (Silence,
                         silence,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT, NULL))

static void
silence_class_init (SilenceClass *klass)
{
}

static void
silence_init (Silence *self)
{
}

static void
asks_whoever_implements_it (void **state)
{
  g_autoptr (ScrutinyResult) result = g_object_new (answer_get_type (), NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  g_autofree char *json = scrutiny_result_dup_json (result);

  assert_string_equal (scrutiny_method_get_id (scrutiny_result_get_method (result)), "answer");
  assert_string_equal (scrutiny_result_get_cannot_tell (result), "5 months: a reading needs 8");
  assert_int_equal (findings->len, 1);
  assert_string_equal (json, "{\"schema\":\"scrutiny.answer/1\"}");
}

static void
gives_findings_that_outlive_it (void **state)
{
  ScrutinyResult *result = g_object_new (answer_get_type (), NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  g_autoptr (GPtrArray) again = scrutiny_result_dup_findings (result);

  assert_ptr_not_equal (findings, again);
  g_object_unref (result);
  assert_string_equal (scrutiny_finding_get_id (findings->pdata[0]), "a.b");
}

static void
is_written_into_a_larger_object (void **state)
{
  g_autoptr (ScrutinyResult) result = g_object_new (answer_get_type (), NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  JsonWriter writer;

  json_writer_init (&writer, out);
  json_writer_begin_array (&writer);
  scrutiny_result_write_json (result, &writer);
  scrutiny_result_write_json (result, &writer);
  json_writer_end_array (&writer);
  assert_string_equal (out->str,
                       "[{\"schema\":\"scrutiny.answer/1\"},{\"schema\":\"scrutiny.answer/1\"}]");
}

static void
has_an_answer_for_what_is_not_implemented (void **state)
{
  g_autoptr (ScrutinyResult) result = g_object_new (silence_get_type (), NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  g_autofree char *json = scrutiny_result_dup_json (result);

  assert_null (scrutiny_result_get_method (result));
  assert_null (scrutiny_result_get_cannot_tell (result));
  assert_int_equal (findings->len, 0);
  assert_string_equal (json, "{}");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (asks_whoever_implements_it),
    cmocka_unit_test (gives_findings_that_outlive_it),
    cmocka_unit_test (is_written_into_a_larger_object),
    cmocka_unit_test (has_an_answer_for_what_is_not_implemented),
  };

  return cmocka_run_group_tests_name ("base/result", tests, NULL, NULL);
}
