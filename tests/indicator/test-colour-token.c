/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/colour-token.h"
#include "support/rows.h"

#include <string.h>

/* Tokens as their kind's letter and, where it matters, their content. */
static const struct read {
  const char *label;
  const char *text;
  const char *read;
} texts[] = {
  { "nothing", "", "" },
  { "blanks", " \t\r\n", "" },
  { "a remark", "# all of it", "" },
  { "remarks between", "# one\nvalue # two\n>=", "name:value >=" },
  { "no blanks", "value>=88", "name:value >= number:88" },
  { "words in any case", "FROM Until wHen", "from until when" },
  { "names that begin as words", "fromage when_", "name:fromage name:when_" },
  { "names in Welsh", "_a1 ŵyth", "name:_a1 name:ŵyth" },
  { "numbers", "1.5 .5 2. 3..4", "number:1.5 number:.5 number:2. number:3. number:.4" },
  { "statuses", "\"GREEN\" “Coch 1”", "text:GREEN text:Coch 1" },
  { "an empty status", "\"\"", "text:" },
  { "quotation marks inside", "“a \"b\" c”", "text:a \"b\" c" },
  { "names in grave accents", "`cases overdue` `when`", "name:cases overdue name:when" },
  { "an open quotation", "\"open\n\"", "? ?" },
  { "an open curly quotation", "“open", "?" },
  { "an open grave accent", "`open", "?" },
  { "comparisons", ">= ≥ <= ≤ <> != ≠ == = > <", ">= >= <= <= <> <> <> = = > <" },
  { "other signs", "+ - − * × / ÷ % ( ) , : ;", "+ - - * * / / % ( ) , : ;" },
  { "signs of no language", "! @ $ . '", "? ? ? ? ?" },
};

static const char *const names[] = {
  "?",       "",         "number",  "name", "text", "from", "until", "when",   "otherwise",
  "missing", "override", "because", "and",  "or",   "not",  "is",    "within", "of",
  "round",   "abs",      ">=",      "<=",   ">",    "<",    "=",     "<>",     "+",
  "-",       "*",        "/",       "%",    "(",    ")",    ",",     ":",      ";",
};

static void
reads_tokens (void **state)
{
  const struct read *row = *state;
  g_autoptr (GString) got = g_string_new (NULL);
  ColourToken token = colour_token_next (row->text);

  for (; token.kind != TOKEN_END; token = colour_token_next (token.end)) {
    g_string_append_printf (got, "%s%s", got->len ? " " : "", names[token.kind]);
    if (token.kind == TOKEN_NUMBER || token.kind == TOKEN_NAME || token.kind == TOKEN_TEXT)
      g_string_append_printf (got, ":%.*s", (int) token.content_length, token.content);
  }

  assert_string_equal (got->str, row->read);
  assert_int_equal (colour_token_next (token.end).kind, TOKEN_END);
}

static const struct periods {
  const char *label;
  const char *text;
  const char *period;
} periods[] = {
  { "before a colon", " 2024-04: x", "2024-04" },
  { "of two words", " 2009/10 academic :", "2009/10 academic" },
  { "before until", " 2024-04 until 2025-03:", "2024-04" },
  { "before UNTIL", " 2024-04 UNTIL 2025-03:", "2024-04" },
  { "before a status", "2024-06 \"x\"", "2024-06" },
  { "before a curly status", "2024-06“x”", "2024-06" },
  { "before a remark", " 2024-06 # x", "2024-06" },
  { "before the end of the line", " 2024-06\n: x", "2024-06" },
  { "before a semicolon", " 2024-06; x", "2024-06" },
  { "none", "", "" },
};

static void
reads_a_period (void **state)
{
  const struct periods *row = *state;
  const ColourToken token = colour_token_period (row->text);
  g_autofree char *got = g_strndup (token.content, token.content_length);

  assert_string_equal (got, row->period);
  assert_ptr_equal (token.end, token.start + strlen (got));
}

static const struct places {
  const char *label;
  const char *text;
  size_t at; /* in bytes */
  const char *place;
  guint line;
} places[] = {
  { "the beginning", "abc", 0, "line 1, column 1", 1 },
  { "the end", "abc", 3, "line 1, column 4", 1 },
  { "characters, not bytes", "ŵŷx", 4, "line 1, column 3", 1 },
  { "a line break", "a\nb", 1, "line 1, column 2", 1 },
  { "the second line", "a\nb", 2, "line 2, column 1", 2 },
  { "lines of another system", "a\r\n\r\nb", 5, "line 3, column 1", 3 },
};

static void
tells_the_place (void **state)
{
  const struct places *row = *state;
  guint line = 0;
  g_autofree char *place = colour_token_dup_place (row->text, row->text + row->at, &line);

  assert_string_equal (place, row->place);
  assert_int_equal (line, row->line);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (texts) + G_N_ELEMENTS (periods) + G_N_ELEMENTS (places)];
  size_t n = 0;

  n += add_rows (tests + n, reads_tokens, texts, G_N_ELEMENTS (texts), sizeof *texts);
  n += add_rows (tests + n, reads_a_period, periods, G_N_ELEMENTS (periods), sizeof *periods);
  n += add_rows (tests + n, tells_the_place, places, G_N_ELEMENTS (places), sizeof *places);
  assert_int_equal (n, G_N_ELEMENTS (tests));

  return cmocka_run_group_tests_name ("colour-token", tests, NULL, NULL);
}
