/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "command.h"

/* The one figure that a command looks at: its columns as the command line names them, and,
 * once it is read, its series.
 */
typedef struct _Figure {
  char *value, *numerator, *denominator, *period, *indicator;
  ScrutinyDossier *dossier;
  ScrutinyIndicator *found; /* of the dossier */
  ScrutinySeries *series;   /* of the indicator */
  const char *title;

  /* In place of dossier, indicator and series. */
  ScrutinySubgroups *subgroups;
  char *table_name, *table_hash;
} Figure;

/* The columns of subgroups that somebody has summed up; all NULL otherwise. */
typedef struct {
  char *mean, *deviation, *size;
} SummaryColumns;

void figure_clear (Figure *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figure, figure_clear)

/* As common_parse(), with the options that name columns. */
gboolean figure_parse (Figure *self,
                       Common *common,
                       const char *usage,
                       const char *summary,
                       const GOptionEntry *own,
                       int argc,
                       char **argv);

/* Reads it; FALSE after saying what was wrong.  @needed: what needs a history, “a chart”. */
gboolean figure_read (Figure *self, Common *common, const char *needed);

/* Reads subgroups: rows that share a period, or a summary of them. */
gboolean figure_read_subgroups (Figure *self, Common *common, const SummaryColumns *summary);

/* The columns as they are named, and that of published statuses, which may be NULL. */
ScrutinyReadOptions *figure_read_options (const Figure *self, const char *status);

/* Reads a table of several places; NULL after saying what was wrong. */
ScrutinyPanel *figure_read_panel (Figure *self, Common *common, const char *keys);

/* The same where the rows of one place need not stand together. */
ScrutinyPanel *figure_read_mixed_panel (Figure *self, Common *common, const char *keys);

/* @json with "input" as its first member. */
char *figure_dup_json (const Figure *self, ScrutinyResult *result);

/* What @result says, with what to ask. */
void figure_append_findings (GString *out, ScrutinyResult *result);

/* The same below the title. */
char *figure_dup_text (const Figure *self, ScrutinyResult *result);
