/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/random.h"
#include "support/near.h"

#include <scrutiny/because.h>
#include <scrutiny/chain-builder.h>

#include <string.h>

#define RECORD_MOST 6
#define RECORD_SOURCES 3
#define RECORD_KINDS 11

/* A record of at most six statements.  Those that are the same are one class, named by the first
 * of them; from it everything that the shape of the record decides is found by trying all ways.
 */
typedef struct {
  guint n;
  ScrutinyStatementKind kinds[RECORD_MOST];
  gboolean is_reason[RECORD_MOST][RECORD_MOST]; /* [a][b]: a because b */
  gboolean has_mechanism[RECORD_MOST][RECORD_MOST];
  guint supports[RECORD_MOST][RECORD_MOST],
      contradicts[RECORD_MOST][RECORD_MOST]; /* a bit for each source */
  gboolean has_who[RECORD_MOST], is_observed[RECORD_MOST];
  gboolean is_same[RECORD_MOST][RECORD_MOST];

  guint class_of[RECORD_MOST];
  gboolean is_step[RECORD_MOST][RECORD_MOST];  /* between classes */
  guint items[RECORD_MOST][RECORD_MOST];       /* sources that support a step */
  gboolean is_reached[RECORD_MOST];            /* classes that the claim leads to, and its own */
  ScrutinyStatementKind furthest[RECORD_MOST]; /* of each class */
} Record;

static inline gboolean
is_one_in (guint64 *seed, guint64 n)
{
  return kernel_random_below (seed, n) == 0;
}

static inline void
add_statement (Record *record, ScrutinyChainBuilder *builder, guint i, guint64 *seed)
{
  const char id[] = { (char) ('a' + i), '\0' };

  record->kinds[i] = is_one_in (seed, 3)
                         ? SCRUTINY_STATEMENT_KIND_OUTCOME
                         : (ScrutinyStatementKind) kernel_random_below (seed, RECORD_KINDS);
  record->has_who[i] = !is_one_in (seed, 3);
  record->is_observed[i] = is_one_in (seed, 3);
  record->is_same[i][i] = TRUE;
  scrutiny_chain_builder_state (builder, id, record->kinds[i], id);
  if (record->has_who[i])
    scrutiny_chain_builder_set_who (builder, id, "children");
  if (record->is_observed[i])
    scrutiny_chain_builder_set_detail (builder, id, "by_when", "2030");
}

static inline void
add_item (Record *record, ScrutinyChainBuilder *builder, guint i, guint j, guint64 *seed)
{
  const char id[] = { (char) ('a' + i), '\0' }, other[] = { (char) ('a' + j), '\0' };
  const guint source = (guint) kernel_random_below (seed, RECORD_SOURCES);
  const gboolean is_against = is_one_in (seed, 6);
  g_autofree char *name = g_strdup_printf ("source %u", source);
  g_autoptr (ScrutinyEvidence) plain = scrutiny_evidence_new (name, "2024-11");
  g_autoptr (ScrutinyEvidence) evidence =
      scrutiny_evidence_copy_with (plain, "bearing", is_against ? "contradicts" : "supports", NULL);

  if ((record->supports[i][j] | record->contradicts[i][j]) & (1u << source))
    return;
  *(is_against ? &record->contradicts[i][j] : &record->supports[i][j]) |= 1u << source;
  scrutiny_chain_builder_because (builder, id, other, evidence);
}

static inline void
add_reason (Record *record, ScrutinyChainBuilder *builder, guint i, guint j, guint64 *seed)
{
  const char id[] = { (char) ('a' + i), '\0' }, other[] = { (char) ('a' + j), '\0' };
  const guint n_items = (guint) kernel_random_below (seed, 3);

  record->is_reason[i][j] = TRUE;
  scrutiny_chain_builder_because (builder, id, other, NULL);
  for (guint k = 0; k < n_items; k++)
    add_item (record, builder, i, j, seed);
  if (is_one_in (seed, 4)) {
    record->has_mechanism[i][j] = TRUE;
    scrutiny_chain_builder_set_mechanism (builder, id, other, "by doing so");
  }
}

static inline void
add_same (Record *record, ScrutinyChainBuilder *builder, guint i, guint j)
{
  const char id[] = { (char) ('a' + i), '\0' }, other[] = { (char) ('a' + j), '\0' };

  if (i == j)
    return;
  record->is_same[i][j] = record->is_same[j][i] = TRUE;
  scrutiny_chain_builder_same_as (builder, id, other, NULL);
}

static inline void
close_pairs (guint n, gboolean pairs[RECORD_MOST][RECORD_MOST])
{
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        pairs[i][j] |= pairs[i][k] && pairs[k][j];
}

static inline void
find_classes (Record *record)
{
  const guint n = record->n;

  close_pairs (n, record->is_same);
  for (guint i = 0; i < n; i++) {
    while (!record->is_same[i][record->class_of[i]])
      record->class_of[i]++;
    record->furthest[record->class_of[i]] =
        MAX (record->furthest[record->class_of[i]], record->kinds[i]);
  }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (record->is_reason[i][j] && !record->is_same[i][j]) {
        record->is_step[record->class_of[i]][record->class_of[j]] = TRUE;
        record->items[record->class_of[i]][record->class_of[j]] |= record->supports[i][j];
      }
}

static inline void
find_reached (Record *record)
{
  gboolean leads[RECORD_MOST][RECORD_MOST];

  memcpy (leads, record->is_step, sizeof leads);
  close_pairs (record->n, leads);
  for (guint c = 0; c < record->n; c++)
    record->is_reached[c] = c == 0 || leads[0][c];
}

static inline ScrutinyChain *
make_record (Record *record, guint64 *seed)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  guint n_reasons, n_sames;

  *record = (Record){ .n = 1 + (guint) kernel_random_below (seed, RECORD_MOST) };
  n_reasons = (guint) kernel_random_below (seed, 2 * record->n + 1);
  n_sames = is_one_in (seed, 2) ? 0 : (guint) kernel_random_below (seed, 3);
  for (guint i = 0; i < record->n; i++)
    add_statement (record, builder, i, seed);
  for (guint k = 0; k < n_reasons + n_sames; k++) {
    const guint i = (guint) kernel_random_below (seed, record->n);
    const guint j = (guint) kernel_random_below (seed, record->n);

    if (k >= n_reasons)
      add_same (record, builder, i, j);
    else
      add_reason (record, builder, i, j, seed);
  }
  scrutiny_chain_builder_set_claim (builder, "a");
  find_classes (record);
  find_reached (record);

  return scrutiny_chain_builder_end (builder, NULL);
}

static inline gboolean
is_for_people (const Record *record, guint class)
{
  return record->furthest[class] == SCRUTINY_STATEMENT_KIND_OUTCOME;
}

/* A step that the claim leads to. */
static inline gboolean
is_reached_step (const Record *record, guint i, guint j)
{
  return record->is_reason[i][j] && !record->is_same[i][j] &&
         record->is_reached[record->class_of[i]];
}

static inline gboolean
is_bare (const Record *record, guint i, guint j)
{
  return (record->supports[i][j] | record->contradicts[i][j]) == 0;
}
