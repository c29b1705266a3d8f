/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/message.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/period-parse.h"
#include "base/period.h"
#include "base/printable.h"
#include "base/wording.h"

#include <math.h>
#include <string.h>

#define NOT_KNOWN "not known"
#define LONGEST_WORD 60 /* in an error's message */
#define DECIMALS "decimals"
#define MOST_DECIMALS 9

typedef enum {
  FORM_PLAIN,
  FORM_DECIMALS,
  FORM_THOUSANDS,
  FORM_PERIOD,
  FORM_QUOTED,
  FORM_PLURAL,
  FORM_UNKNOWN,
} Form;

/* The types of fact that each form can show. */
static const char *const form_types[][8] = {
  [FORM_PLAIN] = { "x", "d", "b", "s", "as", "ad", "a(sd)", NULL },
  [FORM_DECIMALS] = { "x", "d", "ad", "a(sd)", NULL },
  [FORM_THOUSANDS] = { "x", "d", "ad", "a(sd)", NULL },
  [FORM_PERIOD] = { "s", "as", NULL },
  [FORM_QUOTED] = { "s", "as", NULL },
  [FORM_PLURAL] = { "x", "d", NULL },
  [FORM_UNKNOWN] = { NULL },
};

/* A run of text, or a place for a fact.  Points into the message. */
typedef struct {
  const char *text; /* NULL for a place */
  gsize n_text;
  const char *key;
  gsize n_key;
  const char *form; /* with its ":" or "|"; empty for none */
  gsize n_form;
  guint decimals; /* of a number that is shown with so many */
} Piece;

static gboolean
next_place (const char **at, Piece *piece)
{
  const char *end = *at + strcspn (*at, "{}");

  piece->key = *at;
  piece->n_key = strcspn (*at, ":|{}");
  piece->form = piece->key + piece->n_key;
  piece->n_form = (gsize) (end - piece->form);
  *at = end + 1;

  return *end == '}' && piece->n_key > 0;
}

/* Moves @at past the next piece; FALSE if the braces do not pair. */
static gboolean
next_piece (const char **at, Piece *piece)
{
  *piece = (Piece){ 0 };
  if (**at == '{' && (*at)[1] != '{') {
    (*at)++;
    return next_place (at, piece);
  }

  piece->text = *at;
  piece->n_text = strcspn (*at, "{}");
  *at += piece->n_text;
  if (piece->n_text > 0)
    return TRUE;

  piece->n_text = 1;
  *at += 2;

  return (*at)[-1] == (*at)[-2];
}

static gboolean
is_form (const Piece *piece, const char *form)
{
  return piece->n_form == strlen (form) && memcmp (piece->form, form, piece->n_form) == 0;
}

/* With one bar after the first. */
static gboolean
is_plural (const Piece *piece)
{
  const char *one = piece->form + 1;
  const char *end = piece->form + piece->n_form;
  const char *bar = memchr (one, '|', (gsize) (end - one));

  return bar && !memchr (bar + 1, '|', (gsize) (end - bar - 1));
}

static Form
piece_get_form (const Piece *piece)
{
  if (piece->n_form == 0)
    return FORM_PLAIN;
  if (piece->form[0] == '|')
    return is_plural (piece) ? FORM_PLURAL : FORM_UNKNOWN;
  if (piece->n_form == 3 && piece->form[1] == '.' &&
      (g_ascii_isdigit (piece->form[2]) || piece->form[2] == '*'))
    return FORM_DECIMALS;
  if (is_form (piece, ":n"))
    return FORM_THOUSANDS;
  if (is_form (piece, ":period"))
    return FORM_PERIOD;
  if (is_form (piece, ":q"))
    return FORM_QUOTED;

  return FORM_UNKNOWN;
}

static gboolean
is_shown_by (GVariant *value, Form form)
{
  return g_strv_contains (form_types[form], g_variant_get_type_string (value));
}

/* Separators between thousands of a whole number's text. */
static void
append_thousands (GString *out, const char *digits)
{
  gsize n;

  if (*digits == '-')
    g_string_append_c (out, *digits++);
  for (n = strlen (digits); n > 0; n--) {
    g_string_append_c (out, *digits++);
    if (n > 1 && n % 3 == 1)
      g_string_append_c (out, ',');
  }
}

