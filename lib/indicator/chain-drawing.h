/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "indicator/chain-private.h"

G_BEGIN_DECLS

/* How a language of drawings writes boxes, arrows and what stands on them.  A label is what
 * @append_text made of texts.
 */
typedef struct {
  const char *begin, *end;
  const char *line_break;                               /* within a label */
  void (*append_text) (GString *out, const char *text); /* so that it stays text */
  void (*append_box) (GString *out, guint place, const char *label);
  void (*append_reason) (GString *out, guint from, guint to, const char *label);
  void (*append_same) (GString *out, guint one, guint other, const char *label);
} ChainDrawing;

/* All statements, reasons and marks: boxes with what they say, their kind and whose lives it is
 * about, arrows with the evidence that is offered, and links between what is the same.
 */
char *chain_drawing_write (const ChainDrawing *self, ScrutinyChain *chain);

/* The place of each statement in the record, from 0: in a drawing it is called n0, n1 and so on. */
GHashTable *chain_places_new (ScrutinyChain *chain);
guint chain_place_of (GHashTable *places, gconstpointer statement);

G_END_DECLS
