/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/reasons-check.h"

#include <scrutiny/reason-tests.h>

#include "review/look-back-check.h"

#define CHECK "linkage"

void
reasons_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
}

/* An outcome that looks back tells, at first, of what was before the figure moved. */
static void
add_look_back (ScrutinyDossier *dossier,
               ReportSection *section,
               ScrutinyTable *tests,
               gsize row,
               Gathering *gathering)
{
  static const char *const told[] = { "as-stated", "other-way", "unchanged", NULL };
  const char *outcome = scrutiny_table_get_texts (tests, "outcome")[row];
  g_autoptr (ScrutinyFinding) finding = NULL;

  if (!g_strv_contains (told, scrutiny_table_get_texts (tests, "moved")[row]))
    return;
  finding = look_back_find (scrutiny_dossier_find_indicator (dossier, outcome, NULL),
                            scrutiny_table_get_texts (tests, "at")[row]);
  if (finding)
    gathering_add_finding (gathering, section, finding);
}

static void
add_tests (ScrutinyDossier *dossier,
           ReportSection *section,
           ScrutinyReasonTests *tests,
           Gathering *gathering)
{
  ScrutinyTable *table = scrutiny_reason_tests_get_table (tests);

  gathering_add_result (gathering, section, SCRUTINY_RESULT (tests), CHECK);
  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++)
    add_look_back (dossier, section, table, row, gathering);
}

void
reasons_check_review (ScrutinyDossier *dossier, ReportSection *section, Gathering *gathering)
{
  const char *id = scrutiny_indicator_get_id (section->indicator);
  g_autoptr (ScrutinyReasonTests) tests = NULL;
  g_autoptr (GError) error = NULL;

  if (!scrutiny_indicator_get_chain (section->indicator))
    return;
  tests = scrutiny_reason_tests_new (dossier, id, &error);
  if (!tests)
    gathering_omit (gathering, section, CHECK, error->message, NULL);
  else if (!scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (tests)))
    add_tests (dossier, section, tests, gathering);
}
