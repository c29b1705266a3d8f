/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-rows.h"
#include "challenge/steady-figure.h"

G_BEGIN_DECLS

/* Rows between two breaks, of which the figure stays at one level. */
typedef struct {
  gsize first, last;
  SteadyFigure figure;
  const char *unknown; /* why there is no level, in a sentence, or NULL */
} AuditLevel;

/* The stretches that breaks leave: one where there are none. */
typedef struct {
  guint n;
  AuditLevel *all; /* shape (n) */
  guint n_known;   /* of which the level is known */
  gsize n_used;    /* rows with a value and a status, in a stretch whose level is known */
  double moves;    /* how much the level moves from year to year since the last declared break,
                    * NaN where it is not known */
  guint n_years;   /* whole years that says */
} AuditLevels;

/* Why no level is known, in a sentence, or NULL. */
const char *audit_levels_fill (AuditLevels *self, const AuditRows *rows);

/* The same figures with each stretch cut where it most looks like two levels, FALSE where none
 * does. */
gboolean
audit_levels_fill_apart (AuditLevels *self, const AuditLevels *from, const AuditRows *rows);
void audit_levels_clear (AuditLevels *self);

/* The stretch that a row lies in. */
const AuditLevel *audit_levels_get (const AuditLevels *self, gsize row);

/* The figure of the row's stretch, NULL where the row is not used. */
const SteadyFigure *audit_levels_find_figure (const AuditLevels *self, gsize row);

/* The rows that are used, one after the other: AUDIT_NO_ROW after the last. */
gsize audit_levels_next_row (const AuditLevels *self, const AuditRows *rows, gsize from);

G_END_DECLS
