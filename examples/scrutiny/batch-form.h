/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "command.h"

/* A table with a row a series, or a pair, as was asked: CSV for a program and text at a terminal
 * unless it is said otherwise.
 */
char *batch_dup_form (ScrutinyTable *table,
                      const Common *common,
                      const char *file,
                      const char *analysis,
                      const char *title,
                      GError **error);
