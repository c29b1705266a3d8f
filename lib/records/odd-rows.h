/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/definition-plan.h"
#include "records/records-private.h"

G_BEGIN_DECLS

/* What is to be said of the rows that a definition cannot be applied to as it is meant. */
GPtrArray *odd_rows_find (ScrutinyRecords *records,
                          const DefinitionPlan *plan,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
