/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include <scrutiny/error.h>
#include <scrutiny/vocabulary.h>

#define SAID(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* How many labels each has, and one of them, from the published lists. */
static const struct known {
  const char *label, *id, *first, *text, *last;
  guint n;
} known[] = {
  { "ten domains", "ons", "personal-well-being", "Personal well-being", "environment", 10 },
  { "seven goals", "wales", "prosperous", "A prosperous Wales", "globally-responsible", 7 },
  { "five outcomes", "ecm", "be-healthy", "Be healthy", "economic-well-being", 5 },
};

static void
knows_published_lists (void **state)
{
  const struct known *row = *state;
  g_autoptr (GPtrArray) all = scrutiny_vocabulary_dup_standard ();
  ScrutinyVocabulary *vocabulary = all->pdata[row - known];
  g_auto (GStrv) labels = scrutiny_vocabulary_dup_labels (vocabulary);

  assert_int_equal (all->len, G_N_ELEMENTS (known));
  assert_string_equal (scrutiny_vocabulary_get_id (vocabulary), row->id);
  assert_true (*scrutiny_vocabulary_get_title (vocabulary));
  assert_non_null (scrutiny_vocabulary_get_source (vocabulary));
  assert_int_equal (g_strv_length (labels), row->n);
  assert_string_equal (labels[0], row->first);
  assert_string_equal (labels[row->n - 1], row->last);
  assert_string_equal (scrutiny_vocabulary_get_text (vocabulary, row->first), row->text);
  for (guint i = 0; i < row->n; i++)
    assert_true (*scrutiny_vocabulary_get_text (vocabulary, labels[i]));
}

static void
holds_a_council_s_own (void **state)
{
  g_autoptr (ScrutinyVocabulary) local = scrutiny_vocabulary_new (
      "local", "Ashcombe 2030", "Cabinet, 14 March 2024", SAID ("warm", "heard"),
      SAID ("Homes that are warm", "People are heard"), NULL);

  assert_string_equal (scrutiny_vocabulary_get_title (local), "Ashcombe 2030");
  assert_string_equal (scrutiny_vocabulary_get_source (local), "Cabinet, 14 March 2024");
  assert_string_equal (scrutiny_vocabulary_get_text (local, "heard"), "People are heard");
  assert_null (scrutiny_vocabulary_get_text (local, "cold"));
}

static const struct refused {
  const char *label, *id;
  const char *labels[3], *texts[3];
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "no id",
    "",
    { "a" },
    { "A" },
    SCRUTINY_ERROR_UNREADABLE,
    "Vocabulary “”: its id is a short name without a dot" },
  { "a dot in its id",
    "a.b",
    { "a" },
    { "A" },
    SCRUTINY_ERROR_UNREADABLE,
    "Vocabulary “a.b”: its id is a short name without a dot" },
  { "one that the library knows",
    "ecm",
    { "a" },
    { "A" },
    SCRUTINY_ERROR_MISMATCH,
    "Vocabulary “ecm”: the library has one of this id; give it another" },
  { "a label twice",
    "local",
    { "a", "a" },
    { "A", "B" },
    SCRUTINY_ERROR_MISMATCH,
    "Vocabulary “local”: label 1, “a”, is empty or there twice; give each its own" },
  { "an empty label",
    "local",
    { "" },
    { "A" },
    SCRUTINY_ERROR_MISMATCH,
    "Vocabulary “local”: label 0, “”, is empty or there twice; give each its own" },
  { "a label without a text",
    "local",
    { "a", "b" },
    { "A" },
    SCRUTINY_ERROR_MISMATCH,
    "Vocabulary “local”: there is not one text for each label" },
  { "a text without a label",
    "local",
    { "a" },
    { "A", "B" },
    SCRUTINY_ERROR_MISMATCH,
    "Vocabulary “local”: there is not one text for each label" },
};

static void
refuses_and_says_why (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_vocabulary_new (row->id, "", NULL, row->labels, row->texts, &error));
  assert_string_equal (error->message, row->message);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
}

static void
is_empty_when_bare (void **state)
{
  g_autoptr (ScrutinyVocabulary) bare = g_object_new (SCRUTINY_TYPE_VOCABULARY, NULL);
  g_auto (GStrv) labels = scrutiny_vocabulary_dup_labels (bare);

  assert_string_equal (scrutiny_vocabulary_get_id (bare), "");
  assert_int_equal (g_strv_length (labels), 0);
  assert_null (scrutiny_vocabulary_get_source (bare));
}

int
main (void)
{
  struct CMUnitTest tests[2 + G_N_ELEMENTS (known) + G_N_ELEMENTS (refused)] = {
    cmocka_unit_test (holds_a_council_s_own),
    cmocka_unit_test (is_empty_when_bare),
  };
  size_t n = 2;

  n += add_rows (tests + n, knows_published_lists, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, refuses_and_says_why, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("vocabulary", tests, NULL, NULL);
}
