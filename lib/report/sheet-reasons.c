/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/sheet-reasons.h"

#include "report/reason-map.h"
#include "report/reason-tested.h"
#include "report/reason-words.h"

/* Longer, and nobody reads to the end; it is the depth of the lists, too. */
#define MOST_LISTED 200

typedef struct {
  Page *page;
  ReasonMap *map;
  ScrutinyDossier *dossier; /* or NULL */
  gboolean *is_listed;      /* of each box */
  gboolean *is_open;        /* its reasons are being listed */
  guint n_listed;
} Listing;

static void
append_part (GString *more, const char *before, const char *text, const char *after)
{
  if (text && *text)
    g_string_append_printf (more, "%s%s%s%s", more->len > 0 ? "; " : "", before, text, after);
}

static void
append_part_take (GString *more, char *text)
{
  append_part (more, "", text, "");
  g_free (text);
}

static void
append_lag (GString *more, int lag)
{
  if (lag == 0)
    append_part (more, "", "in the same period", "");
  else if (lag > 0)
    append_part_take (more, g_strdup_printf ("after %d %s", lag, lag == 1 ? "period" : "periods"));
}

/* Of a reason: how it works, which way and how soon, who said so, the evidence, and the data. */
static void
append_reasons (GString *more, const ReasonArrow *arrow)
{
  for (guint i = 0; i < arrow->reasons->len; i++) {
    const ChainReason *reason = arrow->reasons->pdata[i];

    append_part (more, "how: ", reason->details[REASON_MECHANISM], "");
    append_lag (more, reason->lag);
    append_part (more, "said by ", reason->details[REASON_AUTHOR], "");
  }
  append_part_take (more, reason_words_dup_evidence_in_full (arrow->reasons));
  for (guint i = 0; i < arrow->notes->len; i++)
    append_part (more, "", arrow->notes->pdata[i], "");
}

/* Those that are marked as the same as the first. */
static void
append_sames (GString *more, const ReasonBox *box)
{
  const guint n = MIN (box->statements->len, REASON_WORDS_MOST_SAME);

  for (guint i = 1; i < n; i++) {
    const ChainStatement *statement = box->statements->pdata[i];
    g_autofree char *same = reason_words_dup_same (statement, box->statements);

    append_part_take (more, g_strdup_printf ("“%s”: %s", statement->text, same));
  }
  if (n < box->statements->len)
    append_part_take (more,
                      g_strdup_printf ("%u more marked as the same", box->statements->len - n));
}

static void
append_own (GString *more, const ReasonBox *box)
{
  g_autofree char *evidence = NULL;

  if (box->own->len == 0)
    return;
  evidence = reason_words_dup_evidence_in_full (box->own);
  append_part (more, "given as its own reason: ", evidence, "");
}

static void
append_remarks (GString *more, const ReasonBox *box, ScrutinyDossier *dossier)
{
  for (guint i = 0; i < box->statements->len; i++) {
    g_autofree char *remarks = reason_words_dup_remarks (box->statements->pdata[i], dossier);

    append_part (more, "", remarks, "");
  }
}

static char *
dup_more (const Listing *self, const ReasonBox *box, const ReasonArrow *arrow)
{
  GString *more = g_string_new (NULL);

  append_part_take (more, reason_words_dup_kind (self->map, box->statements->pdata[0]));
  if (arrow)
    append_reasons (more, arrow);
  append_sames (more, box);
  append_own (more, box);
  append_remarks (more, box, self->dossier);

  return g_string_free (more, FALSE);
}

/* Of what stands above: only how it is a reason here. */
static char *
dup_again (const ReasonArrow *arrow, gboolean is_loop)
{
  GString *more = g_string_new ("already above");

  if (is_loop)
    append_part (more, "", "the reasons lead back to it", "");
  append_reasons (more, arrow);

  return g_string_free (more, FALSE);
}

static void
add_item (Listing *self, guint index, guint depth, const char *before, char *more)
{
  const ReasonBox *box = reason_map_box (self->map, index);
  const ChainStatement *first = box->statements->pdata[0];
  PageBlock *item = page_add (self->page, PAGE_ITEM, first->text);

  item->number = depth;
  item->before = g_strdup (before);
  item->more = more;
}

static void add_reasons_of (Listing *self, guint index, guint depth);

static void
add_reason (Listing *self, const ReasonArrow *arrow, guint depth)
{
  if (self->is_listed[arrow->to]) {
    add_item (self, arrow->to, depth, "because", dup_again (arrow, self->is_open[arrow->to]));
    return;
  }
  add_item (self, arrow->to, depth, "because",
            dup_more (self, reason_map_box (self->map, arrow->to), arrow));
  add_reasons_of (self, arrow->to, depth);
}

/* There are as many steps down as are listed at most. */
static void
add_reasons_of (Listing *self, guint index, guint depth)
{
  const ReasonBox *box = reason_map_box (self->map, index);

  self->is_listed[index] = TRUE;
  self->is_open[index] = TRUE;
  self->n_listed++;
  for (guint i = 0; i < box->arrows->len && self->n_listed < MOST_LISTED; i++)
    add_reason (self, box->arrows->pdata[i], depth + 1);
  self->is_open[index] = FALSE;
}

static void
add_root (Listing *self, guint index)
{
  const ReasonBox *box = reason_map_box (self->map, index);

  if (self->is_listed[index] || self->n_listed >= MOST_LISTED)
    return;
  add_item (self, index, 0,
            index == 0       ? "The claim:"
            : box->is_led_to ? "Only a loop leads here:"
                             : "No reason leads here:",
            dup_more (self, box, NULL));
  add_reasons_of (self, index, 0);
}

/* The claim, what nothing leads to, and loops that nothing leads to. */
static void
add_roots (Listing *self)
{
  add_root (self, 0);
  for (guint i = 1; i < self->map->boxes->len; i++)
    if (!reason_map_box (self->map, i)->is_led_to)
      add_root (self, i);
  for (guint i = 1; i < self->map->boxes->len; i++)
    add_root (self, i);
}

void
sheet_reasons_add_list (Page *page,
                        ScrutinyBecause *because,
                        ScrutinyDossier *dossier,
                        GPtrArray *beside)
{
  g_autoptr (ReasonMap) map = reason_map_new (scrutiny_because_get_chain (because));
  const guint n = map->boxes->len;
  g_autofree gboolean *is_listed = g_new0 (gboolean, n + 1);
  g_autofree gboolean *is_open = g_new0 (gboolean, n + 1);
  Listing listing = { page, map, dossier, is_listed, is_open, 0 };

  if (n == 0)
    return;
  reason_tested_note (map, beside);
  add_roots (&listing);
  if (listing.n_listed < n)
    page_add_take (page, PAGE_ITEM,
                   g_strdup_printf ("%u further statements are on record and not listed here.",
                                    n - listing.n_listed));
}
