/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chain.h>
#include <scrutiny/error.h>

#include "io/json.h"

G_BEGIN_DECLS

#define CHAIN_TEXT_MOST_PARTS \
  (500u * 1000) /* statements, reasons, marks, evidence and the like \
                 */

/* A text that is read line by line.  It is UTF-8 without a NUL. */
typedef struct {
  const char *file;    /* begins every message */
  const char *line;    /* where the line begins that is looked at */
  const char *end;     /* where it ends, before its break */
  const char *next;    /* where the next begins, NULL after the last */
  guint number;        /* of the line, from 1 */
  const char *counted; /* the letter of the line whose column is known */
  guint column;        /* from 1 */
  guint n_parts;
} ChainText;

/* Reads a chain of reasons in any of its forms: JSON, a whole graph as text, or plain lines.
 * @note is set to what was taken for granted, or to NULL.  A NUL follows @text.
 */
ScrutinyChain *
chain_text_read (const char *file, const char *text, gsize length, char **note, GError **error);

/* Whether @text begins like a whole graph. */
gboolean chain_text_is_graph (const char *text);

/* Both read a text as the JSON of a chain, each value with its line and column. */
JsonValue *chain_text_read_graph (ChainText *text, GError **error);
JsonValue *chain_text_read_plain (ChainText *text, char **note, GError **error);

/* The other way round: @chain as chain_json_new() gives it. */
char *chain_text_write (const JsonValue *chain);

/* To the next line that is neither blank nor a comment, with @at at its first letter. */
gboolean chain_text_next (ChainText *self, const char **at);

/* FALSE, with the file, the line and the column of @at before the message. */
gboolean chain_text_refuse (ChainText *self,
                            const char *at,
                            ScrutinyError code,
                            GError **error,
                            const char *format,
                            ...) G_GNUC_PRINTF (5, 6);

/* What stands from @from to @to, its escapes resolved; NULL with @error set. */
char *chain_text_resolve (ChainText *self, const char *from, const char *to, GError **error);
/* @text with every character escaped that would end it, be lost or act; @also are more of them. */
void chain_text_escape (GString *out, const char *text, const char *also);

/* A string or an object that knows where it stood; the object counts as a part. */
JsonValue *chain_text_new_string (ChainText *self, const char *at, const char *text);
JsonValue *chain_text_new_part (ChainText *self, const char *at, GError **error);

const char *chain_text_trim_start (const char *from, const char *to);
const char *chain_text_trim_end (const char *from, const char *to);

G_END_DECLS
