/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/encoding.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "io/csv-mask.h"
#include "io/encoding-table.h"

#include <string.h>

struct _EncodingDecoder {
  char *origin;
  const EncodingTable *table; /* NULL: UTF-8, or what @iconv names */
  char *iconv;                /* NULL unless iconv is asked */
  gboolean is_given;
  gboolean is_mixed; /* UTF-8 with stray bytes */
  gboolean is_begun;
  gsize n_read_by_table;
};

typedef struct {
  const char *bytes;
  gsize n_bytes;
  gsize n_sequences; /* of more than one byte, valid UTF-8 */
  gsize n_stray;     /* bytes that are no part of valid UTF-8 */
} Evidence;

/* Names a user may give, and what they stand for: a table or one of iconv's. */
static const struct {
  const char *name, *stands_for;
} known_names[] = {
  { "windows-1252", "Windows-1252" },
  { "cp1252", "Windows-1252" },
  { "1252", "Windows-1252" },
  { "iso-8859-1", "Windows-1252" },
  { "latin1", "Windows-1252" },
  { "latin-1", "Windows-1252" },
  { "ansi", "Windows-1252" },
  { "cp850", "CP850" },
  { "850", "CP850" },
  { "dos", "CP850" },
  { "macintosh", "Mac Roman" },
  { "macroman", "Mac Roman" },
  { "mac roman", "Mac Roman" },
  { "mac-roman", "Mac Roman" },
  { "mac", "Mac Roman" },
};

/* Length of the valid sequence at @text, 0 for a stray byte. */
static gsize
sequence_length (const char *text, gsize length)
{
  gunichar character = g_utf8_get_char_validated (text, (gssize) MIN (length, 6));

  if (character == (gunichar) -1 || character == (gunichar) -2)
    return 0;

  return (gsize) (g_utf8_next_char (text) - text);
}

static void
gather_evidence (Evidence *self)
{
  for (gsize i = 0, n; i < self->n_bytes; i += MAX (n, 1)) {
    n = 1;
    if ((guchar) self->bytes[i] < 0x80)
      continue;
    n = sequence_length (self->bytes + i, self->n_bytes - i);
    if (n > 0)
      self->n_sequences++;
    else
      self->n_stray++;
  }
}

static gboolean
is_letter_at (const Evidence *self, const EncodingTable *table, gsize i)
{
  guchar byte;

  if (i >= self->n_bytes)
    return FALSE;
  byte = (guchar) self->bytes[i];

  return byte < 0x80 ? g_ascii_isalpha ((char) byte)
                     : g_unichar_isalpha (table->characters[byte - 0x80]);
}

static gboolean
is_lower_at (const Evidence *self, gsize i)
{
  return i < self->n_bytes && g_ascii_islower (self->bytes[i]);
}

static gboolean
is_digit_at (const Evidence *self, gsize i)
{
  return i < self->n_bytes && g_ascii_isdigit (self->bytes[i]);
}

/* How likely a letter is where it stands: é inside a word, not Å. */
static int
judge_letter (const Evidence *self, const EncodingTable *table, gunichar character, gsize i)
{
  gboolean after_lower = i > 0 && is_lower_at (self, i - 1);
  gboolean before = i > 0 && is_letter_at (self, table, i - 1);
  gboolean after = is_letter_at (self, table, i + 1);

  if (character > 0xFF)
    return -2;
  if (g_unichar_isupper (character))
    return after_lower ? -3 : before || after ? 2 : -1;
  if (!before && !after)
    return -1;
  if (character == 0xE9) /* é, by far the commonest, ends words too: café */
    return 4;
  if (!before || !after)
    return 1;

  return character == 0xE8 || character == 0xE7 || character == 0xEA || character == 0xF6 ? 4 : 2;
}

