/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/shifts-options.h>

#include "trend/shift-search.h"

G_BEGIN_DECLS

/* The library's own choices, as a bare object has them. */
ShiftAsked shifts_asked_none (void);
void shifts_asked_clear (ShiftAsked *self);

/* Reads the options, against the series they are for; the error names the first that is
 * wrong, or what the series is that no change can be dated in.
 */
gboolean shifts_asked_init (ShiftAsked *self,
                            ScrutinySeries *series,
                            ScrutinyShiftsOptions *options,
                            GError **error);

G_END_DECLS
