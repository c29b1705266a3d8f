/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/page.h"
#include "support/near.h"

#include <string.h>

static const char *const header[] = { "What", "From", NULL };

static Page *
small_page (void)
{
  Page *page = page_new ();
  PageBlock *block;

  page_add (page, PAGE_TITLE, "One question on <repairs>");
  block = page_add (page, PAGE_QUESTION, "Who chose 90?");
  block->number = 1;
  block->more = g_strdup ("322 of 357 is 90.2%.");
  block = page_add_table (page, NULL, header);
  page_table_add (block, "Days, by month");
  page_table_add (block, NULL);
  page_add (page, PAGE_FOLD, "The method");
  page_add (page, PAGE_ITEM, "folded words");
  page_add (page, PAGE_UNFOLD, NULL);

  return page;
}

static void
text_reads_in_order (void **state)
{
  g_autoptr (Page) page = small_page ();
  g_autofree char *text = page_dup_text (page, 88);

  assert_string_equal (text, "One question on <repairs>\n=========================\n\n"
                             " 1. Who chose 90?\n    322 of 357 is 90.2%.\n\n"
                             "  What            From\n  Days, by month\n");
}

static void
text_wraps_at_the_width (void **state)
{
  g_autoptr (Page) page = page_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  page_add (page, PAGE_ITEM, "one two three four five six seven eight nine ten eleven twelve");
  text = page_dup_text (page, 24);
  lines = g_strsplit (text, "\n", -1);
  assert_string_equal (lines[0], "  - one two three four");
  for (gsize i = 0; lines[i]; i++)
    assert_true (g_utf8_strlen (lines[i], -1) <= 24);
}

static void
text_stacks_a_table_that_is_too_wide (void **state)
{
  g_autoptr (Page) page = small_page ();
  g_autofree char *text = page_dup_text (page, 12);

  assert_non_null (strstr (text, "  - Days, by\n    month\n"));
}

/* The names give way to the figures, as long as they can still be read. */
static void
text_wraps_the_first_column (void **state)
{
  static const char *const names[] = { "Figure", "Value", NULL };
  g_autoptr (Page) page = page_new ();
  PageBlock *table = page_add_table (page, NULL, names);
  g_autofree char *text = NULL;

  page_table_add (table, "Calls answered in fifteen seconds, or never answered at all");
  page_table_add (table, "77.4");
  page_table_add (table, "An_unbroken_name_of_more_than_one_line");
  page_table_add (table, "5");
  text = page_dup_text (page, 33);
  assert_string_equal (text, "\n  Figure                    Value\n"
                             "  Calls answered in         77.4\n"
                             "  fifteen seconds, or\n"
                             "  never answered at all\n"
                             "  An_unbroken_name_of_more  5\n"
                             "  _than_one_line\n" +
                                 1);
}

static void
html_is_one_safe_page (void **state)
{
  g_autoptr (Page) page = small_page ();
  g_autofree char *html = page_dup_html (page, "en");

  assert_true (g_str_has_prefix (html, "<!doctype html>"));
  assert_non_null (strstr (html, "<h1>One question on &lt;repairs&gt;</h1>"));
  assert_non_null (strstr (html, "<details><summary>The method</summary>"));
  assert_non_null (strstr (html, "<li>folded words</li>\n</ul>\n</details>"));
  assert_null (strstr (html, "<script"));
  assert_null (strstr (html, "src="));
  assert_null (strstr (html, "href="));
}

static void
markdown_holds_the_same (void **state)
{
  g_autoptr (Page) page = small_page ();
  g_autofree char *markdown = page_dup_markdown (page);

  assert_non_null (strstr (markdown, "# One question on \\<repairs\\>\n"));
  assert_non_null (strstr (markdown, "1. **Who chose 90?**\n\n   322 of 357 is 90.2%.\n"));
  assert_non_null (strstr (markdown, "| What | From |\n| --- | --- |\n| Days, by month |  |\n"));
}

static void
a_column_that_says_nothing_is_left_out (void **state)
{
  static const char *const names[] = { "Figure", "Period", "Value", "Target", NULL };
  static const char *const cells[] = { "", "", "1", "", "b", "", "", "" };
  g_autoptr (Page) page = page_new ();
  PageBlock *table = page_add_table (page, NULL, names);
  g_autofree char *markdown = NULL;

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    page_table_add (table, cells[i]);
  page_table_drop_empty (table);
  markdown = page_dup_markdown (page);
  assert_non_null (strstr (markdown, "| Figure | Value |\n| --- | --- |\n|  | 1 |\n| b |  |\n"));
  assert_int_equal (page_table_n_rows (table), 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (text_reads_in_order),
    cmocka_unit_test (text_wraps_at_the_width),
    cmocka_unit_test (text_stacks_a_table_that_is_too_wide),
    cmocka_unit_test (text_wraps_the_first_column),
    cmocka_unit_test (html_is_one_safe_page),
    cmocka_unit_test (markdown_holds_the_same),
    cmocka_unit_test (a_column_that_says_nothing_is_left_out),
  };

  return cmocka_run_group_tests_name ("report/page", tests, NULL, NULL);
}
