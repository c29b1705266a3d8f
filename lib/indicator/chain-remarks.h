/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What people record beside a statement: any number of each. */
typedef enum {
  REMARK_VIEW,
  REMARK_HARM,
  REMARK_COMPANION,
  N_REMARKS,
} ChainRemark;

/* How a file and a message call one sort of remark. */
typedef struct {
  const char *key;          /* of the list in a file */
  const char *name;         /* in a message */
  const char *const *texts; /* its properties as a file writes them; the first must say something */
} ChainRemarkNames;

extern const ChainRemarkNames chain_remark_names[N_REMARKS];

GType chain_remark_get_type (ChainRemark sort);

G_END_DECLS
