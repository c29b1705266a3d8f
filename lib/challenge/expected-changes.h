/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-chance.h"

G_BEGIN_DECLS

/* Fills how many changes of status to expect, worked out from the bands of each row. */
void expected_changes_fill (AuditChance *self, const AuditRows *rows);

G_END_DECLS
