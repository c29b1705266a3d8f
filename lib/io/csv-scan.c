/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/csv-scan.h"

#include "base/error-private.h"
#include "io/csv-mask.h"
#include "io/encoding.h"

#include <string.h>

#define BLOCK 64
#define SAMPLE (64 * 1024)
#define MOST_SAMPLE_ROWS 200
#define FIRST_PAGE (4 * 1024 * 1024)
#define PAGE (512 * 1024)
#define QUOTE '"'

static const char delimiters[] = ",;\t|";

typedef struct {
  char delimiter;
  char end; /* '\n', also for CRLF, or '\r' */
} Dialect;

typedef struct {
  CsvRead read;
  gpointer source;
  GDestroyNotify free_source;
  EncodingDecoder *decoder;
  char *leftover; /* bytes of a character that is not all there */
  gsize n_leftover;
  gsize page, first_page;
  GPtrArray *notes;
  CsvMask mask;
  Dialect dialect;

  gsize at;          /* the first byte of the text not looked at */
  gsize cell;        /* where the cell begins */
  gsize row_text;    /* where the row begins */
  gsize row_start;   /* of cells, where the row begins */
  gboolean quoted;   /* the cell began with a quote */
  gboolean inside;   /* between quotes */
  gboolean lenient;  /* a quoted cell had text after its closing quote */
  gboolean is_begun; /* the dialect is known */
  gboolean is_done;  /* the file has no more bytes */
} Scan;

/* What lies outside quotes at the start of the text. */
typedef struct {
  guint n_lf, n_crlf, n_cr;
  guint counts[G_N_ELEMENTS (delimiters) - 1][MOST_SAMPLE_ROWS];
  guint n_rows;
} Sample;

static gboolean
opens_quote (const char *text, gsize i)
{
  return i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r' || strchr (delimiters, text[i - 1]);
}

static void
count_line_ends (const char *text, gsize n_text, Sample *sample)
{
  gboolean inside = FALSE;

  for (gsize i = 0; i < n_text; i++) {
    if (text[i] == QUOTE && (inside || opens_quote (text, i) || text[i - 1] == QUOTE))
      inside = !inside;
    else if (inside)
      continue;
    else if (text[i] == '\n')
      sample->n_lf++;
    else if (text[i] == '\r' && i + 1 < n_text && text[i + 1] == '\n')
      sample->n_crlf++;
    else if (text[i] == '\r')
      sample->n_cr++;
  }
}

static void
count_delimiters (const char *text, gsize n_text, char end, Sample *sample)
{
  gboolean inside = FALSE;

  for (gsize i = 0; i < n_text && sample->n_rows < MOST_SAMPLE_ROWS; i++) {
    const char *found;

    if (text[i] == QUOTE && (inside || opens_quote (text, i) || text[i - 1] == QUOTE))
      inside = !inside;
    else if (inside)
      continue;
    else if (text[i] == end)
      sample->n_rows++;
    else if (text[i] != '\0' && (found = strchr (delimiters, text[i])))
      sample->counts[found - delimiters][sample->n_rows]++;
  }
  if (sample->n_rows < MOST_SAMPLE_ROWS)
    sample->n_rows++;
}

/* Of how many rows have as many as the most rows have, and how many that is. */
static guint
count_agreeing (const guint *counts, guint n_rows, guint *n_each)
{
  guint best = 0;

  *n_each = 0;
  for (guint i = 0; i < n_rows; i++) {
    guint n = 0;

    if (counts[i] == 0)
      continue;
    for (guint j = 0; j < n_rows; j++)
      n += counts[j] == counts[i];
    if (n > best || (n == best && counts[i] > *n_each)) {
      best = n;
      *n_each = counts[i];
    }
  }

  return best;
}

static Dialect
find_dialect (const char *text, gsize n_text)
{
  g_autofree Sample *sample = g_new0 (Sample, 1);
  gsize n_sample = MIN (n_text, SAMPLE);
  Dialect found = { ',', '\n' };
  guint best = 0, most = 0;

  count_line_ends (text, n_sample, sample);
  if (sample->n_crlf == 0 && sample->n_cr > sample->n_lf)
    found.end = '\r';

  count_delimiters (text, n_sample, found.end, sample);
  for (guint i = 0; delimiters[i]; i++) {
    guint n_each;
    guint n = count_agreeing (sample->counts[i], sample->n_rows, &n_each);

    if (n > best || (n == best && n_each > most)) {
      best = n;
      most = n_each;
      found.delimiter = delimiters[i];
    }
  }

  return found;
}

