/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/encoding.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const char *const encodings[] = { NULL,    "UTF-8",     "UTF-16", "Windows-1252",
                                         "CP850", "Mac Roman", "KOI8-R", "no such" };

/* What a decoder gives is UTF-8 and nothing is used that was not there. */
static gboolean
decode (EncodingDecoder *decoder, const guint8 *data, gsize size, gsize piece)
{
  gsize at = 0, end = 0;

  do {
    g_autoptr (GError) error = NULL;
    GString *decoded = NULL;
    gsize n_used = 0;
    gboolean is_last;

    end = MIN (end + piece, size);
    is_last = end == size;
    if (!encoding_decoder_decode (decoder, (const char *) data + at, end - at, is_last, &n_used,
                                  &decoded, &error)) {
      g_assert_nonnull (error);
      return FALSE;
    }
    g_assert_cmpuint (n_used, <=, end - at);
    if (decoded) {
      g_assert_true (g_utf8_validate_len (decoded->str, decoded->len, NULL) ||
                     memchr (decoded->str, '\0', decoded->len));
      g_string_free (decoded, TRUE);
    } else if (!memchr (data + at, '\0', n_used)) {
      g_assert_true (g_utf8_validate_len ((const char *) data + at, n_used, NULL));
    }
    at += n_used;
  } while (end < size);

  return TRUE;
}

/* The first byte says which encoding, the second how long the pieces are. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (EncodingDecoder) decoder = NULL;
  g_autofree char *note = NULL;

  if (size < 2)
    return 0;
  decoder = encoding_decoder_new (encodings[data[0] % G_N_ELEMENTS (encodings)], "fuzz.csv");
  decode (decoder, data + 2, size - 2, 4 + data[1]);
  note = encoding_decoder_dup_note (decoder);

  return 0;
}
