/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/csv-mask.h"

#include "support/near.h"

#include <string.h>

static guint64
mask_slowly (const char *text, char delimiter, char end, char quote)
{
  guint64 mask = 0;

  for (guint i = 0; i < 64; i++)
    if (text[i] == delimiter || text[i] == end || text[i] == quote)
      mask |= G_GUINT64_CONSTANT (1) << i;

  return mask;
}

/* Every byte in every place, and pseudo-random blocks: all three agree. */
static void
finds_the_same_bytes (void **state)
{
  char text[64];
  guint32 seed = 7;

  for (guint byte = 0; byte < 256; byte++) {
    for (guint i = 0; i < 64; i++) {
      memset (text, (int) byte, sizeof text);
      text[i] = (char) (byte + 1);
      assert_true (csv_mask_portable (text, ',', '\n', '"') == mask_slowly (text, ',', '\n', '"'));
      assert_true (csv_mask_fast (text, ',', '\n', '"') == mask_slowly (text, ',', '\n', '"'));
    }
  }
  for (guint n = 0; n < 5000; n++) {
    for (guint i = 0; i < 64; i++) {
      seed = seed * 1664525 + 1013904223;
      text[i] = n % 2 ? ",;\n\r\"a\x80\0"[seed >> 29] : (char) (seed >> 24);
    }
    assert_true (csv_mask_portable (text, ';', '\r', '"') == mask_slowly (text, ';', '\r', '"'));
    assert_true (csv_mask_fast (text, ';', '\r', '"') == mask_slowly (text, ';', '\r', '"'));
  }
}

static void
knows_ascii (void **state)
{
  char text[200];

  for (gsize length = 0; length < sizeof text; length++) {
    memset (text, 0x7F, sizeof text);
    assert_true (csv_is_ascii (text, length));
    if (length == 0)
      continue;
    text[length - 1] = (char) 0x80;
    assert_false (csv_is_ascii (text, length));
    text[length - 1] = 'a';
    text[0] = (char) 0xC3;
    assert_false (csv_is_ascii (text, length));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (finds_the_same_bytes),
    cmocka_unit_test (knows_ascii),
  };

  return cmocka_run_group_tests_name ("io/csv-mask", tests, NULL, NULL);
}