/* Positive: what people write there.  Zero: cannot tell.  Negative: unlikely. */
static int
judge (const Evidence *self, const EncodingTable *table, gsize i)
{
  gunichar character = table->characters[(guchar) self->bytes[i] - 0x80];
  gboolean letter_before = i > 0 && is_letter_at (self, table, i - 1);
  gboolean letter_after = is_letter_at (self, table, i + 1);

  if (character == 0)
    return -20;
  if (character < 0xA0)
    return -10;
  if (g_unichar_isalpha (character) && character != 0xAA && character != 0xBA)
    return judge_letter (self, table, character, i);

  switch (character) {
  case 0x00A3: /* £ */
  case 0x20AC: /* € */
    return is_digit_at (self, i + 1) ? 5 : 1;
  case 0x2019: /* ’ */
    return letter_before ? 4 : 0;
  case 0x2018: /* ‘ */
  case 0x201C: /* “ */
    return letter_after && !letter_before ? 3 : 0;
  case 0x201D: /* ” */
    return letter_before && !letter_after ? 3 : 0;
  case 0x2013: /* – */
  case 0x2014: /* — */
    return letter_before && letter_after ? 2 : 3;
  case 0x2026: /* … */
    return letter_before ? 2 : 1;
  case 0x2022: /* • */
  case 0x00B7: /* · */
  case 0x00BD: /* ½ */
  case 0x00BC: /* ¼ */
  case 0x00BE: /* ¾ */
  case 0x00B0: /* ° */
  case 0x00B2: /* ² */
  case 0x00B3: /* ³ */
  case 0x00D7: /* × */
    return letter_before && letter_after ? -2 : 1;
  case 0x00A0: /* no-break space */
    return letter_before && letter_after ? 2 : 1;
  default:
    return -2;
  }
}

static gint64
judge_all (const Evidence *self, const EncodingTable *table)
{
  gint64 sum = 0;

  for (gsize i = 0, n; i < self->n_bytes; i += MAX (n, 1)) {
    n = 1;
    if ((guchar) self->bytes[i] < 0x80)
      continue;
    n = self->n_sequences > self->n_stray ? sequence_length (self->bytes + i, self->n_bytes - i)
                                          : 0;
    if (n == 0)
      sum += judge (self, table, i);
  }

  return sum;
}

static const EncodingTable *
likeliest_table (const Evidence *self)
{
  const EncodingTable *likeliest = NULL;
  gint64 most = 0;

  for (guint i = 0; i < N_ENCODING_TABLES; i++) {
    gint64 sum = judge_all (self, &encoding_tables[i]);

    if (!likeliest || sum > most) {
      likeliest = &encoding_tables[i];
      most = sum;
    }
  }

  return likeliest;
}

static void
append_by_table (GString *text, const EncodingTable *table, char byte)
{
  gunichar character = table->characters[(guchar) byte - 0x80];

  g_string_append_unichar (text, character ? character : 0xFFFD);
}

/* Keeps what is UTF-8 already when mixed; a byte that means nothing becomes U+FFFD. */
static GString *
decode_by_table (EncodingDecoder *self, const Evidence *evidence)
{
  GString *text = g_string_sized_new (evidence->n_bytes + evidence->n_bytes / 16);
  const char *bytes = evidence->bytes;

  for (gsize i = 0, n; i < evidence->n_bytes; i += MAX (n, 1)) {
    n = (guchar) bytes[i] < 0x80 ? 1
        : self->is_mixed         ? sequence_length (bytes + i, evidence->n_bytes - i)
                                 : 0;
    if (n > 0) {
      g_string_append_len (text, bytes + i, (gssize) n);
    } else {
      append_by_table (text, self->table, bytes[i]);
      self->n_read_by_table++;
    }
  }

  return text;
}

static gboolean
refuse (const EncodingDecoder *self, const char *what, GError **error)
{
  g_autofree char *shown = printable_dup (self->origin ? self->origin : "The table", 60);

  g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE, "%s: %s", shown, what);

  return FALSE;
}

