/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/escape.h"
#include "support/near.h"

#include <string.h>

typedef void (*Escape) (GString *out, const char *text);

/* Each row is an attack or an ordinary name, and what may leave. */
static const struct row {
  const char *label;
  Escape escape;
  const char *text, *safe;
} rows[] = {
  { "html: a tag is text", escape_html, "<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;" },
  { "html: quotes cannot end an attribute", escape_html, "\" onload='x'",
    "&quot; onload=&#39;x&#39;" },
  { "html: an entity is text", escape_html, "R&amp;D", "R&amp;amp;D" },
  { "html: ordinary words stay", escape_html, "Repairs – 92% “done”", "Repairs – 92% “done”" },
  { "markdown: a link is text", escape_markdown, "[x](http://y)", "\\[x\\](http://y)" },
  { "markdown: emphasis and code are text", escape_markdown, "*a* _b_ `c`",
    "\\*a\\* \\_b\\_ \\`c\\`" },
  { "markdown: a table stays whole", escape_markdown, "a|b", "a\\|b" },
  { "markdown: html is text", escape_markdown, "<b>", "\\<b\\>" },
  { "markdown: a list mark at the start is text", escape_markdown, "- 5", "\\- 5" },
  { "markdown: a numbered start is text", escape_markdown, "12. June", "12\\. June" },
  { "markdown: a heading is text", escape_markdown, "# one", "\\# one" },
  { "csv: a formula is text", escape_csv, "=HYPERLINK(\"http://x\")",
    "\"'=HYPERLINK(\"\"http://x\"\")\"" },
  { "csv: at, plus and minus are text", escape_csv, "@SUM(A1)", "\"'@SUM(A1)\"" },
  { "csv: a plus is text", escape_csv, "+1+cmd", "\"'+1+cmd\"" },
  { "csv: a minus before words is text", escape_csv, "-2+3", "\"'-2+3\"" },
  { "csv: a negative number stays a number", escape_csv, "-2.5", "-2.5" },
  { "csv: a comma is quoted", escape_csv, "a, b", "\"a, b\"" },
  { "csv: ordinary words stay", escape_csv, "Barnet", "Barnet" },
  { "plain: an escape sequence is not sent", escape_plain, "\033[31mred", "\xEF\xBF\xBD[31mred" },
  { "plain: a bidi control is not sent", escape_plain,
    "a\xE2\x80\xAE"
    "b",
    "a\xEF\xBF\xBD"
    "b" },
};

static void
lets_nothing_act (void **state)
{
  const struct row *row = *state;
  g_autoptr (GString) out = g_string_new (NULL);

  row->escape (out, row->text);
  assert_string_equal (out->str, row->safe);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tests[i] = (struct CMUnitTest){ .name = rows[i].label,
                                    .test_func = lets_nothing_act,
                                    .initial_state = (void *) &rows[i] };

  return cmocka_run_group_tests_name ("report/escape", tests, NULL, NULL);
}
