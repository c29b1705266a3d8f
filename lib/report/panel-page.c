/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/panel-page.h"

#include <scrutiny/discoveries.h>

#include "base/fact-list.h"
#include "base/message.h"
#include "base/number.h"

#include <math.h>

/* Of ten thousand series a person reads some; the rest is in the other forms. */
#define MOST_ROWS 50
#define MOST_REASONS 5
#define DIGITS 4
#define MOST_DECIMALS 6

/* What is shown of a series where it is there: a value, the ends it lies between, or both. */
typedef struct {
  const char *heading;
  const char *value, *low, *high; /* columns, or NULL */
} Shown;

static const Shown shown[] = {
  { "direction", "direction", NULL, NULL },
  { "since", "since", NULL, NULL },
  { "at", "at", NULL, NULL },
  { "dated between", NULL, "earliest", "latest" },
  { "before", "before", NULL, NULL },
  { "after", "after", NULL, NULL },
  { "change", "change", "change_low", "change_high" },
  { "up", "n_up", NULL, NULL },
  { "down", "n_down", NULL, NULL },
  { "signals", NULL, "first_signal", "last_signal" },
  { "centre", "centre", NULL, NULL },
  { "limits", NULL, "lower", "upper" },
  { "slope", "slope", "low", "high" },
  { "verdict", "verdict", NULL, NULL },
  { "lag", "lag", NULL, NULL },
  { "correlation", "r", "low", "high" },
};

static char *
dup_number (double number)
{
  char text[NUMBER_TEXT_SIZE * 12];

  if (!isfinite (number))
    return g_strdup ("");
  const double before = number == 0 ? 1 : floor (log10 (fabs (number))) + 1;
  const double decimals = CLAMP (DIGITS - before, 0, MOST_DECIMALS);

  return g_strdup (number == floor (number) ? number_format (number, text)
                                            : number_format_fixed (number, (guint) decimals, text));
}

static char *
dup_cell (ScrutinyTable *table, const char *name, gsize row)
{
  if (scrutiny_table_is_text (table, name))
    return g_strdup (scrutiny_table_get_texts (table, name)[row]);

  return dup_number (scrutiny_table_get_doubles (table, name, NULL)[row]);
}

/* “14.6 (12.6 to 16.6)”, “2021-08 to 2021-11”, “14.6”, or nothing. */
static char *
dup_shown (ScrutinyTable *table, const Shown *self, gsize row)
{
  g_autofree char *value = self->value ? dup_cell (table, self->value, row) : g_strdup ("");
  const gboolean has_ends = self->low && scrutiny_table_has_column (table, self->low);
  g_autofree char *low = has_ends ? dup_cell (table, self->low, row) : g_strdup ("");
  g_autofree char *high = has_ends ? dup_cell (table, self->high, row) : g_strdup ("");

  if (!*low || !*high)
    return g_steal_pointer (&value);

  return *value ? g_strdup_printf ("%s (%s to %s)", value, low, high)
                : g_strdup_printf ("%s to %s", low, high);
}

static gboolean
is_there (ScrutinyTable *table, const Shown *self)
{
  return scrutiny_table_has_column (table, self->value ? self->value : self->low);
}

/* Whose a series is stands before its status. */
static guint
count_keys (char **names)
{
  guint n = 0;

  while (names[n] && !g_str_equal (names[n], "status"))
    n++;

  return n;
}

static PageBlock *
begin_table (Page *page, ScrutinyTable *table)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  const guint n_keys = count_keys (names);
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  for (guint k = 0; k < n_keys; k++)
    g_ptr_array_add (headings, names[k]);
  for (guint k = 0; k < G_N_ELEMENTS (shown); k++) {
    if (is_there (table, &shown[k]))
      g_ptr_array_add (headings, (gpointer) shown[k].heading);
  }
  g_ptr_array_add (headings, NULL);

  return page_add_table (page, "What stands out", (const char *const *) headings->pdata);
}

static void
add_sentence (Page *page, const char *message, const FactList *facts)
{
  page_add_take (page, PAGE_PARAGRAPH, message_dup (message, facts));
}

static gint64
count_of (GVariant *counts, const char *name)
{
  gint64 n = 0;

  g_variant_lookup (counts, name, "x", &n);

  return n;
}

/* How often chance alone flags a series is known of all, of some or of none. */
static const char *
choose_chance (GVariant *counts)
{
  const gint64 known = count_of (counts, "known"), done = count_of (counts, "done");

  if (done == 0)
    return "Of {series:n} {what}, none could be told anything of.";
  if (known == 0)
    return "Of {series:n} {what}, {flagged:n} {flagged|stands|stand} out; how many chance alone "
           "would give is not known.";
  if (known < done)
    return "Of {series:n} {what}, {flagged:n} {flagged|stands|stand} out. Of {known:n} of them it "
           "is known how many chance alone would give, about {expected:.0}; {found:n} of these "
           "{found|does|do}.";

  return "Of {series:n} {what}, {flagged:n} {flagged|stands|stand} out; chance alone would give "
         "about {expected:.0}.";
}

