/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-tree.h"

#include "base/error-private.h"
#include "indicator/colour-token.h"

#include <string.h>

Expression *
expression_new (const char *text, const char *what)
{
  Expression *self = g_new0 (Expression, 1);

  self->text = g_strdup (text);
  self->what = g_strdup (what);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (ExpressionNode));
  g_array_set_size (self->nodes, 1);
  self->texts = g_string_chunk_new (256);

  return self;
}

void
expression_free (Expression *self)
{
  g_free (self->text);
  g_free (self->what);
  g_array_unref (self->nodes);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const ExpressionNode *
expression_node (const Expression *self, guint index)
{
  return &g_array_index (self->nodes, ExpressionNode, index);
}

ExpressionKind
expression_get_kind (const Expression *self)
{
  return expression_node (self, self->root)->kind;
}

gboolean
expression_refuse (const Expression *self,
                   gsize start,
                   gsize end,
                   ScrutinyError code,
                   GError **error,
                   const char *format,
                   ...)
{
  guint line;
  g_autofree char *place = colour_token_dup_place (self->text, self->text + start, &line);
  g_autofree char *found = g_strndup (self->text + start, end - start);
  g_autofree char *said = NULL;
  va_list args;

  va_start (args, format);
  said = g_strdup_vprintf (format, args);
  va_end (args);
  scrutiny_set_error_at (error, code, 0, self->what, found, "%s, %s: %s", self->what, place, said);

  return FALSE;
}

const char *
expression_kind_get_words (ExpressionKind kind)
{
  switch (kind) {
  case EXPRESSION_NUMBER:
    return "a number";
  case EXPRESSION_TEXT:
    return "a text";
  case EXPRESSION_DATE:
    return "a date";
  case EXPRESSION_DATETIME:
    return "a date with a time";
  case EXPRESSION_TIME:
    return "a time of day";
  default:
    return "true or false";
  }
}

char **
expression_dup_columns (const Expression *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 1; i < self->nodes->len; i++) {
    const ExpressionNode *node = expression_node (self, i);

    if (node->op == EXPRESSION_OP_COLUMN &&
        !g_ptr_array_find_with_equal_func (names, node->text, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (node->text));
  }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

char *
expression_dup_hash (const Expression *self)
{
  g_autofree char *text = expression_dup_text (self);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
