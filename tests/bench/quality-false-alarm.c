/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/quality.h>

#include "base/columns-builder.h"
#include "kernel/random.h"

#include <math.h>
#include <string.h>

/* How often the rules of quality that go by chance speak of made-up figures in which nothing is
 * amiss: each cell in percent of RUNS tables.
 */

#define RUNS 1000
#define SEED 20261130
#define MOST 120

static guint64 random_state = SEED;

static double
normal (void)
{
  double value;

  kernel_random_normal (&random_state, 1, &value);

  return value;
}

static double
uniform (void)
{
  return (double) (kernel_random_next (&random_state) >> 11) * 0x1p-53;
}

static double
poisson (double mean)
{
  double product = uniform (), limit = exp (-mean), n = 0;

  for (; product > limit; n++)
    product *= uniform ();

  return n;
}

static double
rounded (double value, double unit)
{
  return unit * floor (value / unit + 0.5);
}

typedef enum {
  ONE_DECIMAL,
  WHOLE_NARROW,
  DEPENDENT,
  WALK,
  SEASONAL,
  RISING,
  FEW_CASES,
  SOME_CASES,
  SHARE_OF_FIFTY,
  N_SHAPES,
} Shape;

static const char *const shapes[N_SHAPES] = {
  "normal, sd 3, one decimal", "normal, sd 1, whole",
  "each like the last, 0.6",   "a walk, sd 0.5",
  "a year's season",           "rising",
  "counts around 3",           "counts around 30",
  "per cent of 50, whole",
};

static double
share_of_fifty (void)
{
  double n = 0;

  for (int i = 0; i < 50; i++)
    n += uniform () < 0.85;

  return 2 * n;
}

static double
draw (Shape shape, guint t, double *last)
{
  switch (shape) {
  case ONE_DECIMAL:
    return rounded (80 + 3 * normal (), 0.1);
  case WHOLE_NARROW:
    return rounded (80 + normal (), 1);
  case DEPENDENT:
    *last = 0.6 * *last + 2 * normal ();
    return rounded (80 + *last, 0.1);
  case WALK:
    *last += 0.5 * normal ();
    return rounded (80 + *last, 0.1);
  case SEASONAL:
    return rounded (80 + 5 * sin (2 * G_PI * t / 12) + normal (), 0.1);
  case RISING:
    return rounded (50 + 0.3 * t + normal (), 0.1);
  case FEW_CASES:
    return poisson (3);
  case SOME_CASES:
    return poisson (30);
  default:
    return share_of_fifty ();
  }
}

/* @n_series of @n months, of which each after the first is missing by chance. */
static ScrutinyTable *
make_series (Shape shape, guint n_series, guint n, double missing)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint k = 0; k < n_series; k++) {
    g_autofree char *name = g_strdup_printf ("series %u", k);
    double last = 0;

    for (guint t = 0; t < n; t++) {
      const double value = draw (shape, t, &last);
      g_autofree char *month = g_strdup_printf ("%u-%02u", 2010 + t / 12, 1 + t % 12);

      columns_builder_add_text (builder, "name", name);
      columns_builder_add_text (builder, "period", month);
      columns_builder_add_number (builder, "value", t > 0 && uniform () < missing ? NAN : value);
    }
  }

  return columns_builder_end (builder);
}

/* Records of five wards and three columns, each blank by chance. */
static ScrutinyTable *
make_records (guint n, double blank)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  static const char *const wards[] = { "A", "B", "C", "D", "E" };
  static const char *const columns[] = { "seen", "sex", "outcome" };

  for (guint i = 0; i < n; i++) {
    columns_builder_add_text (builder, "ward", wards[kernel_random_below (&random_state, 5)]);
    for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
      columns_builder_add_text (builder, columns[k], uniform () < blank ? "" : "yes");
  }

  return columns_builder_end (builder);
}

static gboolean
speaks (ScrutinyTable *table, ScrutinyQualityOptions *options, const char *id)
{
  g_autoptr (ScrutinyQuality) quality = scrutiny_quality_new (table, options, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (quality));

  for (guint i = 0; i < findings->len; i++)
    if (strcmp (scrutiny_finding_get_id (findings->pdata[i]), id) == 0)
      return TRUE;

  return FALSE;
}

static void
say (const char *id, const char *what, guint n_series, guint n, guint n_spoken)
{
  g_print ("%-26s %-26s %3u x %4u  %5.1f%%\n", id, what, n_series, n, 100. * n_spoken / RUNS);
}

static ScrutinyQualityOptions *
options_with (const char *key, const char *segment)
{
  ScrutinyQualityOptions *options = scrutiny_quality_options_new ();
  const char *const names[] = { key, NULL };

  if (key)
    scrutiny_quality_options_set_key (options, names);
  scrutiny_quality_options_set_column (options, "segment", segment);

  return options;
}

static void
try_series (const char *id, guint n_series, guint n, double missing)
{
  g_autoptr (ScrutinyQualityOptions) options = options_with ("name", NULL);

  for (Shape shape = 0; shape < N_SHAPES; shape++) {
    guint n_spoken = 0;

    for (guint run = 0; run < RUNS; run++) {
      g_autoptr (ScrutinyTable) table = make_series (shape, n_series, n, missing);

      n_spoken += speaks (table, options, id);
    }
    say (id, shapes[shape], n_series, n, n_spoken);
  }
}

static void
try_records (guint n, double blank)
{
  g_autoptr (ScrutinyQualityOptions) options = options_with (NULL, "ward");
  guint n_spoken = 0;

  for (guint run = 0; run < RUNS; run++) {
    g_autoptr (ScrutinyTable) table = make_records (n, blank);

    n_spoken += speaks (table, options, "quality.blank-unevenly");
  }
  say ("quality.blank-unevenly", "records of five wards", 3, n, n_spoken);
}

int
main (void)
{
  static const guint lengths[] = { 24, 60, MOST };

  g_print ("%u tables a cell, seed %u; a rule, figures, series x rows\n", RUNS, SEED);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    try_series ("quality.same-value", 1, lengths[i], 0);
    try_series ("quality.unit-step", 1, lengths[i], 0);
    try_series ("quality.gaps-follow", 1, lengths[i], 0.15);
  }
  try_series ("quality.same-value", 10, 36, 0);
  try_series ("quality.gaps-follow", 10, 36, 0.1);
  try_series ("quality.gaps-unevenly", 10, 36, 0.1);
  try_records (200, 0.1);
  try_records (2000, 0.02);

  return 0;
}
