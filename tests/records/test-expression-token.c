/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-token.h"
#include "support/rows.h"

#include <string.h>

/* Tokens as their kind's name and, where it matters, their content. */
static const struct read {
  const char *label;
  const char *text;
  const char *read;
} texts[] = {
  { "nothing", "", "" },
  { "blanks", " \t\r\n", "" },
  { "no blanks", "days<=45", "name:days <= number:45" },
  { "words in any case", "And oR NOT in Between is", "and or not in between is" },
  { "missing has two words", "missing NULL Null", "missing missing missing" },
  { "truths", "true FALSE", "true false" },
  { "names that begin as words", "android not_ nullable", "name:android name:not_ name:nullable" },
  { "names in Welsh", "_a1 ŵyth", "name:_a1 name:ŵyth" },
  { "a name with an accent that combines", "w\xcc\x82yth", "name:w\xcc\x82yth" },
  { "functions are names", "lower date", "name:lower name:date" },
  { "numbers", "1.5 .5 2. 3..4", "number:1.5 number:.5 number:2. number:3. number:.4" },
  { "exponents", "1e3 1.5E-3 2e+4", "number:1e3 number:1.5E-3 number:2e+4" },
  { "no exponent", "1e 2e+ 3e-x", "?:1e ?:2e + ?:3e - name:x" },
  { "a number that runs into a word", "45days 0x1F 1_000", "?:45days ?:0x1F ?:1_000" },
  { "texts", "'Y' ''", "text:Y text:" },
  { "a text with a mark inside", "'St Mary''s'", "text:St Mary's" },
  { "a text of one mark", "''''", "text:'" },
  { "a text with the other mark", "'a \"b\"'", "text:a \"b\"" },
  { "a text over two lines", "'a\nb'", "text:a\nb" },
  { "names with blanks", "\"cases overdue\" \"and\"", "name:cases overdue name:and" },
  { "a name with a mark inside", "\"5\"\" pipe\"", "name:5\" pipe" },
  { "an open text", "'open", "open" },
  { "an open text that ends in a doubled mark", "'open''", "open" },
  { "an open name", "\"open", "open" },
  { "comparisons", ">= ≥ <= ≤ <> != ≠ = > <", ">= >= <= <= <> <> <> = > <" },
  { "other signs", "+ - − * × / ÷ ( ) ,", "+ - - * * / / ( ) ," },
  { "words of SQL", "SELECT x From like", "sql:SELECT name:x sql:From sql:like" },
  { "signs of SQL", "; -- /* */ || :: ==", "?:; ?:-- ?:/* ?:*/ ?:|| ?::: ?:==" },
  { "parameters", "? :a @b $1", "?:? ?:: name:a ?:@ name:b ?:$ number:1" },
  { "marks of a word processor", "“ ‘ `", "?:“ ?:‘ ?:`" },
};

static const char *const names[] = {
  "?",  "sql",     "open", "",        "number", "name",  "text", "and", "or", "not",
  "in", "between", "is",   "missing", "true",   "false", ">=",   "<=",  ">",  "<",
  "=",  "<>",      "+",    "-",       "*",      "/",     "(",    ")",   ",",
};

static gboolean
has_content (ExpressionTokenKind kind)
{
  return kind == EXPRESSION_TOKEN_UNKNOWN || kind == EXPRESSION_TOKEN_FOREIGN ||
         kind == EXPRESSION_TOKEN_NUMBER || kind == EXPRESSION_TOKEN_NAME ||
         kind == EXPRESSION_TOKEN_TEXT;
}

static void
reads_tokens (void **state)
{
  const struct read *row = *state;
  g_autoptr (GString) got = g_string_new (NULL);
  ExpressionToken token = expression_token_next (row->text);

  for (; token.kind != EXPRESSION_TOKEN_END; token = expression_token_next (token.end)) {
    g_autofree char *content = expression_token_dup_content (&token);

    g_string_append_printf (got, "%s%s", got->len ? " " : "", names[token.kind]);
    if (has_content (token.kind))
      g_string_append_printf (got, ":%s", content);
  }

  assert_string_equal (got->str, row->read);
  assert_int_equal (expression_token_next (token.end).kind, EXPRESSION_TOKEN_END);
}

static const struct marked {
  const char *label;
  const char *name;
  int needs_marks;
} marked[] = {
  { "a name", "referral_date", 0 },
  { "a name in Welsh", "dyddiad_ŵyth", 0 },
  { "two words", "referral date", 1 },
  { "a blank in front", " referral", 1 },
  { "a blank behind", "referral ", 1 },
  { "none", "", 1 },
  { "a number", "45", 1 },
  { "a number and a word", "45days", 1 },
  { "a word of the language", "Missing", 1 },
  { "a word of SQL", "From", 1 },
  { "what begins a date", "DATE", 0 },
  { "a mark", "a\"b", 1 },
  { "in marks", "\"a\"", 1 },
};

static void
tells_who_needs_marks (void **state)
{
  const struct marked *row = *state;

  assert_int_equal (expression_token_needs_marks (row->name), row->needs_marks);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (texts) + G_N_ELEMENTS (marked)];
  size_t n = 0;

  n += add_rows (tests + n, reads_tokens, texts, G_N_ELEMENTS (texts), sizeof *texts);
  n += add_rows (tests + n, tells_who_needs_marks, marked, G_N_ELEMENTS (marked), sizeof *marked);

  return cmocka_run_group_tests_name ("records/expression-token", tests, NULL, NULL);
}
