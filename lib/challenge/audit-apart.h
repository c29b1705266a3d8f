/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-rows.h"

G_BEGIN_DECLS

/* Totals of the year to date taken apart: each period by itself, as its own cases make it and the
 * rule would judge it, without published statuses.  Row for row those of @rows; a period is
 * missing where its own cases are not known: the first, unless totals are seen to start anew at
 * that time of the year; one after a gap; one whose total is lower than the total before.
 *
 * NULL with a sentence in @reason where they cannot be taken apart.
 */
AuditRows *audit_apart_new (const AuditRows *rows, const char **reason);

G_END_DECLS
