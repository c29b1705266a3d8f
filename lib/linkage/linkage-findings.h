/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/direction.h>
#include <scrutiny/method.h>

#include "kernel/linkage.h"
#include "linkage/linked-pair.h"

G_BEGIN_DECLS

/* How often it is said that two move together where nothing is there: docs/methods/linkage.md. */
#define LINKAGE_FALSE_ALARM 0.05

/* What was asked of a pair, and what came of it.
 *
 * @indicator, @outcome: as a sentence calls them
 */
typedef struct {
  const char *indicator, *outcome;
  ScrutinyDirection expected;
  const LinkedPair *pair;
  const KernelLinkage *found;
} LinkageSaying;

/* “moves-with”, “moved-as-stated”, “moved-other-way”, “none-as-strong”, “cannot-tell” */
const char *linkage_verdict_name (const KernelLinkage *found, ScrutinyDirection expected);

/* Nothing where it cannot be told. */
GPtrArray *linkage_findings_new (const LinkageSaying *saying, ScrutinyMethod *method);

/* Why it cannot be told; NULL where it can; transfer full. */
char *linkage_dup_cannot_tell (const LinkageSaying *saying);

G_END_DECLS
