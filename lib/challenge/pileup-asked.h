/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/pileup-options.h>

#include "challenge/pileup-unit.h"

G_BEGIN_DECLS

/* The options, checked, and the limit they are for. */
typedef struct {
  const PileupUnit *unit;
  KernelPileUpShape shape;
  gint64 limit;
  gboolean is_signed; /* lengths are distances to a target, before and after it */
  guint disclosure;
  char *dated, *since; /* both or none */
  gint64 since_day;    /* since 1970 */
} PileupAsked;

/* @options may be NULL.  FALSE with @error for what makes no sense. */
gboolean pileup_asked_init (PileupAsked *self,
                            double threshold,
                            ScrutinyPileupOptions *options,
                            GError **error);
void pileup_asked_clear (PileupAsked *self);

/* The lengths of the window, and as many after it. */
gint64 pileup_asked_first (const PileupAsked *self);
gint64 pileup_asked_last (const PileupAsked *self);
gint64 pileup_asked_n_window (const PileupAsked *self);

G_END_DECLS
