/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

/* Prints how fast a CSV file becomes typed columns, beside libcsv with strtod where it is
 * installed: bench-csv [FILE]. Without FILE a monthly panel of made-up counts is written.
 */

#include "io/columns.h"
#include "io/csv-scan.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef HAVE_LIBCSV
#include <csv.h>
#endif

#define MEGABYTE 1e6
#define N_RUNS 9
#define SIZE (64 * 1000 * 1000)

typedef gsize (*Reader) (const char *path);

static void
write_panel (const char *path)
{
  g_autoptr (GString) text = g_string_sized_new (SIZE);
  guint32 seed = 1;

  g_string_append (text, "period,org_code,type,attendances,breaches,admissions\n");
  while (text->len < SIZE) {
    seed = seed * 1664525 + 1013904223;
    g_string_append_printf (text, "2017-%02u-01,R%02X,%u,%u,%u,%u.%u\n", 1 + (seed >> 8) % 12,
                            (seed >> 16) % 256, seed % 3, (seed >> 12) % 30000, (seed >> 20) % 4000,
                            (seed >> 10) % 9000, (seed >> 24) % 10);
  }
  if (!g_file_set_contents (path, text->str, (gssize) text->len, NULL))
    exit (1);
}

static gssize
read_file (gpointer source, char *buffer, gsize size, GError **error)
{
  return read (*(int *) source, buffer, size);
}

static gsize
read_typed (const char *path)
{
  int file = open (path, O_RDONLY);
  CsvInput input = { .read = read_file, .source = &file, .origin = path };
  g_autoptr (Grid) grid = csv_scan (&input, NULL);
  Column columns[8] = { 0 };
  guint n_columns = MIN (grid->n_columns, G_N_ELEMENTS (columns)) - 2;
  gsize n_numbers = 0;

  for (guint i = 0; i < n_columns; i++)
    column_init (&columns[i], i + 2);
  do
    columns_read (grid, 0, grid->n_rows, columns, n_columns);
  while (grid_next_page (grid, NULL));

  for (guint i = 0; i < n_columns; i++) {
    n_numbers += columns[i].n_numbers;
    column_clear (&columns[i]);
  }
  close (file);

  return n_numbers;
}

static gsize
read_cells (const char *path)
{
  int file = open (path, O_RDONLY);
  CsvInput input = { .read = read_file, .source = &file, .origin = path };
  g_autoptr (Grid) grid = csv_scan (&input, NULL);
  gsize n_cells = 0;

  do
    n_cells += grid->n_cells;
  while (grid_next_page (grid, NULL));
  close (file);

  return n_cells;
}

#ifdef HAVE_LIBCSV
typedef struct {
  gsize n_numbers;
  guint column;
  double sum;
} Peer;

static void
meet_cell (void *text, size_t length, void *data)
{
  Peer *peer = data;
  char *end;

  if (peer->column++ >= 2) {
    peer->sum += strtod (text, &end);
    peer->n_numbers += end == (char *) text + length && length > 0;
  }
}

static void
meet_row (int end, void *data)
{
  ((Peer *) data)->column = 0;
}

static gsize
read_libcsv (const char *path)
{
  struct csv_parser parser;
  g_autofree char *text = NULL;
  gsize n_text;
  Peer peer = { 0 };

  if (!g_file_get_contents (path, &text, &n_text, NULL))
    exit (1);
  csv_init (&parser, CSV_APPEND_NULL);
  csv_parse (&parser, text, n_text, meet_cell, meet_row, &peer);
  csv_fini (&parser, meet_cell, meet_row, &peer);
  csv_free (&parser);

  return peer.n_numbers;
}
#endif

/* Of this program, so that others on the machine count less. */
static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
measure (const char *what, Reader reader, const char *path, double size)
{
  double best = G_MAXDOUBLE;
  gsize n = 0;

  for (guint i = 0; i < N_RUNS; i++) {
    const double start = seconds_of_core ();

    n = reader (path);
    best = MIN (best, seconds_of_core () - start);
  }
  g_print ("%-36s %8.0f MB/s  (%" G_GSIZE_FORMAT ")\n", what, size / MEGABYTE / best, n);
}

int
main (int argc, char *argv[])
{
  g_autofree char *made =
      argc > 1 ? NULL : g_build_filename (g_get_tmp_dir (), "bench-csv.csv", NULL);
  const char *path = argc > 1 ? argv[1] : made;
  GStatBuf facts;

  if (made)
    write_panel (made);
  if (g_stat (path, &facts) != 0)
    return 1;

  measure ("file to cells", read_cells, path, (double) facts.st_size);
  measure ("file to typed columns", read_typed, path, (double) facts.st_size);
#ifdef HAVE_LIBCSV
  measure ("libcsv with strtod", read_libcsv, path, (double) facts.st_size);
#endif
  if (made)
    g_unlink (made);

  return 0;
}