static gboolean
refuse (const Grid *grid, GError **error, ScrutinyError code, const char *what)
{
  g_autofree char *place = grid_dup_place (grid, grid->n_rows);

  scrutiny_set_error_at (error, code, grid->first_row + grid->n_rows + 1, NULL, NULL, "%s: %s",
                         place, what);

  return FALSE;
}

static gboolean
refuse_field (const Grid *grid, const Scan *self, GError **error)
{
  g_autofree char *place = grid_dup_place (grid, grid->n_rows);
  g_autofree char *name = g_strdup_printf ("%" G_GSIZE_FORMAT, grid->n_cells - self->row_start + 1);

  scrutiny_set_error_at (
      error, SCRUTINY_ERROR_LIMIT, grid->first_row + grid->n_rows + 1, name, NULL,
      "%s, column %s: a cell is longer than 1 MiB; is a quotation mark missing?", place, name);

  return FALSE;
}

static gboolean
refuse_width (const Grid *grid, GError **error)
{
  return refuse (grid, error, SCRUTINY_ERROR_LIMIT,
                 "more than 16,384 columns; a table this wide cannot be read");
}

/* Takes the quotes off the cell of @length at @text, in place. */
static gsize
unquote (Scan *self, char *text, gsize length)
{
  gboolean inside = FALSE;
  gsize n = 0;

  for (gsize i = 0; i < length; i++) {
    if (text[i] != QUOTE || (!inside && i > 0 && text[i - 1] != QUOTE)) {
      self->lenient |= !inside && text[i] != ' ';
      text[n++] = text[i];
    } else if (inside && i + 1 < length && text[i + 1] == QUOTE) {
      text[n++] = text[i++];
    } else {
      inside = !inside;
    }
  }

  return n;
}

static gboolean
end_cell (Grid *grid, Scan *self, gsize end, GError **error)
{
  gsize length = end - self->cell;

  if (G_UNLIKELY (length > GRID_MOST_FIELD))
    return refuse_field (grid, self, error);
  if (self->quoted)
    length = unquote (self, grid->text + self->cell, length);

  grid_add_span (grid, self->cell, length);
  self->cell = end + 1;
  self->quoted = FALSE;

  return TRUE;
}

static gboolean
end_row (Grid *grid, Scan *self, gsize end, GError **error)
{
  gboolean crlf = self->dialect.end == '\n' && end > self->cell && grid->text[end - 1] == '\r';

  if (!end_cell (grid, self, end - crlf, error))
    return FALSE;

  self->cell = self->row_text = MIN (end + 1, grid->n_text); /* the last row may lack its end */
  if (grid->n_cells - self->row_start > GRID_MOST_COLUMNS)
    return refuse_width (grid, error);
  self->row_start = grid->n_cells;

  return grid_end_row (grid, error);
}

/* A quote opens a cell, closes it, or is the second of a doubled pair. */
static void
meet_quote (const Grid *grid, Scan *self, gsize i)
{
  if (self->inside)
    self->inside = FALSE;
  else if (i == self->cell)
    self->quoted = self->inside = TRUE;
  else if (self->quoted && grid->text[i - 1] == QUOTE)
    self->inside = TRUE;
}

static gboolean
meet_marks (Grid *grid, Scan *self, gsize block, guint64 mask, GError **error)
{
  const char *text = grid->text;

  grid_reserve (grid, BLOCK);
  for (; mask; mask &= mask - 1) {
    gsize i = block + (gsize) __builtin_ctzll (mask);

    if (text[i] == self->dialect.delimiter && !self->quoted && i - self->cell <= GRID_MOST_FIELD) {
      grid_add_span (grid, self->cell, i - self->cell);
      self->cell = i + 1;
    } else if (text[i] == QUOTE) {
      meet_quote (grid, self, i);
    } else if (self->inside) {
      continue;
    } else if (text[i] == self->dialect.delimiter ? !end_cell (grid, self, i, error)
                                                  : !end_row (grid, self, i, error)) {
      return FALSE;
    }
  }

  if (G_UNLIKELY (grid->n_cells - self->row_start > GRID_MOST_COLUMNS + BLOCK))
    return refuse_width (grid, error);
  if (G_UNLIKELY (grid->n_cells > GRID_MOST_CELLS))
    return refuse (grid, error, SCRUTINY_ERROR_LIMIT, "more than 64 million cells");

  return TRUE;
}