static void
append_double (GString *out, double value, Form form, const Piece *piece)
{
  char text[NUMBER_TEXT_SIZE * 12];

  if (!isfinite (value))
    g_string_append (out, NOT_KNOWN);
  else if (form == FORM_DECIMALS)
    g_string_append (out, number_format_fixed (value, piece->decimals, text));
  else if (form == FORM_THOUSANDS)
    append_thousands (out, number_format_fixed (value, 0, text));
  else
    g_string_append (out, number_format (value, text));
}

static void
append_int (GString *out, gint64 value, Form form, const Piece *piece)
{
  char text[NUMBER_TEXT_SIZE];

  if (form == FORM_DECIMALS) {
    append_double (out, (double) value, form, piece);
    return;
  }
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  if (form == FORM_THOUSANDS)
    append_thousands (out, text);
  else
    g_string_append (out, text);
}

/* Reads what the library wrote: 2009-10 is a month, for a year is written 2009/10. */
static gboolean
read_period (const char *text, Period *period)
{
  static const ScrutinyCalendar hints[] = { SCRUTINY_CALENDAR_UNKNOWN, SCRUTINY_CALENDAR_MONTH };

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++) {
    if (!period_parse (text, strlen (text), hints[i], period))
      return FALSE;

    g_autofree char *written = period_dup_text (period);
    if (g_str_equal (written, text))
      return TRUE;
  }

  return period_parse (text, strlen (text), SCRUTINY_CALENDAR_UNKNOWN, period);
}

static char *
dup_period_label (const char *text)
{
  Period period;

  return read_period (text, &period) ? period_dup_label (&period) : g_strdup (text);
}

static void
append_text (GString *out, const char *value, Form form)
{
  g_autofree char *label = form == FORM_PERIOD ? dup_period_label (value) : NULL;
  g_autofree char *text = printable_dup (label ? label : value, 0);

  if (form == FORM_QUOTED)
    g_string_append (out, "“");
  g_string_append (out, text);
  if (form == FORM_QUOTED)
    g_string_append (out, "”");
}

static void
append_plural (GString *out, GVariant *value, const Piece *piece)
{
  const char *one = piece->form + 1;
  const char *many = memchr (one, '|', piece->n_form - 1);
  double number = g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE)
                      ? g_variant_get_double (value)
                      : (double) g_variant_get_int64 (value);

  if (fabs (number) == 1)
    g_string_append_len (out, one, many - one);
  else
    g_string_append_len (out, many + 1, piece->form + piece->n_form - (many + 1));
}

static void append_value (GString *out, GVariant *value, Form form, const Piece *piece);

/* A list by commas; a pair is a name and its number, and the form is the number's. */
static void
append_children (GString *out, GVariant *value, Form form, const Piece *piece)
{
  gboolean is_pair = g_variant_is_of_type (value, G_VARIANT_TYPE_TUPLE);

  for (gsize i = 0; i < g_variant_n_children (value); i++) {
    g_autoptr (GVariant) child = g_variant_get_child_value (value, i);

    if (i > 0)
      g_string_append (out, is_pair ? " " : ", ");
    append_value (out, child, form, piece);
  }
}

static void
append_value (GString *out, GVariant *value, Form form, const Piece *piece)
{
  if (form == FORM_PLURAL)
    append_plural (out, value, piece);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    append_double (out, g_variant_get_double (value), form, piece);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    append_int (out, g_variant_get_int64 (value), form, piece);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    g_string_append (out, g_variant_get_boolean (value) ? "yes" : "no");
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    append_text (out, g_variant_get_string (value, NULL), form);
  else
    append_children (out, value, form, piece);
}

/* As many as the form says, or, of “*”, the fact that is called so. */
static guint
find_decimals (const Piece *piece, const FactList *facts)
{
  GVariant *value;

  if (piece->form[2] != '*')
    return (guint) (piece->form[2] - '0');
  value = fact_list_find (facts, DECIMALS, strlen (DECIMALS));

  return value && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64)
             ? (guint) CLAMP (g_variant_get_int64 (value), 0, MOST_DECIMALS)
             : 1;
}

char *
message_dup (const char *message, const FactList *facts)
{
  GString *out = g_string_sized_new (2 * strlen (message));
  Piece piece;

  while (*message && next_piece (&message, &piece)) {
    GVariant *value;
    Form form;

    if (piece.text) {
      g_string_append_len (out, piece.text, (gssize) piece.n_text);
      continue;
    }
    value = fact_list_find (facts, piece.key, piece.n_key);
    form = piece_get_form (&piece);
    if (form == FORM_DECIMALS)
      piece.decimals = find_decimals (&piece, facts);
    if (value && is_shown_by (value, form))
      append_value (out, value, form, &piece);
    else
      g_string_append (out, NOT_KNOWN);
  }

  return g_string_free (out, FALSE);
}

