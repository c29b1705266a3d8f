/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/ready-types.h"

#include <scrutiny/read.h>
#include <scrutiny/review.h>

#include <string.h>

#include "support/near.h"

/* The library's objects whose classes there are. */
static guint
count_classes (void)
{
  guint n_types, n = 0;
  g_autofree GType *types = g_type_children (G_TYPE_OBJECT, &n_types);

  for (guint i = 0; i < n_types; i++)
    n += g_str_has_prefix (g_type_name (types[i]), "Scrutiny") && g_type_class_peek (types[i]);

  return n;
}

/* A review of figures with reasons, a rule, targets and a history comes to nothing else. */
static void
makes_all_that_a_review_comes_to (void **state)
{
  const char *fixtures = g_getenv ("SCRUTINY_FIXTURES");
  g_autofree char *path = g_build_filename (fixtures ? fixtures : ".", "ashcombe-claim", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_read (folder, NULL, NULL, NULL);
  g_autoptr (GPtrArray) checks = scrutiny_review_dup_checks ();
  g_autoptr (ScrutinyReport) report = NULL;
  guint n_before;

  (void) state;
  assert_non_null (dossier);
  ready_types_make ();
  n_before = count_classes ();
  assert_true (n_before > 50);
  report = scrutiny_review (dossier, checks, NULL, NULL, NULL);
  assert_int_equal (count_classes (), n_before);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (makes_all_that_a_review_comes_to) };

  return cmocka_run_group_tests_name ("review/ready-types", tests, NULL, NULL);
}
