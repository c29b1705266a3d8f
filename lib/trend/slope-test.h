/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SLOPE_TEST_MANN_KENDALL,
  SLOPE_TEST_SEASONAL,
  SLOPE_TEST_CORRELATED,
  SLOPE_TEST_HAMED_RAO,
  SLOPE_TEST_YUE_WANG,
  SLOPE_TEST_PRE_WHITENED,
  SLOPE_TEST_TREND_FREE,
  SLOPE_TEST_REGIONAL,
  SLOPE_TEST_PARTIAL,
  SLOPE_TEST_PETTITT,
} SlopeTest;

/* What a test takes.  No seasons: all values are compared with each other. */
typedef enum {
  SLOPE_SEASONS_NONE,
  SLOPE_SEASONS_NEEDED,
  SLOPE_SEASONS_WHERE_THERE_ARE_ANY,
} SlopeSeasons;

typedef struct {
  const char *name;
  SlopeSeasons seasons;
  gboolean is_of_neighbours; /* no period may be missing between two values */
  gboolean is_square;        /* takes time that grows as the square of the values */
  const char *definition;    /* where there are several; NULL */
  const char *source;
} SlopeTestKind;

const SlopeTestKind *slope_test_get_kind (SlopeTest test);

/* FALSE, listing what there is, for a name of none. */
gboolean slope_test_parse (const char *name, SlopeTest *test, GError **error);

G_END_DECLS
