/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the sentences on one series are written with, beside their facts. */
typedef struct {
  guint decimals;      /* of {key:.D} */
  guint more_decimals; /* of {key:.S} */
  gboolean in_weeks;   /* whose labels begin with “week of”, and need an article */
} SentenceForm;

/* Enough places that @spread, what counts as an ordinary movement, shows two digits. */
guint sentence_choose_decimals (double spread);

/* @message with its decimals chosen and an article before each week: what a finding takes. */
char *sentence_dup (const SentenceForm *form, const char *message);

G_END_DECLS