static gboolean
refuse_conversion (const EncodingDecoder *self, gboolean is_known, GError **error)
{
  g_autofree char *shown = printable_dup (self->iconv, 40);
  g_autofree char *what = g_strdup_printf (
      is_known
          ? "it cannot be read as %s; save it as CSV in UTF-8"
          : "no encoding “%s” is known; there are UTF-8, UTF-16, Windows-1252, CP850, Mac Roman",
      shown);

  return refuse (self, what, error);
}

/* iconv stops before a character that is not all there; that is read again with more. */
static gboolean
decode_by_iconv (EncodingDecoder *self,
                 const Evidence *evidence,
                 gboolean is_last,
                 gsize *n_used,
                 GString **decoded,
                 GError **error)
{
  g_autoptr (GError) found = NULL;
  gsize n_read = 0, n_text = 0;
  g_autofree char *text = g_convert (evidence->bytes, (gssize) evidence->n_bytes, "UTF-8",
                                     self->iconv, &n_read, &n_text, &found);

  if (!text && !is_last &&
      g_error_matches (found, G_CONVERT_ERROR, G_CONVERT_ERROR_PARTIAL_INPUT)) {
    g_clear_error (&found);
    text =
        g_convert (evidence->bytes, (gssize) n_read, "UTF-8", self->iconv, NULL, &n_text, &found);
  } else if (text && n_read < evidence->n_bytes && is_last) {
    return refuse_conversion (self, TRUE, error);
  }
  if (!text)
    return refuse_conversion (
        self,
        g_error_matches (found, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE) ||
            g_error_matches (found, G_CONVERT_ERROR, G_CONVERT_ERROR_PARTIAL_INPUT),
        error);

  *n_used = n_read;
  *decoded = g_string_new_len (text, (gssize) n_text);

  return TRUE;
}

static const EncodingTable *
find_table (const char *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_names); i++)
    if (g_ascii_strcasecmp (encoding, known_names[i].name) == 0)
      for (guint k = 0; k < N_ENCODING_TABLES; k++)
        if (strcmp (encoding_tables[k].name, known_names[i].stands_for) == 0)
          return &encoding_tables[k];

  return NULL;
}

/* UTF-16 as spreadsheets save "Unicode text": by its mark, or by a zero in every other byte. */
static const char *
find_utf16 (const char *bytes, gsize n_bytes, gsize *n_mark)
{
  gsize n_sample = MIN (n_bytes & ~(gsize) 1, 1024);
  gsize n_even = 0, n_odd = 0;

  *n_mark = 2;
  if (n_bytes >= 2 && memcmp (bytes, "\xFF\xFE", 2) == 0)
    return "UTF-16LE";
  if (n_bytes >= 2 && memcmp (bytes, "\xFE\xFF", 2) == 0)
    return "UTF-16BE";

  *n_mark = 0;
  for (gsize i = 0; i < n_sample; i++) {
    n_even += bytes[i] == '\0' && i % 2 == 0;
    n_odd += bytes[i] == '\0' && i % 2 == 1;
  }
  if (n_sample >= 8 && n_even == 0 && n_odd > n_sample / 3)
    return "UTF-16LE";
  if (n_sample >= 8 && n_odd == 0 && n_even > n_sample / 3)
    return "UTF-16BE";

  return NULL;
}

EncodingDecoder *
encoding_decoder_new (const char *encoding, const char *origin)
{
  EncodingDecoder *self = g_new0 (EncodingDecoder, 1);

  self->origin = g_strdup (origin);
  self->is_given = encoding && *encoding;
  if (!self->is_given)
    return self;

  self->table = find_table (encoding);
  if (!self->table && g_ascii_strcasecmp (encoding, "UTF-8") != 0 &&
      g_ascii_strcasecmp (encoding, "UTF8") != 0)
    self->iconv = g_strdup (encoding);

  return self;
}

void
encoding_decoder_free (EncodingDecoder *self)
{
  g_free (self->origin);
  g_free (self->iconv);
  g_free (self);
}

