/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/reasons-check.h"

#include <scrutiny/reason-tests.h>

#define CHECK "linkage"

void
reasons_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
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
    gathering_add_result (gathering, section, SCRUTINY_RESULT (tests), CHECK);
}
