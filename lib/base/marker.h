/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/series-private.h"

G_BEGIN_DECLS

/* What publishers write where a number cannot stand, and what it lets us know. */
typedef struct {
  const char *text; /* lower case */
  SeriesState state;
  double low, high; /* bounds of what was withheld, NaN where unknown */
  const char *meaning;
} Marker;

/* @text as written, any case, without blanks around it; NULL if it is none. */
const Marker *marker_find (const char *text, gsize length);

G_END_DECLS
