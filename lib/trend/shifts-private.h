/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/shifts.h>

G_BEGIN_DECLS

/* (transfer none): the latest change; NULL if there is none. */
ScrutinyShift *shifts_get_last (ScrutinyShifts *self);

G_END_DECLS
