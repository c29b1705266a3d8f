/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "base/json-writer.h"
#include "kernel/direction.h"
#include "linkage/linkage-findings.h"

G_BEGIN_DECLS

/* Which of two that move together comes first, told apart in time only.
 *
 * @word: “figure-first”, “outcome-first”, “both”, “cannot-tell”, or “not-asked”
 * @reason: why it was not asked, or NULL
 */
typedef struct {
  const char *word, *reason;
  KernelDirection found;
} LinkageDirection;

/* Not asked, because nothing was. */
void linkage_direction_init (LinkageDirection *self);

/* Asked only of two that move together at a lag of one or more, in fifty periods. */
void linkage_direction_look (LinkageDirection *self,
                             const LinkedPair *pair,
                             const KernelLinkage *linkage);

/* Adds what there is to say where it was asked. */
void linkage_direction_add_finding (const LinkageDirection *self,
                                    const LinkageSaying *saying,
                                    ScrutinyMethod *method,
                                    GPtrArray *findings);

/* name, f, p, lag, df_above and df_below; a row a way, none where it was not asked. */
ScrutinyTable *linkage_direction_tabulate (const LinkageDirection *self);

/* "direction" and an object. */
void linkage_direction_write_json (const LinkageDirection *self, JsonWriter *writer);

G_END_DECLS
