/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/error-private.h"

typedef struct {
  guint64 row;
  char *column;
  char *value;
} ScrutinyErrorPrivate;

static void
scrutiny_error_private_init (ScrutinyErrorPrivate *place)
{
  *place = (ScrutinyErrorPrivate){ 0 };
}

static void
scrutiny_error_private_copy (const ScrutinyErrorPrivate *from, ScrutinyErrorPrivate *to)
{
  to->row = from->row;
  to->column = g_strdup (from->column);
  to->value = g_strdup (from->value);
}

static void
scrutiny_error_private_clear (ScrutinyErrorPrivate *place)
{
  g_clear_pointer (&place->column, g_free);
  g_clear_pointer (&place->value, g_free);
}

/**
 * scrutiny_error_quark:
 *
 * Gets the domain of what can be wrong with what was handed in.
 *
 * Returns: the domain
 *
 * Since: 0.1
 */
G_DEFINE_EXTENDED_ERROR (ScrutinyError, scrutiny_error)

/* Sets an error that knows the cell it speaks of.  @row counts from 1, 0 is "no
 * row"; the message is the caller's and already names the place in words.
 */
void
scrutiny_set_error_at (GError **error,
                       ScrutinyError code,
                       guint64 row,
                       const char *column,
                       const char *value,
                       const char *format,
                       ...)
{
  ScrutinyErrorPrivate *place;
  va_list args;
  GError *made;

  if (!error)
    return;

  va_start (args, format);
  made = g_error_new_valist (SCRUTINY_ERROR, (int) code, format, args);
  va_end (args);

  place = scrutiny_error_get_private (made);
  place->row = row;
  place->column = g_strdup (column);
  place->value = g_strdup (value);
  *error = made;
}

static const ScrutinyErrorPrivate *
error_place (const GError *error)
{
  if (!error || error->domain != SCRUTINY_ERROR)
    return NULL;

  return scrutiny_error_get_private (error);
}

/**
 * scrutiny_error_get_row:
 * @error: an error
 *
 * Gets the row the error speaks of, as a spreadsheet counts them.
 *
 * Returns: the row, counted from 1, or 0 if it speaks of none
 *
 * Since: 0.1
 */
guint64
scrutiny_error_get_row (const GError *error)
{
  const ScrutinyErrorPrivate *place = error_place (error);

  return place ? place->row : 0;
}

/**
 * scrutiny_error_get_column:
 * @error: an error
 *
 * Gets the column the error speaks of.
 *
 * Returns: (nullable): the column's name
 *
 * Since: 0.1
 */
const char *
scrutiny_error_get_column (const GError *error)
{
  const ScrutinyErrorPrivate *place = error_place (error);

  return place ? place->column : NULL;
}

/**
 * scrutiny_error_get_value:
 * @error: an error
 *
 * Gets the text that could not be used.
 *
 * Returns: (nullable): the text as it was handed in
 *
 * Since: 0.1
 */
const char *
scrutiny_error_get_value (const GError *error)
{
  const ScrutinyErrorPrivate *place = error_place (error);

  return place ? place->value : NULL;
}
