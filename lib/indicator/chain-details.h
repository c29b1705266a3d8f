/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is recorded of a statement besides its words. */
typedef enum {
  STATEMENT_WHO,
  STATEMENT_HOW_MANY,
  STATEMENT_BY_WHEN,
  STATEMENT_MEASURED_BY,
  STATEMENT_WRONG_IF,
  STATEMENT_CONFIRMED_BY,
  N_STATEMENT_DETAILS,
} StatementDetail;

/* What is recorded of a reason. */
typedef enum {
  REASON_MECHANISM,
  REASON_EXPECTED,
  REASON_WRONG_IF,
  REASON_AUTHOR,
  REASON_DATE,
  N_REASON_DETAILS,
} ReasonDetail;

/* As a file writes them; NULL ends each. */
extern const char *const statement_detail_names[N_STATEMENT_DETAILS + 1];
extern const char *const reason_detail_names[N_REASON_DETAILS + 1];

/* The place of @name in @names, or -1. */
int chain_details_find (const char *const *names, const char *name);

/* “who”, “how_many”, …; transfer full. */
char *chain_details_dup_names (const char *const *names);

G_END_DECLS