/* The last bytes, fewer than a block. */
static gboolean
scan_tail (Grid *grid, Scan *self, GError **error)
{
  char tail[BLOCK] = { 0 };
  gsize n_tail = grid->n_text - self->at;

  if (n_tail > 0) {
    memcpy (tail, grid->text + self->at, n_tail);
    if (!meet_marks (grid, self, self->at,
                     self->mask (tail, self->dialect.delimiter, self->dialect.end, QUOTE), error))
      return FALSE;
  }
  self->at = grid->n_text;

  if (self->inside)
    return refuse (grid, error, SCRUTINY_ERROR_UNREADABLE,
                   "a quotation mark opens a cell in this row and is never closed");
  if (self->cell >= grid->n_text && grid->n_cells == self->row_start)
    return TRUE;
  grid_reserve (grid, 1);

  return end_row (grid, self, grid->n_text, error);
}

static gboolean
scan_text (Grid *grid, Scan *self, GError **error)
{
  Dialect dialect = self->dialect;

  for (; self->at + BLOCK <= grid->n_text; self->at += BLOCK) {
    guint64 mask = self->mask (grid->text + self->at, dialect.delimiter, dialect.end, QUOTE);

    if (!meet_marks (grid, self, self->at, mask, error))
      return FALSE;
  }
  if (self->is_done)
    return scan_tail (grid, self, error);
  if (grid->n_text - self->cell > GRID_MOST_FIELD + BLOCK)
    return refuse_field (grid, self, error);

  return TRUE;
}

static void
note_dialect (const Scan *self)
{
  const char *delimiter = self->dialect.delimiter == ';'    ? "semicolons"
                          : self->dialect.delimiter == '\t' ? "tabs"
                                                            : "vertical bars";

  if (self->dialect.delimiter != ',')
    g_ptr_array_add (self->notes, g_strdup_printf ("Cells are separated by %s.", delimiter));
  if (self->dialect.end == '\r')
    g_ptr_array_add (self->notes, g_strdup ("Lines end in a carriage return alone."));
  if (self->lenient)
    g_ptr_array_add (self->notes,
                     g_strdup ("Some quoted cells go on after their closing quotation mark; "
                               "they were read as they stand."));
}

static void
note_end (Scan *self)
{
  char *note;

  if (!self->notes)
    return;
  note = encoding_decoder_dup_note (self->decoder);
  if (note)
    g_ptr_array_add (self->notes, note);
  note_dialect (self);
}

/* Keeps the row that is open, at the front of the text and of the cells. */
static void
drop_page (Grid *grid, Scan *self)
{
  gsize gone = self->row_text;

  grid_drop_rows (grid);
  for (gsize i = 0; i < grid->n_cells; i++)
    grid->cells[i].start -= (guint32) gone;
  if (gone > 0)
    memmove (grid->text, grid->text + gone, grid->n_text - gone);

  grid->n_text -= gone;
  self->at -= gone;
  self->cell -= gone;
  self->row_text = 0;
  self->row_start = 0;
}

static gboolean
append_decoded (Grid *grid, Scan *self, gsize n_raw, GError **error)
{
  char *raw = grid->text + grid->n_text;
  GString *decoded = NULL;
  gsize n_used;

  if (!encoding_decoder_decode (self->decoder, raw, n_raw, self->is_done, &n_used, &decoded, error))
    return FALSE;

  self->n_leftover = n_raw - n_used;
  g_free (self->leftover);
  self->leftover = self->n_leftover ? g_memdup2 (raw + n_used, self->n_leftover) : NULL;
  if (decoded) {
    grid_reserve_text (grid, decoded->len);
    memcpy (grid->text + grid->n_text, decoded->str, decoded->len);
    n_used = decoded->len;
    g_string_free (decoded, TRUE);
  }
  if (n_used > 0 && memchr (grid->text + grid->n_text, '\0', n_used))
    return refuse (grid, error, SCRUTINY_ERROR_UNREADABLE,
                   "there are NUL bytes in it or after it: this is not text; save it as CSV");
  grid->n_text += n_used;

  return TRUE;
}