/* The message's own words, without keys: both forms of a plural, an ellipsis for the rest. */
static char *
dup_words (const char *message)
{
  GString *out = g_string_sized_new (strlen (message));
  Piece piece;

  while (*message && next_piece (&message, &piece)) {
    if (piece.text)
      g_string_append_len (out, piece.text, (gssize) piece.n_text);
    else if (piece_get_form (&piece) == FORM_PLURAL)
      g_string_append_len (out, piece.form, (gssize) piece.n_form);
    else
      g_string_append (out, "…");
  }

  return g_string_free (out, FALSE);
}

static gboolean
check_words (const char *message, const char *where, GError **error)
{
  g_autofree char *words = dup_words (message);
  gsize length;
  const char *found = wording_find_banned (words, &length);
  g_autofree char *word = found ? g_strndup (found, length) : NULL;

  if (!found)
    return TRUE;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_WORDING, 0, NULL, word,
                         "%s: “%s” is a word the library does not say; say what was seen, "
                         "such as rose, fell, higher, lower or changed",
                         where, word);

  return FALSE;
}

static char *
dup_keys (const FactList *facts)
{
  GString *out = g_string_new (NULL);
  char *shown;

  for (gsize i = 0; i < facts->n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", facts->facts[i].key);
  if (out->len == 0)
    g_string_append (out, "none");

  shown = printable_dup (out->str, 0);
  g_string_free (out, TRUE);

  return shown;
}

static void
refuse_place (const Piece *piece,
              GVariant *value,
              const FactList *facts,
              const char *where,
              GError **error)
{
  g_autofree char *key = g_strndup (piece->key, piece->n_key);
  g_autofree char *form = g_strndup (piece->form, piece->n_form);
  g_autofree char *keys = dup_keys (facts);

  if (value)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_WORDING, 0, NULL, key,
                           "%s: {%s%s} cannot show a fact of type “%s”", where, key, form,
                           g_variant_get_type_string (value));
  else
    scrutiny_set_error_at (error, SCRUTINY_ERROR_WORDING, 0, NULL, key,
                           "%s: “%s” is not a fact; the facts are: %s", where, key, keys);
}

static gboolean
check_place (const Piece *piece, const FactList *facts, const char *where, GError **error)
{
  GVariant *value = fact_list_find (facts, piece->key, piece->n_key);

  if (value && is_shown_by (value, piece_get_form (piece)))
    return TRUE;
  refuse_place (piece, value, facts, where, error);

  return FALSE;
}

gboolean
message_check (const char *message, const FactList *facts, const char *where, GError **error)
{
  const char *at = message;
  Piece piece;

  if (!g_utf8_validate (message, -1, NULL)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_WORDING, 0, NULL, NULL, "%s: not UTF-8", where);
    return FALSE;
  }
  while (*at) {
    if (!next_piece (&at, &piece)) {
      g_autofree char *shown = printable_dup (message, LONGEST_WORD);

      scrutiny_set_error_at (error, SCRUTINY_ERROR_WORDING, 0, NULL, message,
                             "%s: a brace without its pair in “%s”; write {{ and }} for braces",
                             where, shown);
      return FALSE;
    }
    if (!piece.text && !check_place (&piece, facts, where, error))
      return FALSE;
  }

  return check_words (message, where, error);
}

/* Facts become members of a JSON object, which may not name one twice. */
static gboolean
check_fact (GHashTable *named, const Fact *fact, const char *where, GError **error)
{
  const gboolean is_new = g_hash_table_add (named, (gpointer) fact->key);
  g_autofree char *shown = NULL;

  if (is_new && is_shown_by (fact->value, FORM_PLAIN))
    return TRUE;

  shown = printable_dup (fact->key, LONGEST_WORD);
  if (!is_new)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, fact->key,
                           "%s: the fact “%s” is given twice", where, shown);
  else
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, fact->key,
                           "%s: the fact “%s” is of type “%s”; facts are of type x, d, b, s, as, "
                           "ad or a(sd)",
                           where, shown, g_variant_get_type_string (fact->value));

  return FALSE;
}

gboolean
message_check_facts (const FactList *facts, const char *where, GError **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < facts->n; i++)
    if (!check_fact (named, &facts->facts[i], where, error))
      return FALSE;

  return TRUE;
}
