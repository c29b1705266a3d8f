/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/text-lines.h"

#include <string.h>

#include "support/rows.h"

static const struct row {
  const char *label, *text;
  double width;
  guint most;
  const char *lines; /* joined by a bar */
} rows[] = {
  { "one line where there is room", "Calls are answered", 500, 6, "Calls are answered" },
  { "between words", "Calls are answered", 80, 6, "Calls are|answered" },
  { "spaces around are dropped", "  Calls   are  ", 500, 6, "Calls   are" },
  { "a word that is too long", "mmmmmm", 26, 6, "mm|mm|mm" },
  { "one letter at least to a line", "mmm", 1, 6, "m|m|m" },
  { "the last of too many ends in an ellipsis", "mm mm mm mm", 30, 2, "mm|m…" },
  { "no ellipsis where all of it fits", "mm mm", 30, 2, "mm|mm" },
  { "an accent stays on its letter",
    "e\xCC\x81"
    "e\xCC\x81"
    "e\xCC\x81",
    8, 6, "e\xCC\x81|e\xCC\x81|e\xCC\x81" },
  { "a family is one sign", "👩‍👧👩‍👧", 20, 6, "👩‍👧|👩‍👧" },
  { "a flag is one sign", "🇬🇧🇬🇧", 20, 6, "🇬🇧|🇬🇧" },
  { "a skin tone belongs to its hand", "👍🏽👍🏽", 20, 6, "👍🏽|👍🏽" },
  { "signs are broad", "児童児童", 30, 6, "児童|児童" },
  { "breaks of lines are spaces", "a\nb", 500, 6, "a b" },
  { "nothing has no line", "", 500, 6, "" },
};

static void
breaks_where_it_can (void **state)
{
  const struct row *row = *state;
  g_autoptr (GPtrArray) lines = text_lines_new (row->text, 13, row->width, row->most);
  g_autofree char *joined = NULL;

  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("|", (char **) lines->pdata);
  assert_string_equal (joined, row->lines);
}

static const struct side {
  const char *label, *text;
  gboolean is_from_right;
} sides[] = {
  { "Arabic", "يحصل الأطفال على المساعدة", TRUE },
  { "Hebrew after figures", "45 ימים", TRUE },
  { "Welsh", "Mae plant yn cael cymorth", FALSE },
  { "English with a word of Arabic", "Help (مساعدة) starts", FALSE },
  { "figures alone", "45%", FALSE },
};

static void
goes_by_the_first_letter (void **state)
{
  const struct side *row = *state;

  assert_int_equal (text_is_from_right (row->text), row->is_from_right);
}

/* No line is wider than was asked, whatever the text; only one sign may be. */
static void
keeps_within_the_width (void **state)
{
  static const char text[] =
      "Llanfairpwllgwyngyll gogerych 児童 👩‍🚒 يحصل WWW iiii, and so on";

  (void) state;
  for (double width = 20; width < 300; width += 7) {
    g_autoptr (GPtrArray) lines = text_lines_new (text, 13, width, 100);

    for (guint i = 0; i < lines->len; i++)
      assert_true (text_width (lines->pdata[i], 13) <= width + 1e-9);
  }
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + G_N_ELEMENTS (sides) + 1];
  size_t n = add_rows (tests, breaks_where_it_can, rows, G_N_ELEMENTS (rows), sizeof *rows);

  n += add_rows (tests + n, goes_by_the_first_letter, sides, G_N_ELEMENTS (sides), sizeof *sides);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_within_the_width);

  return cmocka_run_group_tests_name ("report/text-lines", tests, NULL, NULL);
}
