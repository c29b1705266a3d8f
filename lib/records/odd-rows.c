/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/odd-rows.h"

#include <glib/gi18n.h>

#include "base/finding-list.h"
#include "records/record-query.h"

/* How many there are, and the first. */
typedef struct {
  guint64 n;
  gint64 row;
} OddRows;

typedef struct {
  const DefinitionPlan *plan;
  const char *origin;
  guint counted, spans, divisors; /* where they stand in a row */
  guint64 n_rows;
  OddRows undated, unknown;
  OddRows *backwards; /* of each span */
  OddRows *nought;    /* of each divisor */
} Search;

static void
note_row (OddRows *self, const RecordScan *scan)
{
  if (self->n++ == 0)
    self->row = record_scan_get_integer (scan, 0);
}

static void
look_at (const RecordScan *scan, gpointer data)
{
  Search *self = data;

  self->n_rows++;
  if (!record_scan_is_known (scan, 1))
    note_row (&self->undated, scan);
  if (self->plan->counted && !record_scan_is_known (scan, self->counted))
    note_row (&self->unknown, scan);
  for (guint i = 0; i < self->plan->spans->len; i++)
    if (record_scan_is_known (scan, self->spans + i) &&
        record_scan_get_number (scan, self->spans + i) < 0)
      note_row (&self->backwards[i], scan);
  for (guint i = 0; i < self->plan->divisors->len; i++)
    if (record_scan_is_known (scan, self->divisors + i) &&
        record_scan_get_number (scan, self->divisors + i) == 0)
      note_row (&self->nought[i], scan);
}

/* Where the first of @parts stands in a row. */
static guint
select_all (RecordQuery *query, GPtrArray *parts)
{
  const guint first = query->n_selected;

  for (guint i = 0; i < parts->len; i++)
    record_query_select (query, parts->pdata[i]);

  return first;
}

static gboolean
search (Search *self, ScrutinyRecords *records, GCancellable *cancellable, GError **error)
{
  g_autoptr (RecordQuery) query = record_query_new (records);

  record_query_select_row (query);
  record_query_select (query, self->plan->dated);
  if (self->plan->counted)
    self->counted = record_query_select (query, self->plan->counted);
  self->spans = select_all (query, self->plan->spans);
  self->divisors = select_all (query, self->plan->divisors);

  return record_query_ask (query, self->plan->of, self->plan->working, look_at, self, cancellable,
                           error);
}

static void
say (const Search *self,
     GPtrArray *findings,
     const OddRows *odd,
     const char *id,
     const char *statement,
     const char *question,
     const Expression *about)
{
  g_autofree char *text = expression_dup_text (about);
  GVariantDict facts;

  if (odd->n == 0)
    return;
  g_variant_dict_init (&facts, NULL);
  g_variant_dict_insert (&facts, "file", "s", self->origin);
  g_variant_dict_insert (&facts, "expression", "s", text);
  g_variant_dict_insert (&facts, "n", "x", (gint64) odd->n);
  g_variant_dict_insert (&facts, "n_rows", "x", (gint64) self->n_rows);
  g_variant_dict_insert (&facts, "row", "x", odd->row);
  g_variant_dict_insert (&facts, "false_alarm", "d", 0.0);
  finding_list_add (findings, NULL, id, statement, question, NULL, &facts);
}

static GPtrArray *
say_all (const Search *self)
{
  GPtrArray *findings = finding_list_new ();

  for (guint i = 0; i < self->plan->spans->len; i++)
    say (self, findings, &self->backwards[i], "records.backwards",
         N_ ("In {n:n} of {n_rows:n} rows of {file} the time {expression:q} is below nought: they "
             "end before they begin. The first is row {row}."),
         N_ ("Which of the two dates is right in the rows that end before they begin, and how do "
             "they come into the figure?"),
         self->plan->spans->pdata[i]);
  for (guint i = 0; i < self->plan->divisors->len; i++)
    say (self, findings, &self->nought[i], "records.nought",
         N_ ("In {n:n} of {n_rows:n} rows of {file} {expression:q} is nought, and something is "
             "divided by it: nothing comes of those rows. The first is row {row}."),
         N_ ("What does nought stand for there, and how do such rows come into the published "
             "figure?"),
         self->plan->divisors->pdata[i]);
  say (self, findings, &self->undated, "records.undated",
       N_ ("In {n:n} of {n_rows:n} rows of {file} there is no {expression:q}, so that they belong "
           "to no period. The first is row {row}."),
       N_ ("In which period are the rows without a date counted, if they are?"), self->plan->dated);
  if (self->plan->counted)
    say (self, findings, &self->unknown, "records.unknown",
         N_ ("In {n:n} of {n_rows:n} rows of {file} it cannot be told whether {expression:q}; they "
             "are looked at and not counted. The first is row {row}."),
         N_ ("Are the rows of which this cannot be told part of the published figure?"),
         self->plan->counted);

  return findings;
}

GPtrArray *
odd_rows_find (ScrutinyRecords *records,
               const DefinitionPlan *plan,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree OddRows *backwards = g_new0 (OddRows, plan->spans->len + 1);
  g_autofree OddRows *nought = g_new0 (OddRows, plan->divisors->len + 1);
  Search self = { .plan = plan,
                  .origin = scrutiny_records_get_origin (records),
                  .backwards = backwards,
                  .nought = nought };

  return search (&self, records, cancellable, error) ? say_all (&self) : NULL;
}
