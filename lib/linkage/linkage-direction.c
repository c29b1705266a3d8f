/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/linkage-direction.h"

#include "base/columns-builder.h"
#include "base/finding-list.h"
#include "trend/step-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* The chance from which on a past is said to foretell, and how often it is asked at all where
 * nothing is there: what is said of the order is of two that were seen to move together.
 */
static const double RARE = 0.05;
static const double FALSE_ALARM = 0.05;

#define NOT_TOGETHER "It is asked only of two that were seen to move together."
#define AT_ONCE "They move in the same periods, and at once neither comes first."
#define TOO_FEW "It takes 50 periods with both figures."
#define SEASON_LEFT \
  "Part of the season is left in weekly figures, and can make one of the two seem to come first."

void
linkage_direction_init (LinkageDirection *self)
{
  const KernelGranger none = { 0, NAN, 0, 0, NAN, NAN };

  *self = (LinkageDirection){ "not-asked", NOT_TOGETHER, { none, none } };
}

static const char *
choose_word (const KernelDirection *found)
{
  const gboolean forward = found->forward.chance <= RARE;
  const gboolean backward = found->backward.chance <= RARE;

  if (forward == backward)
    return forward ? "both" : "cannot-tell";

  return forward ? "figure-first" : "outcome-first";
}

/* Weeks of a year are too many for a level each. */
static gboolean
has_season_left (unsigned season, gsize n_used)
{
  const KernelSeasonTaken taken = kernel_season_taken (season, n_used);

  return taken != KERNEL_SEASON_ABSENT && taken != KERNEL_SEASON_WHOLE;
}

static const char *
find_reason (const KernelLinkage *linkage, unsigned season)
{
  if (linkage->verdict != KERNEL_LINKAGE_MOVES_WITH)
    return NOT_TOGETHER;
  if (linkage->level.lag == 0)
    return AT_ONCE;

  if (linkage->n_used < KERNEL_DIRECTION_FEWEST)
    return TOO_FEW;

  return has_season_left (season, linkage->n_used) ? SEASON_LEFT : NULL;
}

void
linkage_direction_look (LinkageDirection *self,
                        const LinkedPair *pair,
                        const KernelLinkage *linkage)
{
  const KernelBasisAsked asked = {
    .n = pair->n,
    .used = pair->used,
    .season = pair->season,
  };
  g_autofree double *work = NULL;

  self->reason = find_reason (linkage, pair->season);
  if (self->reason)
    return;
  work = g_new (double, KERNEL_DIRECTION_WORK (pair->n));
  if (kernel_direction (&asked, pair->x, pair->y, work, &self->found) == KERNEL_OK)
    self->word = choose_word (&self->found);
  else
    self->reason = TOO_FEW;
}

static const char *
choose_statement (const char *word)
{
  if (g_str_equal (word, "figure-first"))
    return N_ ("What “{indicator}” did foretells what “{outcome}” does up to {ahead} later, beyond "
               "what the outcome’s own past foretells; the other way round it does not. That is "
               "an order in time: a third thing may come before both.");
  if (g_str_equal (word, "outcome-first"))
    return N_ (
        "What “{outcome}” did foretells what “{indicator}” does up to {behind} later, beyond "
        "what the figure’s own past foretells; the other way round it does not. In time the "
        "outcome comes first, which is not the order of the reason.");
  if (g_str_equal (word, "both"))
    return N_ (
        "What either of “{indicator}” and “{outcome}” did foretells what the other does, "
        "beyond what its own past foretells: each follows the other, or both a third thing.");

  return N_ ("Which of “{indicator}” and “{outcome}” comes first cannot be told: neither’s past "
             "foretells the other beyond what its own past foretells.");
}

static const char *
choose_question (const char *word)
{
  return g_str_equal (word, "outcome-first")
             ? N_ ("Does the service act on the outcome rather than the outcome follow from the "
                   "service?")
             : N_ ("Who has seen the steps between, and in which order?");
}

static void
insert_way (GVariantDict *facts, const char *name, const KernelGranger *way)
{
  g_autofree char *chance = g_strconcat ("p_", name, NULL);
  g_autofree char *lag = g_strconcat ("lag_", name, NULL);

  g_variant_dict_insert (facts, chance, "d", way->chance);
  g_variant_dict_insert (facts, lag, "x", (gint64) way->order);
}

void
linkage_direction_add_finding (const LinkageDirection *self,
                               const LinkageSaying *saying,
                               ScrutinyMethod *method,
                               GPtrArray *findings)
{
  const StepWords words = step_words_get (saying->pair->from.calendar);
  g_autofree char *ahead = step_words_dup_count (words, (guint) self->found.forward.order);
  g_autofree char *behind = step_words_dup_count (words, (guint) self->found.backward.order);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (self->reason)
    return;
  g_variant_dict_insert (&facts, "indicator", "s", saying->indicator);
  g_variant_dict_insert (&facts, "outcome", "s", saying->outcome);
  g_variant_dict_insert (&facts, "direction", "s", self->word);
  g_variant_dict_insert (&facts, "ahead", "s", ahead);
  g_variant_dict_insert (&facts, "behind", "s", behind);
  insert_way (&facts, "forward", &self->found.forward);
  insert_way (&facts, "backward", &self->found.backward);
  g_variant_dict_insert (&facts, "false_alarm", "d", FALSE_ALARM);
  finding_list_add (findings, method, "linkage.direction", choose_statement (self->word),
                    choose_question (self->word), NULL, &facts);
}

/* --- As rows, and as JSON ----------------------------------------------------------------------
 */

static void
add_way (ColumnsBuilder *builder, const char *name, const KernelGranger *way)
{
  columns_builder_add_text (builder, "name", name);
  columns_builder_add_number (builder, "f", way->ratio);
  columns_builder_add_number (builder, "p", way->chance);
  columns_builder_add_number (builder, "lag", (double) way->order);
  columns_builder_add_number (builder, "df_above", (double) way->freedom_above);
  columns_builder_add_number (builder, "df_below", (double) way->freedom_below);
}

ScrutinyTable *
linkage_direction_tabulate (const LinkageDirection *self)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  if (!self->reason) {
    add_way (builder, "forward", &self->found.forward);
    add_way (builder, "backward", &self->found.backward);
  }

  return columns_builder_end (builder);
}

void
linkage_direction_write_json (const LinkageDirection *self, JsonWriter *writer)
{
  g_autoptr (ScrutinyTable) ways = linkage_direction_tabulate (self);

  json_writer_key (writer, "direction");
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "verdict", self->word);
  json_writer_member_string (writer, "reason", self->reason);
  json_writer_key (writer, "ways");
  columns_write_rows (ways, writer);
  json_writer_end_object (writer);
}
