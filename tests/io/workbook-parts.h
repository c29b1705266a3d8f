/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

/* A part of a workbook made for a test; a NULL text leaves the usual one out. */
typedef struct {
  const char *name;
  const char *text;
  gsize n_blanks; /* after the text */
} Part;

#define MAIN_NS "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEET "xl/worksheets/sheet1.xml"
#define ROWS(rows) "<worksheet " MAIN_NS "><sheetData>" rows "</sheetData></worksheet>"

/* What stands in a workbook unless a test brings a part of the same name. */
static const Part usual_parts[] = {
  { "_rels/.rels",
    "<Relationships><Relationship Id=\"r1\" Type=\"" RELS "/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>",
    0 },
  { "xl/workbook.xml",
    "<workbook " MAIN_NS " xmlns:r=\"" RELS "\"><sheets><sheet name=\"Q4\" sheetId=\"1\" "
    "r:id=\"rId1\"/></sheets></workbook>",
    0 },
  { "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id=\"rId1\" Type=\"" RELS "/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" RELS
    "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"" RELS
    "/styles\" Target=\"./theme/../styles.xml\"/></Relationships>",
    0 },
  { "xl/sharedStrings.xml",
    "<sst " MAIN_NS "><si><t>Indicator</t></si><si><r><t>Val</t></r><r><rPr/><t>ue</t></r>"
    "<rPh sb=\"0\" eb=\"1\"><t>read aloud</t></rPh></si><si><t>a_x000D_b &amp; c</t></si>"
    "<si/></sst>",
    0 },
  { "xl/styles.xml",
    "<styleSheet " MAIN_NS "><numFmts><numFmt numFmtId=\"164\" formatCode=\"mmm\\-yy\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
    "<xf numFmtId=\"9\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
    0 },
  { SHEET, ROWS (""), 0 },
};

/* The archive reads the text when it is closed, and gives it back then; of an empty one it
 * would keep the memory.
 */
static inline void
add_part (zip_t *zip, const Part *part)
{
  gsize length = strlen (part->text);
  gsize size = length + part->n_blanks;
  char *contents = size ? malloc (size) : NULL;
  zip_source_t *source;

  if (size) {
    memcpy (contents, part->text, length);
    memset (contents + length, ' ', part->n_blanks);
  }
  source = zip_source_buffer (zip, contents, size, size > 0);
  g_assert_true (zip_file_add (zip, part->name, source, ZIP_FL_OVERWRITE) >= 0);
}

static inline GBytes *
workbook_of_parts (const Part *parts, gsize n_parts)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("scrutiny-XXXXXX.xlsx", &path, NULL);
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  char *contents = NULL;
  gsize length = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (usual_parts); i++) {
    const Part *part = &usual_parts[i];

    for (gsize j = 0; j < n_parts; j++) {
      if (strcmp (parts[j].name, part->name) == 0)
        part = &parts[j];
    }
    if (part->text)
      add_part (zip, part);
  }
  for (gsize j = 0; j < n_parts; j++) {
    if (parts[j].text && zip_name_locate (zip, parts[j].name, 0) < 0)
      add_part (zip, &parts[j]);
  }
  g_assert_true (zip_close (zip) == 0);
  close (fd);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_unlink (path);
  return g_bytes_new_take (contents, length);
}
