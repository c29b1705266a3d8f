/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "io/workbook.h"

static const char doctype[] = "<!DOCTYPE";

static void
refuse (WorkbookPart *self, ScrutinyError code, const char *what)
{
  g_autofree char *part = printable_dup (self->name, 80);

  if (!self->refused)
    scrutiny_set_error_at (&self->refused, code, 0, NULL, NULL, "%s, part %s: %s",
                           self->book->origin, part, what);
}

static gboolean
finds_doctype (const char *text, gsize length)
{
  gsize n_wanted = strlen (doctype);
  const char *end = text + length;

  for (const char *at = text; (at = memchr (at, '<', (gsize) (end - at))); at++) {
    if ((gsize) (end - at) < n_wanted)
      return FALSE;
    if (memcmp (at, doctype, n_wanted) == 0)
      return TRUE;
  }
  return FALSE;
}

/* A declaration may be cut in two by the end of a piece, hence the tail. */
static gboolean
holds_doctype (WorkbookPart *self, const char *piece, gsize length)
{
  char joined[2 * sizeof self->tail];
  gsize n_head = MIN (length, sizeof self->tail);

  memcpy (joined, self->tail, self->n_tail);
  memcpy (joined + self->n_tail, piece, n_head);
  if (finds_doctype (joined, self->n_tail + n_head) || finds_doctype (piece, length))
    return TRUE;

  self->n_tail = n_head;
  memcpy (self->tail, piece + length - n_head, n_head);
  return FALSE;
}

static gboolean
is_over_limits (WorkbookPart *self, gsize length)
{
  self->n_unpacked += length;
  self->book->n_unpacked += length;

  return self->book->n_unpacked > WORKBOOK_MOST_UNPACKED ||
         (self->n_unpacked > WORKBOOK_RATIO_FROM &&
          self->n_unpacked / WORKBOOK_MOST_RATIO > self->n_packed);
}

static int
read_piece (void *user_data, char *buffer, int size)
{
  WorkbookPart *self = user_data;
  zip_int64_t length;

  if (self->refused)
    return -1;

  length = zip_fread (self->file, buffer, (zip_uint64_t) size);
  if (length < 0)
    refuse (self, SCRUTINY_ERROR_UNREADABLE,
            "cannot be unpacked; open the workbook in a spreadsheet and save it again");
  else if (is_over_limits (self, (gsize) length))
    refuse (self, SCRUTINY_ERROR_LIMIT,
            "unpacks to far more than a table holds; save the sheet as CSV");
  else if (holds_doctype (self, buffer, (gsize) length))
    refuse (self, SCRUTINY_ERROR_UNREADABLE,
            "has a document type declaration, which no spreadsheet writes; save it again in one");

  return self->refused ? -1 : (int) length;
}

/* The message is in workbook_part_next(); libxml2 would print its own. */
static void
ignore_xml_error (void *user_data, xmlErrorPtr xml_error)
{
  (void) user_data;
  (void) xml_error;
}