/* Looks at the first piece for a mark; gives the bytes it takes up. */
static gsize
begin (EncodingDecoder *self, const char *bytes, gsize n_bytes)
{
  gsize n_mark = 0;
  const char *utf16;

  self->is_begun = TRUE;
  if (n_bytes >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    return self->iconv || self->table ? 0 : 3;

  utf16 = find_utf16 (bytes, n_bytes, &n_mark);
  if (utf16 &&
      (!self->is_given || (self->iconv && g_ascii_strncasecmp (self->iconv, "UTF-16", 6) == 0))) {
    g_free (self->iconv);
    self->iconv = g_strdup (utf16);
    return n_mark;
  }

  return 0;
}

/* Bytes at the end that may be the beginning of a character of UTF-8. */
static gsize
count_open (const Evidence *self)
{
  for (gsize n = 1; n <= 3 && n <= self->n_bytes; n++) {
    const char *at = self->bytes + self->n_bytes - n;

    if ((guchar) *at < 0x80)
      return 0;
    if ((guchar) *at >= 0xC0)
      return g_utf8_get_char_validated (at, (gssize) n) == (gunichar) -2 ? n : 0;
  }

  return 0;
}

/* UTF-8 until proven otherwise, then by the likeliest table. */
static gboolean
decode_by_evidence (EncodingDecoder *self, Evidence *evidence, GString **decoded, GError **error)
{
  gather_evidence (evidence);
  if (evidence->n_stray == 0)
    return TRUE;
  if (self->is_given)
    return refuse (self, "it is not all UTF-8; leave the encoding out and it will be found", error);

  self->table = likeliest_table (evidence);
  self->is_mixed = evidence->n_sequences > evidence->n_stray;
  *decoded = decode_by_table (self, evidence);

  return TRUE;
}

gboolean
encoding_decoder_decode (EncodingDecoder *self,
                         const char *bytes,
                         gsize n_bytes,
                         gboolean is_last,
                         gsize *n_used,
                         GString **decoded,
                         GError **error)
{
  gsize n_mark = self->is_begun ? 0 : begin (self, bytes, n_bytes);
  Evidence evidence = { .bytes = bytes + n_mark, .n_bytes = n_bytes - n_mark };

  *decoded = NULL;
  *n_used = n_bytes;
  if (self->iconv) {
    if (!decode_by_iconv (self, &evidence, is_last, n_used, decoded, error))
      return FALSE;
    *n_used += n_mark;
    return TRUE;
  }

  if (csv_is_ascii (evidence.bytes, evidence.n_bytes)) {
    if (n_mark > 0)
      *decoded = g_string_new_len (evidence.bytes, (gssize) evidence.n_bytes);
    return TRUE;
  }
  if (!is_last && (!self->table || self->is_mixed))
    evidence.n_bytes -= count_open (&evidence);
  *n_used = n_mark + evidence.n_bytes;

  if (self->table)
    *decoded = decode_by_table (self, &evidence);
  else if (!decode_by_evidence (self, &evidence, decoded, error))
    return FALSE;
  if (!*decoded && n_mark > 0)
    *decoded = g_string_new_len (evidence.bytes, (gssize) evidence.n_bytes);

  return TRUE;
}

char *
encoding_decoder_dup_note (EncodingDecoder *self)
{
  gsize n = self->n_read_by_table;

  if (self->is_given)
    return NULL;
  if (self->iconv)
    return g_strdup_printf ("Read as %s.", self->iconv);
  if (self->table && self->is_mixed)
    return g_strdup_printf ("Read as UTF-8, with %" G_GSIZE_FORMAT " %s not UTF-8 read as %s.", n,
                            n == 1 ? "byte that is" : "bytes that are", self->table->name);
  if (self->table)
    return g_strdup_printf ("Read as %s: %" G_GSIZE_FORMAT " %s not UTF-8.", self->table->name, n,
                            n == 1 ? "byte is" : "bytes are");

  return NULL;
}
