/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/encoding.h"

#include <scrutiny/error.h>

#include "support/near.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* Bytes as a council's machine writes the text, and what must be made of them. */
static const struct known {
  const char *label, *bytes, *text, *note;
} known[] = {
  { "ASCII", "Reviews held", "Reviews held", NULL },
  { "UTF-8",
    "caf\xC3\xA9 \xC2\xA3"
    "5",
    "café £5", NULL },
  { "a byte order mark",
    "\xEF\xBB\xBF"
    "a",
    "a", NULL },
  { "1252: é", "Caf\xE9 Royal", "Café Royal", "Read as Windows-1252: 1 byte is not UTF-8." },
  { "1252: £",
    "cost \xA3"
    "1,200",
    "cost £1,200", "Read as Windows-1252: 1 byte is not UTF-8." },
  { "1252: ’", "children\x92s services", "children’s services",
    "Read as Windows-1252: 1 byte is not UTF-8." },
  { "1252: –", "2014 \x96 15", "2014 – 15", "Read as Windows-1252: 1 byte is not UTF-8." },
  { "1252: “ ”", "said \x93yes\x94 twice", "said “yes” twice",
    "Read as Windows-1252: 2 bytes are not UTF-8." },
  { "1252: …", "and so on\x85", "and so on…", "Read as Windows-1252: 1 byte is not UTF-8." },
  { "1252: no-break space",
    "5\xA0"
    "days",
    "5\xC2\xA0"
    "days",
    "Read as Windows-1252: 1 byte is not UTF-8." },
  { "CP850: é", "Caf\x82 Royal", "Café Royal", "Read as CP850: 1 byte is not UTF-8." },
  { "CP850: ç é",
    "fa\x87"
    "ade, caf\x82",
    "façade, café", "Read as CP850: 2 bytes are not UTF-8." },
  { "CP850: £",
    "cost \x9C"
    "1,200",
    "cost £1,200", "Read as CP850: 1 byte is not UTF-8." },
  { "Mac: é", "Caf\x8E Royal", "Café Royal", "Read as Mac Roman: 1 byte is not UTF-8." },
  { "Mac: ç é",
    "fa\x8D"
    "ade, caf\x8E",
    "façade, café", "Read as Mac Roman: 2 bytes are not UTF-8." },
  { "Mac: ’", "children\xD5s services", "children’s services",
    "Read as Mac Roman: 1 byte is not UTF-8." },
  { "Mac: “ ”", "said \xD2yes\xD3 twice", "said “yes” twice",
    "Read as Mac Roman: 2 bytes are not UTF-8." },
  { "UTF-8 with a stray byte",
    "caf\xC3\xA9, na\xC3\xAFve, cost \xA3"
    "5",
    "café, naïve, cost £5", "Read as UTF-8, with 1 byte that is not UTF-8 read as Windows-1252." },
};

/* Decodes @n_bytes in pieces of @step, as a reader of a long file does. */
static char *
decode (const char *bytes,
        gsize n_bytes,
        gsize step,
        const char *encoding,
        char **note,
        GError **error)
{
  g_autoptr (EncodingDecoder) decoder = encoding_decoder_new (encoding, "t.csv");
  GString *text = g_string_new (NULL);
  gsize done = 0, end = 0;

  while (end < n_bytes) {
    g_autofree char *piece = NULL;
    GString *decoded = NULL;
    gsize n_used;

    end = MIN (n_bytes, end + step);
    piece = g_memdup2 (bytes + done, end - done);
    if (!encoding_decoder_decode (decoder, piece, end - done, end == n_bytes, &n_used, &decoded,
                                  error)) {
      g_string_free (text, TRUE);
      return NULL;
    }
    g_string_append_len (text, decoded ? decoded->str : piece,
                         (gssize) (decoded ? decoded->len : n_used));
    if (decoded)
      g_string_free (decoded, TRUE);
    done += n_used;
  }
  *note = encoding_decoder_dup_note (decoder);

  return g_string_free (text, FALSE);
}

