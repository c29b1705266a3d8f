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

/* What was told of @row, an outcome or what is to be looked at beside the figure. */
static gboolean
is_told (ScrutinyTable *table, gsize row)
{
  static const char *const told[] = { "as-stated", "other-way", "up", "down", "unchanged", NULL };

  return g_strv_contains (told, scrutiny_table_get_texts (table, "moved")[row]);
}

/* What looks back tells, at first, of what was before the figure moved. */
static void
add_look_backs (ScrutinyDossier *dossier,
                ReportSection *section,
                ScrutinyTable *table,
                const char *column,
                Gathering *gathering)
{
  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++) {
    const char *id = scrutiny_table_get_texts (table, column)[row];
    g_autoptr (ScrutinyFinding) finding =
        is_told (table, row) ? look_back_find (scrutiny_dossier_find_indicator (dossier, id, NULL),
                                               scrutiny_table_get_texts (table, "at")[row])
                             : NULL;

    if (finding)
      gathering_add_finding (gathering, section, finding);
  }
}

static void
add_tests (ScrutinyDossier *dossier,
           ReportSection *section,
           ScrutinyReasonTests *tests,
           Gathering *gathering)
{
  gathering_add_result (gathering, section, SCRUTINY_RESULT (tests), CHECK);
  add_look_backs (dossier, section, scrutiny_reason_tests_get_table (tests), "outcome", gathering);
  add_look_backs (dossier, section, scrutiny_reason_tests_get_companions (tests), "figure",
                  gathering);
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