/* A row is a series, or a pair of them that has a verdict. */
static GVariant *
dup_facts (GVariant *counts, ScrutinyTable *table)
{
  GVariantDict facts;

  g_variant_dict_init (&facts, counts);
  g_variant_dict_insert (&facts, "what", "s",
                         scrutiny_table_has_column (table, "verdict") ? "pairs" : "series");

  return g_variant_ref_sink (g_variant_dict_end (&facts));
}

static void
add_counts (Page *page, GVariant *counts, ScrutinyTable *table)
{
  g_autoptr (GVariant) said = dup_facts (counts, table);
  g_autoptr (FactList) facts = fact_list_new (said);

  add_sentence (page, choose_chance (counts), facts);
  if (count_of (counts, "flagged") > 0 && g_variant_lookup (counts, "discoveries", "x", NULL))
    add_sentence (page,
                  "{discoveries:n} {discoveries|stands|stand} out even when it is allowed for that "
                  "so many were looked at.",
                  facts);
}

static void
add_row (PageBlock *block, ScrutinyTable *table, gsize row)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  const guint n_keys = count_keys (names);

  for (guint k = 0; k < n_keys; k++)
    page_table_add_take (block, dup_cell (table, names[k], row));
  for (guint k = 0; k < G_N_ELEMENTS (shown); k++) {
    if (is_there (table, &shown[k]))
      page_table_add_take (block, dup_shown (table, &shown[k], row));
  }
}

static void
add_rows (Page *page, ScrutinyTable *table)
{
  gsize n = 0, n_flagged = 0;
  const double *flagged = scrutiny_table_has_column (table, "flagged")
                              ? scrutiny_table_get_doubles (table, "flagged", &n)
                              : NULL;
  PageBlock *block = NULL;

  for (gsize row = 0; row < n; row++) {
    if (!(flagged[row] > 0) || ++n_flagged > MOST_ROWS)
      continue;
    block = block ? block : begin_table (page, table);
    add_row (block, table, row);
  }
  if (block)
    page_table_drop_empty (block);
  if (n_flagged > MOST_ROWS)
    page_add_take (page, PAGE_SMALL,
                   g_strdup_printf ("These are the first %d; %" G_GSIZE_FORMAT
                                    " more stand out. As CSV and JSON all are there.",
                                    MOST_ROWS, n_flagged - MOST_ROWS));
}

/* How many series have each reason, in the order in which they come first. */
static GPtrArray *
count_reasons (ScrutinyTable *table, const char *status, GHashTable *counts)
{
  const char *const *statuses = scrutiny_table_get_texts (table, "status");
  const char *const *reasons = scrutiny_table_get_texts (table, "reason");
  GPtrArray *order = g_ptr_array_new ();

  for (gsize i = 0; statuses && reasons && statuses[i]; i++) {
    if (!g_str_equal (statuses[i], status))
      continue;
    const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, reasons[i]));
    if (n == 0)
      g_ptr_array_add (order, (gpointer) reasons[i]);
    g_hash_table_insert (counts, (gpointer) reasons[i], GUINT_TO_POINTER (n + 1));
  }

  return order;
}

static void
add_reasons (Page *page, ScrutinyTable *table, const char *status, const char *heading)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = count_reasons (table, status, counts);

  if (order->len == 0)
    return;
  page_add (page, PAGE_HEADING, heading);
  for (guint k = 0; k < MIN (order->len, MOST_REASONS); k++) {
    const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, order->pdata[k]));

    page_add_take (page, PAGE_ITEM, g_strdup_printf ("%u × %s", n, (const char *) order->pdata[k]));
  }
  if (order->len > MOST_REASONS)
    page_add_take (page, PAGE_ITEM,
                   order->len == MOST_REASONS + 1
                       ? g_strdup ("and 1 other reason")
                       : g_strdup_printf ("and %u other reasons", order->len - MOST_REASONS));
}

Page *
panel_page_new (ScrutinyTable *table, const char *title)
{
  g_autoptr (GVariant) counts = scrutiny_discoveries_count (table);
  Page *page = page_new ();

  page_add (page, PAGE_TITLE, title);
  if (count_of (counts, "series") == 0)
    page_add (page, PAGE_PARAGRAPH, "There is no series.");
  else
    add_counts (page, counts, table);
  add_rows (page, table);
  add_reasons (page, table, "cannot-tell", "What cannot be told");
  add_reasons (page, table, "refused", "What was not looked at");

  return page;
}
