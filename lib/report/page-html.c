/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/page.h"

#include "report/escape.h"
#include "report/picture.h"

/* Black on white, prints on A4, needs no script and no other file. */
static const char style[] =
    ":root{--ink:#0b0c0c;--soft:#505a5f;--rule:#b1b4b6}"
    "*{box-sizing:border-box}"
    "body{font:1.0625rem/1.5 'Liberation "
    "Sans',Arial,sans-serif;color:var(--ink);margin:0;background:#fff}"
    "main{overflow-wrap:anywhere;max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}"
    "h1{font-size:2rem;line-height:1.15;margin:.2rem 0 .4rem}"
    "h2{font-size:1.4rem;margin:2.2rem 0 .6rem;border-top:2px solid var(--ink);padding-top:.7rem}"
    "h3{font-size:1.0625rem;margin:1.8rem 0 .2rem}"
    ".lead{margin:.15rem 0;color:var(--soft)}"
    ".pub{border-left:.6rem solid var(--rule);padding:.2rem 0 .2rem .9rem;margin:1rem 0}"
    "ol.q{list-style:none;padding:0;margin:0}"
    "ol.q li{display:grid;grid-template-columns:2.4rem 1fr;padding:.85rem 0;border-bottom:1px "
    "solid var(--rule);"
    "break-inside:avoid}"
    "ol.q .n{font-weight:700;font-size:1.5rem;line-height:1.2}"
    "ol.q .ask{font-size:1.1875rem;font-weight:700;line-height:1.3;margin:0 0 .25rem}"
    "ol.q .why{margin:0}"
    ".askline{margin:.4rem 0;padding-left:.9rem;border-left:2px solid var(--ink)}"
    "ul{padding-left:1.2rem;margin:.4rem 0}ul ul{margin:0}"
    "ul ul ul ul ul ul{padding-left:.3rem}"
    ".scroll{overflow-x:auto}"
    "table{border-collapse:collapse;width:100%;font-size:.95rem;margin:.4rem 0}"
    "caption{text-align:left;font-weight:700;padding:.3rem 0}"
    "th,td{text-align:left;padding:.35rem .6rem .35rem 0;border-bottom:1px solid "
    "var(--rule);vertical-align:top}"
    "td,thead th{overflow-wrap:break-word;max-width:16rem}tbody th{font-weight:400}"
    "td{font-variant-numeric:tabular-nums}"
    "figure{margin:.4rem 0;break-inside:avoid}"
    "details{margin:.3rem 0 1rem}summary{cursor:pointer;text-decoration:underline}"
    ".small{font-size:.9rem;color:var(--soft)}"
    "@page{size:A4;margin:14mm 16mm}"
    "@media print{html{font-size:9.5pt}body{font-size:1rem;line-height:1.4}"
    "main{max-width:none;padding:0}details:not([open]){display:none}"
    "h1{font-size:1.8rem}h2{font-size:1.25rem;margin:1.1rem 0 .3rem;padding-top:.4rem}"
    "h2.page{break-before:page;margin-top:0}h2,h3,p:has(+figure){break-after:avoid}"
    "h3{margin-top:1.2rem}"
    "tr,.pub,.askline{break-inside:avoid}th,td{padding:.22rem .6rem .22rem 0}"
    "ol.q li{padding:.4rem 0}ol.q .ask{font-size:1.1rem;margin-bottom:.1rem}}";

typedef struct {
  GString *out;
  PageBlockKind open; /* a list that blocks of this kind may go on */
  guint n_charts;
} HtmlForm;

static void
append_element (HtmlForm *self, const char *open, const char *text, const char *close)
{
  g_string_append (self->out, open);
  escape_html (self->out, text);
  g_string_append (self->out, close);
}

