/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "support/colour-table.h"

/* What an audit of figures drawn as text says. */
typedef struct {
  const char *label, *table, *rule;
  const char *id, *statement, *question, *request; /* NULL: no request */
} ColourSaid;

static inline ScrutinyFinding *
find_said (GPtrArray *findings, const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return findings->pdata[i];

  return NULL;
}

static inline void
says_so_in_words (void **state)
{
  const ColourSaid *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, row->rule);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (audit));
  ScrutinyFinding *finding = find_said (findings, row->id);
  g_autofree char *statement = NULL, *question = NULL, *request = NULL;

  if (!finding)
    fail_msg ("no finding %s", row->id);
  statement = scrutiny_finding_dup_statement (finding, NULL);
  question = scrutiny_finding_dup_question (finding, NULL);
  request = scrutiny_finding_dup_request (finding, NULL);

  assert_string_equal (statement, row->statement);
  assert_string_equal (question, row->question);
  if (row->request)
    assert_string_equal (request, row->request);
  else
    assert_null (request);
}
