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
  GArray *known_ends;  /* gint64, ascending: the first length after each that others tell of */
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

/* Cases from @first to before @end. */
typedef double (*PileupCount) (gint64 first, gint64 end, gconstpointer data);

/* The first length between @from and @end at which a row has to end because others tell how many
 * cases are shorter; @end where there is none.  Where few lie on either side others do not tell.
 */
gint64 pileup_asked_find_known_end (const PileupAsked *self,
                                    gint64 from,
                                    gint64 end,
                                    PileupCount count,
                                    gconstpointer data);

G_END_DECLS
