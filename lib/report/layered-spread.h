/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/layered-rows.h"

G_BEGIN_DECLS

/* Finds where all of @self stands, across and down, and the ways of the edges of its graph. */
void layered_spread (LayeredRows *self);

G_END_DECLS
