/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* What is to be said of analyses of one kind across a pack: how many of @sections' figures
 * stand out, how many chance alone would give, and how many stand out even so.
 */
GPtrArray *families_dup_findings (GPtrArray *sections);

G_END_DECLS
