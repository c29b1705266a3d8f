/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>
#include <scrutiny/series.h>

#include "trend/sentence.h"
#include "trend/step-words.h"

G_BEGIN_DECLS

/* Makes findings of sentences about one series.
 */
typedef struct {
  ScrutinyTimeline *timeline;
  StepWords words;
  SentenceForm form;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
} Teller;

/* @spread: what counts as an ordinary movement. */
Teller teller_make (ScrutinySeries *series, double spread, ScrutinyMethod *method);

/* Facts to go with a sentence: step, steps.  Names live as long as the program; each is given
 * once.
 */
GArray *teller_begin (const Teller *self);
void teller_add_count (GArray *facts, const char *key, guint64 count);
void teller_add_number (GArray *facts, const char *key, double number); /* not NaN */
void teller_add_text (GArray *facts, const char *key, const char *text);
void teller_add_texts (GArray *facts, const char *key, const char *const *texts);
void teller_add_period (const Teller *self, GArray *facts, const char *key, guint i);

/* Takes @facts. */
void teller_say (Teller *self,
                 const char *id,
                 const char *statement,
                 const char *question,
                 GArray *facts);

G_END_DECLS
