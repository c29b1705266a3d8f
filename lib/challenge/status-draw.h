/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-chance.h"

G_BEGIN_DECLS

#define STATUS_DRAW_LOOKS_BACK \
  "The rule looks at earlier values, so a status is not about one period alone."

/* Whether the rule looks at the figure's own earlier values, so that changes are drawn. */
gboolean status_draw_is_needed (const AuditRows *rows);

/* Fills the changes to expect from CHANCE_SIMULATIONS series of the steady figure. */
void status_draw_changes (AuditChance *chance, const AuditRows *rows);

G_END_DECLS
