/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/claim.h>
#include <scrutiny/direction.h>
#include <scrutiny/series.h>

#include "base/period.h"
#include "kernel/known-step.h"

G_BEGIN_DECLS

/* What is asked of a date: the figures, the first period that is said to be changed, and when
 * that was stated, or NULL; the claim that says both, or NULL.
 */
typedef struct {
  ScrutinySeries *series;
  ScrutinyClaim *claim;
  const char *figure, *at, *stated;
  ScrutinyDirection expected;
  guint draws;
  guint64 seed;
} StepAsked;

/* What came of it.
 *
 * @figure: as a sentence calls it, or NULL
 * @at: the first period that is said to be changed; @text: the same as text
 * @stated: when that was stated, as written, or NULL
 * @timing: “before”, “after” or “unknown”
 * @last: the last period, where it had ended when the date was stated, or NULL
 * @n_before, @n_after: periods with a figure
 */
typedef struct {
  char *figure, *text, *stated, *last;
  Period at;
  const char *timing;
  ScrutinyDirection expected;
  guint n_before, n_after;
  KernelKnownStep found;
} StepReading;

void step_reading_init (StepReading *self);
void step_reading_clear (StepReading *self);

/* Whether the question is one; the series has a period. */
gboolean step_asked_check (const StepAsked *self, GError **error);

/* Reads the dates. */
gboolean step_reading_begin (StepReading *self, const StepAsked *asked, GError **error);

/* Looks at the step; why it cannot be told, or NULL; transfer full. */
char *step_reading_look (StepReading *self, const StepAsked *asked);

G_END_DECLS
