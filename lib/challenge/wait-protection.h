/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/wait-reading.h"

G_BEGIN_DECLS

/* Puts NaN in place of everything that so few cases stand behind that it may not be told, or that
 * would tell it; how many finished and how many are open stay as they are, for
 * wait_reading_get_finished() and wait_reading_get_open().
 */
void wait_reading_protect (WaitReading *self);

/* Whether a count is none, or large enough. */
gboolean wait_reading_may_tell (const WaitReading *self, double count);

/* A count, or NaN where it may not be told. */
double wait_reading_shown (const WaitReading *self, gsize count);
double wait_reading_get_finished (const WaitReading *self);
double wait_reading_get_open (const WaitReading *self);

G_END_DECLS
