/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>
#include <scrutiny/result.h>

#include "support/near.h"

/* The statement of the first finding of @result of that id, or NULL.  Every finding on the way
 * must ask something, and for something.
 */
static inline char *
dup_said (gpointer result, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (result));
  char *said = NULL;

  for (guint i = 0; i < findings->len; i++) {
    ScrutinyFinding *finding = findings->pdata[i];
    g_autofree char *question = scrutiny_finding_dup_question (finding, NULL);
    g_autofree char *request = scrutiny_finding_dup_request (finding, NULL);

    assert_non_null (question);
    assert_non_null (request);
    if (!said && g_str_equal (scrutiny_finding_get_id (finding), id))
      said = scrutiny_finding_dup_statement (finding, NULL);
  }

  return said;
}
