/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/csv-mask.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define SEVENS G_GUINT64_CONSTANT (0x7F7F7F7F7F7F7F7F)
#define TOPS G_GUINT64_CONSTANT (0x8080808080808080)

static guint64
load_word (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);

  return GUINT64_FROM_LE (word);
}

/* The top bit of each byte of @word that is zero; exact, no carry between bytes. */
static guint64
zero_bytes (guint64 word)
{
  return ~(((word & SEVENS) + SEVENS) | word | SEVENS);
}

guint64
csv_mask_portable (const char *text, char delimiter, char end, char quote)
{
  guint64 mask = 0;

  for (guint i = 0; i < 8; i++) {
    guint64 word = load_word (text + 8 * i);
    guint64 found = zero_bytes (word ^ (ONES * (guchar) delimiter)) |
                    zero_bytes (word ^ (ONES * (guchar) end)) |
                    zero_bytes (word ^ (ONES * (guchar) quote));

    /* Gathers the eight top bits into one byte. */
    mask |= (((found >> 7) * G_GUINT64_CONSTANT (0x0102040810204080)) >> 56) << (8 * i);
  }

  return mask;
}

#ifdef __SSE2__

guint64
csv_mask_fast (const char *text, char delimiter, char end, char quote)
{
  const __m128i delimiters = _mm_set1_epi8 (delimiter);
  const __m128i ends = _mm_set1_epi8 (end);
  const __m128i quotes = _mm_set1_epi8 (quote);
  guint64 mask = 0;

  for (guint i = 0; i < 4; i++) {
    __m128i block = _mm_loadu_si128 ((const __m128i *) (const void *) (text + 16 * i));
    __m128i found = _mm_or_si128 (
        _mm_or_si128 (_mm_cmpeq_epi8 (block, delimiters), _mm_cmpeq_epi8 (block, ends)),
        _mm_cmpeq_epi8 (block, quotes));

    mask |= (guint64) (guint32) _mm_movemask_epi8 (found) << (16 * i);
  }

  return mask;
}

#else

guint64
csv_mask_fast (const char *text, char delimiter, char end, char quote)
{
  return csv_mask_portable (text, delimiter, end, quote);
}

#endif

gboolean
csv_is_ascii (const char *text, gsize length)
{
  guint64 seen = 0;
  gsize i = 0;

  for (; i + 32 <= length; i += 32)
    seen |= load_word (text + i) | load_word (text + i + 8) | load_word (text + i + 16) |
            load_word (text + i + 24);
  for (; i < length; i++)
    seen |= (guint64) (guchar) text[i];

  return (seen & TOPS) == 0;
}
