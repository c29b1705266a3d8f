/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/any-break.h"
#include "trend/shift-search.h"

G_BEGIN_DECLS

/* What a series must be for a model. */
typedef enum {
  SHIFT_NEEDS_VALUES,
  SHIFT_NEEDS_COUNTS, /* whole numbers from 0 on, or numerators over denominators */
  SHIFT_NEEDS_SHARES, /* numerators that are a part of their denominators */
  SHIFT_NEEDS_TIMES,  /* numbers above 0 */
} ShiftNeeds;

/* A search by a model under way.  @scaled and the arrays have one number a value that is
 * there; a model fills in those that it uses.
 */
typedef struct {
  const ShiftSearch *search;
  const ShiftAsked *asked;
  gsize n;
  const double *scaled;   /* values without their season, standardised */
  double unit;            /* of the figure, in one of @scaled */
  double scale;           /* of the figure, in one count a unit of size */
  double *counts, *sizes; /* NULL where a model does not count */
  double *rows;           /* as of KernelRows */
  KernelRows by_rows;
  double shape;      /* of waiting times */
  double kept;       /* of the variance of noise, when its season was taken off */
  double noise;      /* spread of @scaled around its level */
  double widening;   /* of a penalty, as neighbours are alike or counts vary widely */
  double dispersion; /* of counts around their rates, at least 1 */
} ModelSearch;

/* One way to look for changes: a new one is a file with such a row, and a line in the list
 * of shift-model.c.
 *
 * @price: default penalty of a change, in units of log n; 0 where a chance decides
 * @least: fewest values of a stretch unless asked for, and whatever is asked for
 * @set_up: fills in what the rest needs
 * @cut: the first value of each stretch but the first, and what the stretches cost, twice
 *   the negative logarithm of a likelihood; FALSE where it cannot be cut
 * @describe: sets the mean, the error and the spread of a stretch whose ends are known
 * @settle: (nullable): sets what is known only once there are stretches, which are described
 *   again after it
 * @place: where the change before stretch k may have happened
 * @name_kind: (nullable): what changed; a level if NULL
 * @notice: (nullable): the standard error of a change of level half-way; NULL where the
 *   smallest that would be found is not known, for the reason @unknown
 */
struct _ShiftModel {
  const char *name, *source;
  ShiftNeeds needs;
  double price;   /* in units of log n */
  double penalty; /* where it depends on no length */
  guint least, fewest;
  KernelStretch stretch;
  void (*set_up) (ModelSearch *self);
  gboolean (*cut) (ModelSearch *self, double penalty, gsize *changes, gsize *n, double *cost);
  void (*describe) (const ModelSearch *self, ShiftPiece *piece);
  void (*settle) (ModelSearch *self);
  void (*place) (const ModelSearch *self, guint k, FoundShift *shift);
  ShiftKind (*name_kind) (const ModelSearch *self, const ShiftPiece *a, const ShiftPiece *b);
  double (*notice) (const ModelSearch *self);
  const char *unknown;
};

extern const ShiftModel shift_model_mean, shift_model_one;
extern const ShiftModel shift_model_biweight, shift_model_huber;
extern const ShiftModel shift_model_poisson, shift_model_binomial;
extern const ShiftModel shift_model_exponential, shift_model_gamma;
extern const ShiftModel shift_model_mean_variance, shift_model_quantile;

/* NULL with @error set where there is none, or the series is not what it needs; @found is
 * NULL for the default, which is no row here.
 */
gboolean shift_model_find (const char *name,
                           ScrutinySeries *series,
                           const ShiftModel **found,
                           GError **error);

/* Cuts, describes and dates. */
void shift_model_look (ShiftSearch *search, ScrutinySeries *series, const double *scaled);

/* One cut at @penalty. */
gboolean shift_model_cut (const ShiftSearch *search,
                          ScrutinySeries *series,
                          const double *scaled,
                          double penalty,
                          gsize *changes,
                          gsize *n_changes,
                          double *cost);

/* For models: */

/* The mean of squares of differences without the largest tenth, which may be changes; how
 * many were kept, as a share; and what the mean without them is of that of all, if the
 * differences are normal.
 */
double shift_model_mean_kept (gsize n, double *squares);
double shift_model_share_kept (gsize n);
double shift_model_normal_share (double kept);

/* The mean square of differences of neighbours and of those two apart, of normal noise. */
void shift_model_differences (gsize n, const double *values, double *near, double *far);

/* How alike neighbours are, from these; 0 where it may be chance. */
double shift_model_likeness (gsize n, double near, double far);

/* By drawing values of both stretches again. */
void shift_model_place_by_drawing (const ModelSearch *self, guint k, FoundShift *shift);

G_END_DECLS
