/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printable.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define FFFD "\xEF\xBF\xBD"

static const struct printed {
  const char *label, *text;
  gsize most;
  const char *wanted;
} printed[] = {
  { "empty", "", 0, "" },
  { "plain text", "Hwb Caerdydd – 5 £", 0, "Hwb Caerdydd – 5 £" },
  { "terminal escape", "a\033[31mb", 0, "a" FFFD "[31mb" },
  { "control characters", "\001\037\177", 0, FFFD FFFD FFFD },
  { "C1",
    "\xC2\x9B"
    "31m\xC2\x80",
    0, FFFD "31m" FFFD },
  { "no-break space stays", "5\xC2\xA0km", 0, "5\xC2\xA0km" },
  { "bidi embeddings", "\u202Aa\u202E", 0, FFFD "a" FFFD },
  { "bidi isolates", "\u2066a\u2069\u206F", 0, FFFD "a" FFFD FFFD },
  { "bidi marks", "\u200E\u200F\u061C", 0, FFFD FFFD FFFD },
  { "joiners stay", "a\u200Db", 0, "a\u200Db" },
  { "byte order mark in front", "\uFEFFa", 0, "a" },
  { "byte order mark inside", "a\uFEFF\uFEFF", 0, "a" FFFD FFFD },
  { "line separators",
    "a\u2028b\u2029c\xC2\x85"
    "d",
    0, "a b c d" },
  { "line break and tab", "a\nb\tc", 0, "a b c" },
  { "a run is one space", "a\r\n\n\t\v\fb", 0, "a b" },
  { "spaces are kept", "a  b", 0, "a  b" },
  { "invalid byte",
    "a\xFF"
    "b",
    0, "a" FFFD "b" },
  { "Windows-1252 pound",
    "\xA3"
    "5",
    0, FFFD "5" },
  { "truncated sequence", "a\xE2\x82", 0, "a" FFFD FFFD },
  { "surrogate", "\xED\xA0\x80", 0, FFFD FFFD FFFD },
  { "overlong", "\xC0\x80", 0, FFFD FFFD },
  { "as long as allowed", "abcde", 5, "abcde" },
  { "longer than allowed", "abcdef", 5, "abcd…" },
  { "characters, not bytes", "éééé", 3, "éé…" },
  { "only room for the ellipsis", "ab", 1, "…" },
  { "one character", "a", 1, "a" },
  { "breaks count once", "a\n\n\nb", 3, "a b" },
};

static void
prints (void **state)
{
  const struct printed *row = *state;
  g_autofree char *text = printable_dup (row->text, row->most);

  assert_string_equal (text, row->wanted);
  assert_true (g_utf8_validate (text, -1, NULL));
}

static void
gives_nothing_that_acts (void **state)
{
  for (gunichar c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 251) {
    char text[8] = "a";
    g_autofree char *made = NULL;

    if (c >= 0xD800 && c < 0xE000)
      continue;
    text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
    made = printable_dup (text, 0);
    for (const char *at = made; *at;)
      assert_true (printable_is_safe (printable_next (&at)));
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (printed) + 1];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (printed); i++)
    tests[n++] = (struct CMUnitTest){ .name = printed[i].label,
                                      .test_func = prints,
                                      .initial_state = (void *) &printed[i] };
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (gives_nothing_that_acts);

  return cmocka_run_group_tests_name ("base/printable", tests, NULL, NULL);
}
