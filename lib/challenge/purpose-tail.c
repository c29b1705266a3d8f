/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/purpose-method.h"

#include <scrutiny/records-tables.h>

#include "base/finding-list.h"
#include "base/number.h"
#include "base/printed.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* So many times the limit is far beyond it, and so large a share of the cases is no exception. */
#define TIMES 2
#define SHARE 0.05

/* Fewer cases have no tail to speak of. */
#define FEWEST_CASES 20

/* Lengths of cases against their limit. */
typedef struct {
  double limit, mean;
  gsize n, n_beyond;
} Tail;

static gboolean
is_average (ScrutinyDefinition *definition)
{
  const char *kind = scrutiny_definition_get_kind (definition);

  return g_strcmp0 (kind, "mean") == 0 || g_strcmp0 (kind, "median") == 0;
}

/* What the definition sets; of an average also its target. */
static double
find_limit (ScrutinyIndicator *indicator, ScrutinyDefinition *definition)
{
  const char *limit = scrutiny_definition_get_limit (definition);
  double value = NAN;

  if (limit)
    number_parse (limit, strlen (limit), &value);
  else if (is_average (definition))
    value = purpose_find_target (indicator);

  return value > 0 ? value : NAN;
}

static void
tail_fill (Tail *self, ScrutinyTable *table, const char *measure)
{
  gsize n;
  const double *lengths = scrutiny_table_get_doubles (table, measure, &n);
  double sum = 0;

  for (gsize i = 0; lengths && i < n; i++) {
    if (isnan (lengths[i]))
      continue;
    self->n++;
    sum += lengths[i];
    self->n_beyond += lengths[i] > TIMES * self->limit;
  }
  self->mean = sum / (double) self->n;
}

/* A number of people below the dossier's threshold is not said, and nor is what gives it away; none
 * is where numbers are rounded.
 */
static gboolean
is_hidden (const Tail *self, ScrutinyRecords *records)
{
  const guint fewest = scrutiny_records_get_suppress_below (records);

  return self->n_beyond < fewest || self->n - self->n_beyond < fewest ||
         scrutiny_records_get_round_to (records) > 1;
}

static void
tail_ask (const Tail *self, gboolean hidden, guint round_to, GPtrArray *findings)
{
  const double n_shown = printed_round_count ((double) self->n, round_to);
  const double percent = 100 * (double) self->n_beyond / (double) self->n;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "mean", "d", printed_round (self->mean, 1));
  g_variant_dict_insert (&facts, "limit", "d", self->limit);
  g_variant_dict_insert (&facts, "cases", "x", (gint64) n_shown);
  if (!hidden) {
    g_variant_dict_insert (&facts, "beyond", "x", (gint64) self->n_beyond);
    g_variant_dict_insert (&facts, "percent", "d", printed_round (percent, 1));
  }
  finding_list_add (
      findings, NULL, "purpose.tail",
      hidden ? N_ ("The mean of {cases:n} cases is {mean}, within {limit}, and yet more than one "
                   "case in twenty took over twice {limit}.")
             : N_ ("The mean of {cases:n} cases is {mean}, within {limit}, and yet {beyond:n} of "
                   "them ({percent}%) took over twice {limit}."),
      N_ ("Who are they, and what were they waiting for?"),
      N_ ("How long each case took, the longest first"), &facts);
}

void
purpose_tail_ask (ScrutinyIndicator *indicator, GPtrArray *findings)
{
  ScrutinyDefinition *definition = scrutiny_indicator_get_definition (indicator);
  GObject *rows = scrutiny_indicator_get_records (indicator);
  const char *measure = definition ? scrutiny_definition_get_measure (definition) : NULL;
  g_autoptr (ScrutinyTable) table = NULL;
  Tail tail = { .limit = measure ? find_limit (indicator, definition) : NAN };

  if (!rows || isnan (tail.limit))
    return;
  table = scrutiny_records_dup_table (SCRUTINY_RECORDS (rows), (const char *[]){ measure, NULL },
                                      scrutiny_definition_get_of (definition), NULL, NULL);
  if (!table)
    return;
  tail_fill (&tail, table, measure);
  if (tail.n >= FEWEST_CASES && tail.mean <= tail.limit &&
      (double) tail.n_beyond >= SHARE * (double) tail.n)
    tail_ask (&tail, is_hidden (&tail, SCRUTINY_RECORDS (rows)),
              scrutiny_records_get_round_to (SCRUTINY_RECORDS (rows)), findings);
}
