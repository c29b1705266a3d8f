/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/json-writer.h"
#include "challenge/wait-reading.h"

G_BEGIN_DECLS

/* The members between the reason and the findings; @tables: quantiles, curve and returns. */
void wait_json_write (const WaitReading *reading,
                      gboolean told,
                      ScrutinyTable *const *tables,
                      JsonWriter *writer);

G_END_DECLS