WorkbookPart *
workbook_part_open (Workbook *book, const char *name, GError **error)
{
  g_autoptr (WorkbookPart) self = NULL;
  zip_stat_t stat;

  if (zip_stat (book->zip, name, 0, &stat) != 0)
    return NULL;

  self = g_new0 (WorkbookPart, 1);
  self->book = book;
  self->name = g_strdup (name);
  self->n_packed = stat.comp_size;
  self->file = zip_fopen (book->zip, name, 0);
  if (self->file)
    self->xml = xmlReaderForIO (read_piece, NULL, self, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (!self->xml) {
    if (!self->refused)
      refuse (self, SCRUTINY_ERROR_UNREADABLE,
              "cannot be opened; if the workbook has a password, save it without one");
    g_propagate_error (error, g_steal_pointer (&self->refused));
    return NULL;
  }

  xmlTextReaderSetStructuredErrorHandler (self->xml, ignore_xml_error, NULL);
  return g_steal_pointer (&self);
}

void
workbook_part_free (WorkbookPart *self)
{
  if (!self)
    return;

  g_clear_pointer (&self->xml, xmlFreeTextReader);
  g_clear_pointer (&self->file, zip_fclose);
  g_clear_error (&self->refused);
  g_free (self->name);
  g_free (self);
}

static void
refuse_node (WorkbookPart *self)
{
  g_autofree char *what =
      g_strdup_printf ("is not well formed near its line %d; open the workbook in a spreadsheet "
                       "and save it again",
                       xmlTextReaderGetParserLineNumber (self->xml));

  refuse (self, SCRUTINY_ERROR_UNREADABLE, what);
}

static void
check_node (WorkbookPart *self)
{
  int type = xmlTextReaderNodeType (self->xml);

  if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
    refuse (self, SCRUTINY_ERROR_UNREADABLE,
            "declares entities, which no spreadsheet writes; save it again in one");
  else if (xmlTextReaderDepth (self->xml) > WORKBOOK_MOST_NESTING)
    refuse (self, SCRUTINY_ERROR_LIMIT, "is nested deeper than any sheet; save it as CSV");
}

int
workbook_part_next (WorkbookPart *self, GError **error)
{
  int more = self->refused ? -1 : xmlTextReaderRead (self->xml);

  if (more < 0 && !self->refused)
    refuse_node (self);
  if (more == 1)
    check_node (self);
  if (!self->refused)
    return more;

  g_propagate_error (error, g_steal_pointer (&self->refused));
  return -1;
}

static gboolean
has_name (WorkbookPart *self, const char *name)
{
  const xmlChar *own = xmlTextReaderConstLocalName (self->xml);

  return own && strcmp ((const char *) own, name) == 0;
}

gboolean
workbook_part_is_start (WorkbookPart *self, const char *name)
{
  return xmlTextReaderNodeType (self->xml) == XML_READER_TYPE_ELEMENT && has_name (self, name);
}

gboolean
workbook_part_is_end (WorkbookPart *self, const char *name)
{
  int type = xmlTextReaderNodeType (self->xml);

  if (type == XML_READER_TYPE_ELEMENT)
    return xmlTextReaderIsEmptyElement (self->xml) == 1 && has_name (self, name);
  return type == XML_READER_TYPE_END_ELEMENT && has_name (self, name);
}

char *
workbook_part_dup_attribute (WorkbookPart *self, const char *name)
{
  char *found = NULL;

  while (!found && xmlTextReaderMoveToNextAttribute (self->xml) == 1) {
    if (has_name (self, name))
      found = g_strdup ((const char *) xmlTextReaderConstValue (self->xml));
  }
  xmlTextReaderMoveToElement (self->xml);
  return found;
}

void
workbook_part_append_text (WorkbookPart *self, GString *text)
{
  const xmlChar *value;

  switch (xmlTextReaderNodeType (self->xml)) {
  case XML_READER_TYPE_TEXT:
  case XML_READER_TYPE_CDATA:
  case XML_READER_TYPE_WHITESPACE:
  case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    value = xmlTextReaderConstValue (self->xml);
    if (value)
      g_string_append (text, (const char *) value);
    break;
  default:
    break;
  }
}

static int
escaped_unit (const char *at, gsize length)
{
  int unit = 0;

  if (length < 7 || at[0] != '_' || at[1] != 'x' || at[6] != '_')
    return -1;
  for (int i = 2; i < 6; i++) {
    int digit = g_ascii_xdigit_value (at[i]);

    if (digit < 0)
      return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

void
workbook_unescape (GString *text, gsize from)
{
  gsize to = from;

  for (gsize i = from; i < text->len; i++) {
    int unit = escaped_unit (text->str + i, text->len - i);
    gboolean is_escape = (unit >= 0 && unit < 0x20) || unit == '_';

    text->str[to++] = !is_escape || unit == '_' ? text->str[i] : ' ';
    if (is_escape)
      i += 6;
  }
  g_string_truncate (text, to);
}