static void
finds_the_encoding (void **state)
{
  const struct known *row = *state;
  g_autofree char *note = NULL;
  g_autofree char *text = decode (row->bytes, strlen (row->bytes), 1000, NULL, &note, NULL);

  assert_string_equal (text, row->text);
  if (row->note)
    assert_string_equal (note, row->note);
  else
    assert_null (note);
}

/* Published: the first name of each file with a letter that is not ASCII. */
static const struct published {
  const char *file, *note;
} published[] = {
  { "messy/iom_delegated_2011_cp1252_title_row.csv", "Read as Windows-1252:" },
  { "messy/iom_applications_2015_cp850.csv", "Read as CP850:" },
  { "messy/iom_applications_2016_cr_only_macroman.csv", "Read as Mac Roman:" },
};

static void
finds_the_encoding_of_published_files (void **state)
{
  for (size_t i = 0; i < LENGTH (published); i++) {
    g_autofree char *path =
        g_build_filename (g_getenv ("SCRUTINY_SHARED"), "data", published[i].file, NULL);
    g_autofree char *bytes = NULL, *note = NULL, *text = NULL;
    gsize n_bytes;

    if (!g_file_get_contents (path, &bytes, &n_bytes, NULL)) {
      print_message ("# no %s: SCRUTINY_SHARED does not hold the published files\n",
                     published[i].file);
      return; /* cmocka writes a skipped test as "not ok", which is a failure in TAP */
    }
    text = decode (bytes, n_bytes, n_bytes, NULL, &note, NULL);
    assert_true (g_utf8_validate (text, -1, NULL));
    assert_true (g_str_has_prefix (note, published[i].note));
  }
}

static void
does_as_it_is_told (void **state)
{
  g_autofree char *note = NULL;
  g_autofree char *dos = decode ("\x82", 1, 1, "cp850", &note, NULL);
  g_autofree char *mac = decode ("\x8E", 1, 1, "macintosh", &note, NULL);
  g_autofree char *ansi = decode ("\xE9", 1, 1, "ISO-8859-1", &note, NULL);
  g_autofree char *iconv = decode ("\xA4", 1, 1, "ISO-8859-15", &note, NULL);

  assert_string_equal (dos, "é");
  assert_string_equal (mac, "é");
  assert_string_equal (ansi, "é");
  assert_string_equal (iconv, "€");
  assert_null (note);
}

static void
does_not_mind_being_cut (void **state)
{
  const char *utf8 = "\xEF\xBB\xBF"
                     "caf\xC3\xA9 \xE2\x82\xAC 5 \xF0\x9F\x98\x80";
  const char utf16[] = "\xFF\xFE"
                       "a\0\xE9\0\x3D\xD8\x00\xDE";

  for (gsize step = 1; step < 6; step++) {
    g_autofree char *note = NULL, *other = NULL;
    g_autofree char *text = step < 3 ? NULL : decode (utf8, strlen (utf8), step, NULL, &note, NULL);
    g_autofree char *wide = step < 4 ? NULL : decode (utf16, 10, step, NULL, &other, NULL);

    if (text)
      assert_string_equal (text, "café € 5 😀");
    if (wide)
      assert_string_equal (wide, "aé😀");
  }
}

static void
refuses_what_it_does_not_know (void **state)
{
  g_autoptr (GError) unknown = NULL, wrong = NULL;
  g_autofree char *note = NULL;

  assert_null (decode ("a", 1, 1, "klingon", &note, &unknown));
  assert_true (g_error_matches (unknown, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (unknown->message, "t.csv: no encoding “klingon” is known; there are UTF-8, "
                                         "UTF-16, Windows-1252, CP850, Mac Roman");
  assert_null (decode ("\xE9 a", 3, 3, "UTF-8", &note, &wrong));
  assert_string_equal (wrong->message,
                       "t.csv: it is not all UTF-8; leave the encoding out and it will be found");
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 4];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[n++] = (struct CMUnitTest){ .name = known[i].label,
                                      .test_func = finds_the_encoding,
                                      .initial_state = (void *) &known[i] };
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_the_encoding_of_published_files);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (does_as_it_is_told);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (does_not_mind_being_cut);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_what_it_does_not_know);

  return cmocka_run_group_tests_name ("io/encoding", tests, NULL, NULL);
}
