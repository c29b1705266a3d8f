/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "challenge/pileup-asked.h"

G_BEGIN_DECLS

/* Cases by their length, near the limit; all of them, and those before and since a date. */
enum {
  PILEUP_ALL,
  PILEUP_BEFORE,
  PILEUP_SINCE,
  PILEUP_N_PARTS,
};

typedef struct {
  KernelLengths lengths[PILEUP_N_PARTS]; /* with the same first and n */
  double *counts[PILEUP_N_PARTS];
  gsize *rows[PILEUP_N_PARTS];    /* NULL where each length is known by itself */
  double n_cases[PILEUP_N_PARTS]; /* of any length */
  double n_missing, n_below;      /* without a length, and of one that cannot be */
  double n_undated;               /* of all, in neither part */
} PileupLengths;

/* No cases yet.  Lengths count as far as the other limits look; of others it is only known that
 * they are there.
 */
void pileup_lengths_init (PileupLengths *self, const PileupAsked *asked);

/* Numbers in @column, which count in the whole unit in which they end. */
gboolean pileup_lengths_read (PileupLengths *self,
                              const PileupAsked *asked,
                              ScrutinyTable *table,
                              const char *column,
                              GError **error);

/* Each length in @column, as often as @counts says. */
gboolean pileup_lengths_read_counts (PileupLengths *self,
                                     const PileupAsked *asked,
                                     ScrutinyTable *table,
                                     const char *column,
                                     const char *counts,
                                     GError **error);

/* From the dates in one column to those in another. */
gboolean pileup_lengths_read_between (PileupLengths *self,
                                      const PileupAsked *asked,
                                      ScrutinyTable *table,
                                      const char *start,
                                      const char *end,
                                      GError **error);
void pileup_lengths_clear (PileupLengths *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PileupLengths, pileup_lengths_clear)

/* Cases of part @part from @low to @high, both included. */
double pileup_lengths_sum (const PileupLengths *self, guint part, gint64 low, gint64 high);

/* sha256 of all that is known of them. */
char *pileup_lengths_dup_hash (const PileupLengths *self);

G_END_DECLS
