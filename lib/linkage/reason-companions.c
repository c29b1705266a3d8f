/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-companions.h"

#include <scrutiny/companion.h>

#include <string.h>

#include "base/printable.h"

/* Nobody brings more than that to a meeting. */
#define MOST_COMPANIONS 12

#define MOST_OF_A_MEASURE 120
#define MOST_OF_A_TEXT 160

/* Where companions are looked for. */
typedef struct {
  const ReasonGraph *graph;
  ScrutinyDossier *dossier;
  ScrutinyIndicator *indicator;
  const ReasonLines *lines;
  ScrutinyIndicator **measures; /* of each group */
  GHashTable *seen;             /* of char *: a measure and what it is beside */
} Search;

static void
reason_companion_free (gpointer data)
{
  ReasonCompanion *self = data;

  reason_test_clear (&self->test);
  g_clear_pointer (&self->line.ids, g_ptr_array_unref);
  g_clear_object (&self->line.figure);
  g_clear_object (&self->line.outcome);
  g_free (self->measure);
  g_free (self->why);
  g_free (self->said_by);
  g_free (self);
}

const char *
reason_companion_get_statement (const ReasonCompanion *self)
{
  return self->line.ids->pdata[0];
}

/* By its id, or by its title in the same area, as people write it. */
static ScrutinyIndicator *
find_figure (ScrutinyDossier *dossier, const char *measure, const char *area)
{
  ScrutinyIndicator *found = scrutiny_dossier_find_indicator (dossier, measure, NULL);
  const guint n = scrutiny_dossier_get_n_indicators (dossier);

  for (guint i = 0; !found && i < n; i++) {
    ScrutinyIndicator *other = scrutiny_dossier_get_indicator (dossier, i);

    if (strcmp (scrutiny_indicator_get_title (other), measure) == 0 &&
        g_strcmp0 (scrutiny_indicator_get_area (other), area) == 0)
      found = other;
  }

  return found;
}

static gboolean
is_line (const ReasonLines *lines, ScrutinyIndicator *figure, ScrutinyIndicator *outcome)
{
  for (guint i = 0; i < lines->lines->len; i++) {
    const ReasonLine *line = lines->lines->pdata[i];

    if (line->figure == figure && line->outcome == outcome)
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_listed (const ReasonCompanions *self, ScrutinyIndicator *beside, ScrutinyIndicator *figure)
{
  for (guint i = 0; i < self->list->len; i++) {
    const ReasonCompanion *listed = self->list->pdata[i];

    if (listed->line.figure == beside && listed->line.outcome == figure)
      return TRUE;
  }

  return FALSE;
}

static char *
dup_shown (const char *text)
{
  return text && *text ? printable_dup (text, MOST_OF_A_TEXT) : NULL;
}

static ReasonCompanion *
reason_companion_new (ScrutinyCompanion *companion, const char *statement)
{
  ReasonCompanion *self = g_new0 (ReasonCompanion, 1);

  self->line.ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->line.ids, g_strdup (statement));
  self->measure = printable_dup (scrutiny_companion_get_measure (companion), MOST_OF_A_MEASURE);
  self->why = dup_shown (scrutiny_companion_get_why (companion));
  self->said_by = dup_shown (scrutiny_companion_get_said_by (companion));

  return self;
}

/* What it is beside, what it is, and what it did. */
static void
set_beside (ReasonCompanion *self,
            const Search *search,
            ScrutinyIndicator *beside,
            ScrutinyIndicator *figure)
{
  self->line.figure = g_object_ref (beside);
  self->line.outcome = figure ? g_object_ref (figure) : NULL;
  self->is_among_reasons = figure && is_line (search->lines, beside, figure);
  reason_test_init_beside (&self->test, &self->line, beside == search->indicator,
                           figure && !self->is_among_reasons);
}

/* The figure of the statement, or the one that the reasons are for. */
static ScrutinyIndicator *
get_beside (const Search *search, gsize statement)
{
  ScrutinyIndicator *own = search->measures[search->graph->group[statement]];

  return own ? own : search->indicator;
}

static gboolean
is_seen (const Search *search, const char *measure, ScrutinyIndicator *beside)
{
  g_autofree char *folded = g_utf8_casefold (measure, -1);

  return !g_hash_table_add (search->seen,
                            g_strdup_printf ("%s\n%s", scrutiny_indicator_get_id (beside), folded));
}

static void
add (ReasonCompanions *self, const Search *search, gsize statement, ScrutinyCompanion *companion)
{
  const char *measure = scrutiny_companion_get_measure (companion);
  ScrutinyIndicator *beside = get_beside (search, statement), *figure;
  ReasonCompanion *added;

  if (is_seen (search, measure, beside))
    return;
  if (self->list->len == MOST_COMPANIONS) {
    self->n_more++;
    return;
  }
  figure = find_figure (search->dossier, measure, scrutiny_indicator_get_area (beside));
  if (figure && (figure == beside || is_listed (self, beside, figure)))
    return;
  added = reason_companion_new (companion, search->graph->ids[statement]);
  set_beside (added, search, beside, figure);
  g_ptr_array_add (self->list, added);
}

static void
add_of_statement (ReasonCompanions *self, const Search *search, gsize statement)
{
  const ReasonGraph *graph = search->graph;
  g_autoptr (GPtrArray) companions =
      scrutiny_chain_dup_companions (graph->chain, graph->ids[statement]);

  for (guint i = 0; i < companions->len; i++)
    add (self, search, statement, companions->pdata[i]);
}

void
reason_companions_init (ReasonCompanions *self,
                        const ReasonGraph *graph,
                        ScrutinyDossier *dossier,
                        ScrutinyIndicator *indicator,
                        const ReasonLines *lines)
{
  g_autofree ScrutinyIndicator **measures = reason_lines_find_measures (graph, dossier, indicator);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const Search search = { graph, dossier, indicator, lines, measures, seen };

  self->list = g_ptr_array_new_with_free_func (reason_companion_free);
  for (gsize i = 0; i < graph->n_statements; i++)
    if (reason_graph_is_reached (graph, graph->group[i]))
      add_of_statement (self, &search, i);
}

void
reason_companions_clear (ReasonCompanions *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
}

const char *
reason_companion_get_moved (const ReasonCompanion *self)
{
  const OutcomeMove *move = &self->test.move;

  if (!move->at)
    return "not-asked";
  if (move->reason)
    return "cannot-tell";

  return move->moved == SCRUTINY_DIRECTION_NONE ? "unchanged"
                                                : scrutiny_direction_get_name (move->moved);
}

const char *
reason_companion_get_figure (const ReasonCompanion *self)
{
  return self->line.outcome ? scrutiny_indicator_get_id (self->line.outcome) : NULL;
}

void
reason_companion_write_json (const ReasonCompanion *self, JsonWriter *writer)
{
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "statement", reason_companion_get_statement (self));
  json_writer_member_string (writer, "measure", self->measure);
  json_writer_member_string (writer, "why", self->why);
  json_writer_member_string (writer, "said_by", self->said_by);
  json_writer_member_string (writer, "beside", scrutiny_indicator_get_id (self->line.figure));
  json_writer_member_string (writer, "figure", reason_companion_get_figure (self));
  json_writer_member_string (writer, "moved", reason_companion_get_moved (self));
  reason_test_write_move (&self->test, writer);
  json_writer_end_object (writer);
}
