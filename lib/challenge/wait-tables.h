/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/wait-reading.h"

G_BEGIN_DECLS

/* A row for each share, each time at which something finished, and each window. */
ScrutinyTable *wait_tables_new_quantiles (const WaitReading *reading);
ScrutinyTable *wait_tables_new_curve (const WaitReading *reading);
/* The last time it tells of; below any if it tells of none. */
double wait_tables_find_end (const WaitReading *reading);
ScrutinyTable *wait_tables_new_returns (const WaitReading *reading);

G_END_DECLS
