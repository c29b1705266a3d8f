/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/direction.h>
#include <scrutiny/method.h>

#include "kernel/panel-permutation.h"
#include "linkage/linkage-places.h"
#include "linkage/panel-risk.h"

G_BEGIN_DECLS

/* What was asked of places, and what came of it.
 *
 * @indicator, @outcome: as a sentence calls them
 * @risk: of the outcome, where the link is told of
 */
typedef struct {
  const char *indicator, *outcome;
  ScrutinyDirection expected;
  guint lag;
  const LinkagePlaces *places;
  KernelPanel found;
  PanelRisk risk;
} PanelSaying;

/* “moves-with”, “moved-as-stated”, “moved-other-way”, “cannot-tell” */
const char *panel_verdict_name (const KernelPanel *found, ScrutinyDirection expected);

/* Nothing where it cannot be told. */
GPtrArray *panel_findings_new (const PanelSaying *saying, ScrutinyMethod *method);

/* Why it cannot be told; NULL where it can; transfer full. */
char *panel_dup_cannot_tell (const PanelSaying *saying);

G_END_DECLS
