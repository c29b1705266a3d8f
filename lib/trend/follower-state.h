/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/chart-follower.h"

G_BEGIN_DECLS

GBytes *follower_state_save (const ChartFollower *self);

/* FALSE for bytes that are no such state; @self is to be cleared either way. */
gboolean follower_state_read (ChartFollower *self, GBytes *state);

G_END_DECLS
