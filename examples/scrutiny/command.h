/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/scrutiny.h>

/* What every command ends with: done, the input was refused, the words were wrong. */
enum {
  EXIT_DONE = 0,
  EXIT_REFUSED = 1,
  EXIT_USAGE = 2,
};

/* The options every command has. */
typedef struct {
  char *format;
  char *out;
  char *language;
  char **columns;
  char *sheet;
  char *encoding;
  char *layout;
  char **files;
} Common;

typedef int (*CommandFunc) (int argc, char **argv);

int command_report (int argc, char **argv);
int command_chart (int argc, char **argv);
int command_shifts (int argc, char **argv);
int command_slope (int argc, char **argv);
int command_colours (int argc, char **argv);
int command_compare (int argc, char **argv);
int command_composite (int argc, char **argv);
int command_batch (int argc, char **argv);
int command_quality (int argc, char **argv);
int command_answer (int argc, char **argv);
int command_because (int argc, char **argv);
int command_mix (int argc, char **argv);
int command_pileup (int argc, char **argv);
int command_recompute (int argc, char **argv);
int command_request (int argc, char **argv);
int command_season (int argc, char **argv);
int command_notice (int argc, char **argv);
int command_trend (int argc, char **argv);
int command_demand (int argc, char **argv);
int command_drift (int argc, char **argv);
int command_link (int argc, char **argv);
int command_step (int argc, char **argv);
int command_versions (int argc, char **argv);
int command_waits (int argc, char **argv);

/* Parses the options of @lists, which NULL ends, and the common ones; FALSE after saying
 * what was wrong.
 */
gboolean common_parse (Common *self,
                       const char *usage,
                       const char *summary,
                       const GOptionEntry *const *lists,
                       int argc,
                       char **argv);
void common_clear (Common *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Common, common_clear)

/* Reads the one file named; NULL after saying what was wrong.  @options is taken. */
ScrutinyDossier *common_read (Common *self, ScrutinyReadOptions *options);

/* The same of another file beside it. */
ScrutinyDossier *common_read_beside (Common *self, const char *path, ScrutinyReadOptions *options);

/* Reads the one file named as a table as it stands, and what "input" says of it; NULL after
 * saying what was wrong.
 */
ScrutinyTable *common_read_table (Common *self, char **name, char **hash);

/* Reads the one file named as rows, one a case; NULL after saying what was wrong. */
ScrutinyRecords *common_read_records (Common *self, char **name);

/* Writes @text to where -o says, or to the terminal. */
int common_write (Common *self, const char *text);

/* Prints one line on stderr and gives the exit code of a refusal. */
int refuse (const GError *error);
int refuse_saying (const char *format, ...) G_GNUC_PRINTF (1, 2);
int refuse_writing (Common *self, const GError *error); /* to the file that was asked for */
int refuse_usage (const char *command, const char *message);

/* "json" and the like, or NULL for the terminal's text; FALSE when it is not in @forms. */
gboolean common_has_format (Common *self, const char *const *forms, const char *command);

/* @text in quotes. */
void append_json_string (GString *out, const char *text);

/* As the shortest text that reads back as the same number; NaN is null. */
void append_json_number (GString *out, double number);

/* What a file holds may not act as Markdown. */
void append_markdown (GString *out, const char *text);

/* @json with "input" (file name and sha256) as its first member. */
char *with_input (const char *json, ScrutinyDossier *dossier);

/* The same of a file that is no dossier. */
char *with_file (const char *json, const char *file, const char *hash);

/* The indicator that --indicator names, or the only one; NULL after saying what there is. */
ScrutinyIndicator *choose_indicator (ScrutinyDossier *dossier, const char *id);

/* “up” or “down”, or neither without a word; FALSE for another one. */
gboolean read_way (const char *word, ScrutinyDirection *way);
