/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the bytes from 0x80 mean; 0 where a byte means nothing. */
typedef struct {
  const char *name;
  guint16 characters[128];
} EncodingTable;

#define N_ENCODING_TABLES 3

/* In the order they are preferred when the text leaves it open. */
extern const EncodingTable encoding_tables[N_ENCODING_TABLES];

G_END_DECLS