/* Reads about @n_wanted bytes, fewer only at the end of the file. */
static gboolean
append_page (Grid *grid, Scan *self, gsize n_wanted, GError **error)
{
  gsize n_raw = self->n_leftover;

  if (grid->n_text + n_wanted > G_MAXUINT32 / 2)
    return refuse (grid, error, SCRUTINY_ERROR_LIMIT, "the table is larger than 2 GiB");
  grid_reserve_text (grid, n_raw + n_wanted);
  if (n_raw > 0)
    memcpy (grid->text + grid->n_text, self->leftover, n_raw);

  n_wanted += n_raw;
  while (n_raw < n_wanted) {
    gssize n =
        self->read (self->source, grid->text + grid->n_text + n_raw, n_wanted - n_raw, error);

    if (n < 0)
      return FALSE;
    if (n == 0) {
      self->is_done = TRUE;
      break;
    }
    n_raw += (gsize) n;
  }

  return append_decoded (grid, self, n_raw, error);
}

static gboolean
refill (Grid *grid, gboolean keep, GError **error)
{
  Scan *self = grid->source;
  gsize n_before;

  if (!keep)
    drop_page (grid, self);
  n_before = grid->n_rows;

  while (!self->is_done && grid->n_rows == n_before) {
    if (!append_page (grid, self, self->is_begun ? self->page : self->first_page, error))
      return FALSE;
    if (!self->is_begun)
      self->dialect = find_dialect (grid->text, grid->n_text);
    self->is_begun = TRUE;
    if (!scan_text (grid, self, error))
      return FALSE;
    if (self->is_done)
      note_end (self);
  }

  return grid->n_rows > n_before;
}

static void
scan_free (gpointer data)
{
  Scan *self = data;

  if (self->free_source)
    self->free_source (self->source);
  encoding_decoder_free (self->decoder);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self->leftover);
  g_free (self);
}

Grid *
csv_scan (const CsvInput *input, GError **error)
{
  g_autoptr (Grid) grid = grid_new (input->origin, NULL);
  Scan *self = g_new0 (Scan, 1);
  GError *found = NULL;

  self->read = input->read;
  self->source = input->source;
  self->free_source = input->free_source;
  self->decoder = encoding_decoder_new (input->encoding, input->origin);
  self->notes = input->notes ? g_ptr_array_ref (input->notes) : NULL;
  self->mask = input->mask ? input->mask : csv_mask_fast;
  self->page = input->page ? input->page : PAGE;
  self->first_page = input->page ? input->page : FIRST_PAGE;
  grid->source = self;
  grid->free_source = scan_free;
  grid->refill = refill;

  if (!refill (grid, TRUE, &found) && found) {
    g_propagate_error (error, found);
    return NULL;
  }

  return g_steal_pointer (&grid);
}

typedef struct {
  GBytes *bytes;
  gsize at;
} Memory;

static gssize
read_memory (gpointer source, char *buffer, gsize size, GError **error)
{
  Memory *self = source;
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (self->bytes, &n_bytes);
  gsize n = MIN (size, n_bytes - self->at);

  if (n > 0)
    memcpy (buffer, bytes + self->at, n);
  self->at += n;

  return (gssize) n;
}

Grid *
csv_scan_bytes (GBytes *bytes,
                const char *encoding,
                const char *origin,
                GPtrArray *notes,
                GError **error)
{
  Memory memory = { bytes, 0 };
  gsize n_bytes = g_bytes_get_size (bytes);
  CsvInput input = { .read = read_memory,
                     .source = &memory,
                     .encoding = encoding,
                     .origin = origin,
                     .notes = notes,
                     /* Of a small table no more room is taken than it fills and its end. */
                     .page = n_bytes < FIRST_PAGE ? n_bytes + 1 : 0 };
  g_autoptr (Grid) grid = csv_scan (&input, error);

  if (!grid || !grid_read_all (grid, error))
    return NULL;
  grid->refill = NULL;

  return g_steal_pointer (&grid);
}
