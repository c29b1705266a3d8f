/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/shifts.h>

#include "challenge/audit-rows.h"

G_BEGIN_DECLS

/* Marks the rows where another level may begin: the first that ends on or after the first day of
 * each of @declared, periods or dates, and of each of @shifts, which may be NULL.  A break before
 * the first row or after the last marks nothing.
 */
gboolean audit_breaks_mark (AuditRows *rows,
                            const char *const *declared,
                            ScrutinyShifts *shifts,
                            GError **error);

G_END_DECLS
