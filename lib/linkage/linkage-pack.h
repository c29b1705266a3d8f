/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>

#include "kernel/linkage.h"
#include "linkage/linked-pair.h"

G_BEGIN_DECLS

/* One of many figures that are held against each other.
 *
 * @name: as a row calls it
 * @refusal: why nothing can be asked of it, or NULL
 * @own: the figure beside itself, whose used periods are those it has, without events
 */
typedef struct {
  char *name;
  ScrutinySeries *series;
  char *refusal;
  LinkedPair own;
  guint window;
  gboolean is_white;
  double *numbers;
  KernelBothWays ways;
} PackFigure;

/* Many figures, whose like periods are looked at in one way that is made once: what is new in each
 * figure is found once, not for each pair.
 */
typedef struct {
  GPtrArray *figures; /* of PackFigure */
  GPtrArray *windows;
  GHashTable *window_numbers; /* by their periods */
} LinkagePack;

void linkage_pack_init (LinkagePack *self);
void linkage_pack_clear (LinkagePack *self);

/* Adds a figure; @name and @refusal are taken, and events are spans, of char *. */
void linkage_pack_add (LinkagePack *self,
                       char *name,
                       ScrutinySeries *series,
                       GPtrArray *events,
                       char *refusal);

const PackFigure *linkage_pack_get (const LinkagePack *self, guint i);

/* What came of a pair.
 *
 * @refusal: why the question could not be put, or NULL
 */
typedef struct {
  char *refusal;
  LinkedPair pair;
  gboolean is_lent; /* the pair's periods are those of both figures */
  KernelLinkage found;
} PackAnswer;

/* @max_lag: what was asked, -1 for the usual; the same as if the two were asked by themselves. */
void linkage_pack_ask (const LinkagePack *self, guint i, guint k, int max_lag, PackAnswer *answer);
void pack_answer_clear (PackAnswer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LinkagePack, linkage_pack_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PackAnswer, pack_answer_clear)

G_END_DECLS
