/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/comparison-options.h>

#include "kernel/area-scores.h"

G_BEGIN_DECLS

typedef enum {
  COMPARISON_PROPORTION,
  COMPARISON_RATE,
  COMPARISON_RATIO,
  COMPARISON_STANDARDISED,
  COMPARISON_VALUE,
} ComparisonKind;

typedef enum {
  DISPERSION_NONE,
  DISPERSION_MULTIPLICATIVE,
  DISPERSION_ADDITIVE,
} ComparisonDispersion;

typedef enum {
  TRIM_WINSORISE,
  TRIM_TRUNCATE,
  TRIM_NONE,
} ComparisonTrim;

/* Options once they are known to make sense. */
typedef struct {
  ComparisonKind kind;
  ComparisonDispersion dispersion;
  ComparisonTrim trim;
  KernelScore score;
  gboolean is_exact;
  double scale, level;
  guint draws;
  guint disclosure; /* 0: every count may be shown */
  guint round_to;   /* counts are shown as multiples of it; 0: as they are */
  guint64 seed;
  char *area, *numerator, *denominator;
  char *focus, *band, *standard, *spread, *published, *rank, *quartile;
  GStrv ranges; /* “low..high”; NULL without any */
  char *called; /* those that are compared, in the plural */
  ScrutinyTable *neighbours;
} ComparisonSettings;

/* NULL with @error set where an option makes no sense; @options may be NULL. */
ComparisonSettings *comparison_settings_new (ScrutinyComparisonOptions *options,
                                             const char *area,
                                             const char *numerator,
                                             const char *denominator,
                                             GError **error);
void comparison_settings_free (ComparisonSettings *self);

const char *comparison_kind_get_name (ComparisonKind kind);

/* All of them, for the method of a result. */
GVariant *comparison_settings_dup_parameters (const ComparisonSettings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComparisonSettings, comparison_settings_free)

G_END_DECLS
