/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier-builder.h>

#include "report/requests.h"
#include "support/near.h"

#define HISTORY "The last two years by month."

/* A report in which @n figures have no history; the first has an owner, which may be that of all.
 */
static ScrutinyReport *
report_of (guint n, guint n_others, gboolean one_owner)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyRequest) recorded =
      scrutiny_request_new ("Days to first help", "Director", "2024-07");
  GPtrArray *omissions = g_ptr_array_new_with_free_func ((GDestroyNotify) report_omission_free);
  g_autoptr (ScrutinyDossier) dossier = NULL;

  scrutiny_dossier_builder_add_request (builder, recorded);
  for (guint i = 0; i < n; i++) {
    const char id[] = { (char) ('a' + i), '\0' };

    scrutiny_dossier_builder_add_indicator (builder, id, id);
    g_ptr_array_add (omissions, report_omission_new (id, "trend", "no history", HISTORY));
  }
  for (guint i = n; i < n + n_others; i++) {
    const char id[] = { (char) ('a' + i), '\0' };

    scrutiny_dossier_builder_add_indicator (builder, id, id);
  }
  for (guint i = 0; i < (one_owner ? n : 1); i++) {
    const char id[] = { (char) ('a' + i), '\0' };

    scrutiny_dossier_builder_set_text (builder, id, "owner", "Head of Repairs");
  }
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  return scrutiny_report_new_take (dossier, g_ptr_array_new (), g_ptr_array_new (), omissions);
}

static const struct row {
  const char *label;
  guint n;
  const char *what;
  guint n_others; /* figures nothing is asked about */
  gboolean one_owner;
  const char *of_whom;
} rows[] = {
  { "one figure needs no name", 1, "The last two years by month", 0, TRUE, "Head of Repairs" },
  { "two figures are named", 2, "The last two years by month: a; b", 0, TRUE, "Head of Repairs" },
  { "of many some are named", 6, "The last two years by month: a; b; and 4 more", 1, TRUE,
    "Head of Repairs" },
  { "all are not named", 6, "The last two years by month: all 6 figures", 0, TRUE,
    "Head of Repairs" },
  { "the owner of one is not asked for all", 2, "The last two years by month: a; b", 0, FALSE,
    "whoever keeps each figure" },
};

static void
asks_for_each_thing_once (void **state)
{
  const struct row *row = *state;
  g_autoptr (ScrutinyReport) report = report_of (row->n, row->n_others, row->one_owner);
  g_autoptr (GPtrArray) requests = scrutiny_report_dup_requests (report);

  assert_int_equal (requests->len, 2);
  assert_string_equal (scrutiny_request_get_what (requests->pdata[0]), "Days to first help");
  assert_string_equal (scrutiny_request_get_what (requests->pdata[1]), row->what);
  assert_string_equal (scrutiny_request_get_of_whom (requests->pdata[1]), row->of_whom);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tests[i] = (struct CMUnitTest){ .name = rows[i].label,
                                    .test_func = asks_for_each_thing_once,
                                    .initial_state = (void *) &rows[i] };

  return cmocka_run_group_tests_name ("report/requests", tests, NULL, NULL);
}
