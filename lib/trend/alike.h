/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/teller.h"
#include "trend/trend-reading.h"

G_BEGIN_DECLS

/* What stands out around the average of a figure whose neighbours resemble each other: a run
 * that is long even for them.  The rules of charts, which take values to come one by one, would
 * call most such figures out.
 */
void alike_tell_run (Teller *teller, const TrendReading *reading);

G_END_DECLS
