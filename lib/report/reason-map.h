/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "indicator/chain-private.h"

G_BEGIN_DECLS

/* One or several statements that were marked as the same. */
typedef struct {
  GPtrArray *statements; /* of ChainStatement, the chain's, as they were stated */
  GPtrArray *arrows;     /* of ReasonArrow, the map's: to what is given as its reasons */
  GPtrArray *own;        /* of ChainReason, the chain's: it is its own reason */
  gboolean is_led_to;
} ReasonBox;

/* The reasons from one box to another: more than one only where statements are the same. */
typedef struct {
  guint from, to;
  GPtrArray *reasons; /* of ChainReason, the chain's */
  GPtrArray *notes;   /* of char *: what else there is to say of it, a short line each */
} ReasonArrow;

/* A chain of reasons as it is drawn and listed. */
typedef struct {
  ScrutinyChain *chain;
  guint n_confirmed;     /* statements whose kind somebody confirmed */
  GPtrArray *boxes;      /* of ReasonBox; the first holds the claim */
  GPtrArray *arrows;     /* of ReasonArrow */
  GHashTable *by_reason; /* ChainReason to ReasonArrow, both lent */
} ReasonMap;

ReasonMap *reason_map_new (ScrutinyChain *chain);

/* Whether somebody has confirmed the kind of @statement. */
gboolean reason_map_is_confirmed (const ChainStatement *statement);
void reason_map_free (ReasonMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReasonMap, reason_map_free)

/* The arrow that a reason of the record became; NULL if there is none, or it leads to itself. */
ReasonArrow *reason_map_find_arrow (const ReasonMap *self, const char *id, const char *reason_id);

const ReasonBox *reason_map_box (const ReasonMap *self, guint index);

G_END_DECLS