static void
append_table (HtmlForm *self, const PageBlock *table)
{
  g_string_append (
      self->out,
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>");
  if (table->text)
    append_element (self, "<caption>", table->text, "</caption>");
  g_string_append (self->out, "<thead><tr>");
  for (guint column = 0; column < table->n_columns; column++)
    append_element (self, "<th scope=\"col\">", page_table_cell (table, 0, column), "</th>");
  g_string_append (self->out, "</tr></thead><tbody>\n");
  for (guint row = 1; row <= page_table_n_rows (table); row++) {
    append_element (self, "<tr><th scope=\"row\">", page_table_cell (table, row, 0), "</th>");
    for (guint column = 1; column < table->n_columns; column++)
      append_element (self, "<td>", page_table_cell (table, row, column), "</td>");
    g_string_append (self->out, "</tr>\n");
  }
  g_string_append (self->out, "</tbody></table></div>\n");
}

static void
append_chart (HtmlForm *self, const PageBlock *block)
{
  g_autofree char *id = g_strdup_printf ("c%u", ++self->n_charts);
  const SvgChartLabels labels = { .id = id,
                                  .title = block->text,
                                  .description = block->more,
                                  .events = block->events,
                                  .beside = block->beside };

  g_string_append (self->out, "<figure>");
  picture_find (block->drawn)->append (self->out, block->drawn, &labels);
  g_string_append (self->out, "</figure>\n");
}

static void
append_question (HtmlForm *self, const PageBlock *block)
{
  g_string_append_printf (self->out, "<li><span class=\"n\">%u</span><div>", block->number);
  append_element (self, "<p class=\"ask\">", block->text, "</p>");
  if (block->more)
    append_element (self, "<p class=\"why\">", block->more, "</p>");
  g_string_append (self->out, "</div></li>\n");
}

/* A text that somebody wrote, in whatever direction; what stands around it keeps its own. */
static void
append_item_text (HtmlForm *self, const PageBlock *item)
{
  if (item->before) {
    append_element (self, "<li>", item->before, " ");
    append_element (self, "<bdi>", item->text, "</bdi>");
  } else {
    append_element (self, "<li>", item->text, "");
  }
  if (item->more)
    append_element (self, " <bdi class=\"small\">(", item->more, ")</bdi>");
}

/* @next: how deep the next item is, 0 after the last. */
static void
append_item (HtmlForm *self, const PageBlock *item, guint next)
{
  append_item_text (self, item);
  if (next > item->number)
    g_string_append (self->out, "\n<ul>\n");
  else
    g_string_append (self->out, "</li>\n");
  for (guint depth = item->number; depth > next; depth--)
    g_string_append (self->out, "</ul></li>\n");
}

static void
switch_list (HtmlForm *self, PageBlockKind kind)
{
  if (self->open == kind)
    return;
  if (self->open == PAGE_ITEM)
    g_string_append (self->out, "</ul>\n");
  else if (self->open == PAGE_QUESTION)
    g_string_append (self->out, "</ol>\n");
  if (kind == PAGE_ITEM)
    g_string_append (self->out, "<ul>\n");
  else if (kind == PAGE_QUESTION)
    g_string_append (self->out, "<ol class=\"q\">\n");
  self->open = kind;
}

/* The blocks that are one element around their text. */
static const struct element {
  const char *open, *close;
} elements[] = {
  [PAGE_TITLE] = { "<h1>", "</h1>\n" },
  [PAGE_LEAD] = { "<p class=\"lead\">", "</p>\n" },
  [PAGE_PART] = { "<h2>", "</h2>\n" },
  [PAGE_PART_NEW_PAGE] = { "<h2 class=\"page\">", "</h2>\n" },
  [PAGE_HEADING] = { "<h3>", "</h3>\n" },
  [PAGE_PARAGRAPH] = { "<p>", "</p>\n" },
  [PAGE_SMALL] = { "<p class=\"small\">", "</p>\n" },
  [PAGE_PUBLISHED] = { "<div class=\"pub\">", "</div>\n" },
  [PAGE_ASK] = { "<p class=\"askline\"><b>Ask:</b> ", "</p>\n" },
  [PAGE_FOLD] = { "<details><summary>", "</summary>\n" },
};

static void
append_block (HtmlForm *self, const PageBlock *block, guint next_depth)
{
  if (block->kind == PAGE_ITEM)
    append_item (self, block, next_depth);
  else if (block->kind == PAGE_TABLE)
    append_table (self, block);
  else if (block->kind == PAGE_CHART)
    append_chart (self, block);
  else if (block->kind == PAGE_QUESTION)
    append_question (self, block);
  else if (block->kind == PAGE_UNFOLD)
    g_string_append (self->out, "</details>\n");
  else
    append_element (self, elements[block->kind].open, block->text, elements[block->kind].close);
}

static guint
depth_after (const Page *page, guint index)
{
  const PageBlock *next = index + 1 < page->blocks->len ? page->blocks->pdata[index + 1] : NULL;

  return next && next->kind == PAGE_ITEM ? next->number : 0;
}

static const char *
title_of (const Page *page)
{
  for (guint i = 0; i < page->blocks->len; i++) {
    const PageBlock *block = page->blocks->pdata[i];

    if (block->kind == PAGE_TITLE)
      return block->text;
  }

  return "";
}

void
page_write_html (const Page *self, const char *language, Drain *drain)
{
  HtmlForm form = { .out = drain->out, .open = PAGE_TITLE };

  g_string_append (form.out, "<!doctype html>\n<html lang=\"");
  escape_html (form.out, language);
  g_string_append (form.out,
                   "\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
  append_element (&form, "<title>", title_of (self), "</title>\n");
  g_string_append_printf (form.out, "<style>%s\n%s</style>\n</head>\n<body>\n<main>\n", style,
                          svg_chart_style);
  for (guint i = 0; i < self->blocks->len; i++) {
    const PageBlock *block = self->blocks->pdata[i];

    switch_list (&form, block->kind);
    append_block (&form, block, depth_after (self, i));
    drain_off (drain);
  }
  switch_list (&form, PAGE_TITLE);
  g_string_append (form.out, "</main>\n</body>\n</html>\n");
}

char *
page_dup_html (const Page *self, const char *language)
{
  Drain whole = { .out = g_string_sized_new (1 << 16) };

  page_write_html (self, language, &whole);

  return g_string_free (whole.out, FALSE);
}
