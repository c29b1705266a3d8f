/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EncodingDecoder EncodingDecoder;

/* Makes UTF-8 of bytes as published, piece by piece: by @encoding if it is given, else
 * by a byte order mark, by being UTF-8, or by which of the encodings councils still use
 * makes the likeliest letters in the piece where it first matters.
 */
EncodingDecoder *encoding_decoder_new (const char *encoding, const char *origin);
void encoding_decoder_free (EncodingDecoder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EncodingDecoder, encoding_decoder_free)

/* Sets @n_used to the bytes done with: the others are part of a character and come again
 * before the next piece.  @decoded is NULL if they are UTF-8 as they stand.
 */
gboolean encoding_decoder_decode (EncodingDecoder *self,
                                  const char *bytes,
                                  gsize n_bytes,
                                  gboolean is_last,
                                  gsize *n_used,
                                  GString **decoded,
                                  GError **error);

/* What was chosen without being told; nullable. */
char *encoding_decoder_dup_note (EncodingDecoder *self);

G_END_DECLS
