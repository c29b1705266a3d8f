/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/wait-balance.h"
#include "kernel/kaplan-meier.h"

G_BEGIN_DECLS

/* Fewer finished cases say nothing of the rest. */
#define WAITS_FEWEST 10

/* The shares whose times are looked for. */
#define WAITS_N_SHARES 4
extern const double waits_shares[WAITS_N_SHARES];

/* A quantile of the finished alone, by ranks; an end that is not there is NaN. */
typedef struct {
  double value, low, high;
} WaitQuantile;

/* Rows of one case tied together. */
typedef struct {
  gsize n_all;     /* cases */
  gsize n_cases;   /* of them, with an end */
  gsize n_again;   /* cases with more than one row */
  double reported; /* mean of finished rows */
  double whole;    /* mean of finished cases, from first start to last end */
  double ratio;    /* NaN where each row is a case */
  gsize n_windows;
  double *followed, *returned; /* by window */
} WaitCases;

typedef struct {
  WaitSpans *spans;
  double level, z;
  double fewest;       /* cases that may be told of */
  gboolean names_rows; /* that are left out */
  gboolean tells_open; /* how many finished and how many are open may be told */
  gboolean tells_balance, tells_cases;
  gsize n_known;  /* of half and tail, before what may not be told is left out */
  double longest; /* that as many lasted as may be told of */
  gsize n, n_finished, n_open;
  double *finished, *open; /* in rising order */
  KernelKaplanMeierStep *steps;
  gsize n_steps;
  KernelSurvivalQuantile quantiles[WAITS_N_SHARES];
  WaitQuantile finished_quantiles[WAITS_N_SHARES];
  double mean; /* of the finished */
  double open_median;
  WaitBalance balance;
  WaitCases cases;
} WaitReading;

/* FALSE with @error set. */
gboolean wait_reading_init (WaitReading *self,
                            ScrutinyTable *table,
                            const char *from,
                            const char *to,
                            ScrutinyWaitsOptions *options,
                            GError **error);
void wait_reading_clear (WaitReading *self);

G_END_DECLS
