/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

#include "kernel/pile-up.h"

G_BEGIN_DECLS

/* What lengths are measured in, and how they come round. */
typedef struct {
  const char *name;               /* as it is asked for */
  const char *many;               /* in a sentence */
  const char *question, *request; /* of a pile of them */
  gint64 seconds;                 /* 0: cannot be taken from two moments */
  KernelPileUpShape shape;
} PileupUnit;

/* Days for NULL.  NULL, with an error that lists the units, for another name. */
const PileupUnit *pileup_unit_find (const char *name, GError **error);

G_END_DECLS
