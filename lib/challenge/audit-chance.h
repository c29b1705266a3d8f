/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-levels.h"
#include "challenge/status-bands.h"

G_BEGIN_DECLS

#define CHANCE_LEVEL 0.95

/* What is taken of shifts before looking: one in so many periods, so many times as wide as the
 * ordinary spread; a lasting one is looked for in so many periods on either side.
 */
#define CHANCE_PERIODS_TO_SHIFT 24
#define CHANCE_SHIFT_WIDTH 2
#define CHANCE_LASTS 6

#define CHANCE_SEED 1
#define CHANCE_SIMULATIONS 2000

/* How often the status would change, and what it would say, if nothing about the figure
 * changed between breaks.  Of the latest row unless it says otherwise; NaN where it is not known.
 */
typedef struct {
  AuditLevels levels;
  StatusBands *bands; /* shape (n_rows); NULL where none are known */
  gboolean
      *has_bands;   /* those with a value and a status, where the level is known if it is of any */
  gsize row;        /* the latest that is used, AUDIT_NO_ROW where none is */
  guint n_changes;  /* of status, from one row that is used to the next */
  double expected;  /* of them, if nothing changed */
  double deviation; /* of their number */
  guint low, high;  /* within which 95 of 100 such series lie */
  gboolean simulated; /* the rule looks at earlier values: drawn, not worked out */
  double boundary;    /* the edge nearest to the level */
  double beyond;      /* chance of a value beyond it, as seen from the level */
  double bits_shown;
  double bits_carried;
  double no_shift;  /* chance that the level did not move when the status changed */
  double unseen_up; /* chance that a lasting move up of CHANCE_SHIFT_WIDTH changes nothing */
  double unseen_down;
  const char *no_expected; /* why not, in a sentence, or NULL */
  const char *no_bits;
} AuditChance;

/* Nothing is known yet. */
void audit_chance_init (AuditChance *self);
void audit_chance_fill (AuditChance *self, const AuditRows *rows);

/* The chance of each band of row @row, when nothing changes. */
void audit_chance_fill_bands (const AuditChance *self,
                              const AuditRows *rows,
                              gsize row,
                              double *chances);
void audit_chance_clear (AuditChance *self);

/* The figure of the latest row; NULL where no row is used. */
const SteadyFigure *audit_chance_get_latest (const AuditChance *self);

G_END_DECLS
