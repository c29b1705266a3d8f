/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/word-table.h"

#include <gio/gio.h>

#include <string.h>

#include "kernel/containment.h"

#include "words-resource.h"

#define TABLE_PATH "/scrutiny/linkage/words.txt"

/* The glosses of WordNet 3.0, as words.txt says. */
#define N_GLOSSES 117659

/* Sorted lines of ASCII, looked through where they lie: they are part of the program. */
static const char *
get_table (gsize *n)
{
  static gsize table, n_table;

  if (g_once_init_enter (&table)) {
    g_autoptr (GBytes) bytes = g_resource_lookup_data (words_get_resource (), TABLE_PATH,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    n_table = g_bytes_get_size (bytes);
    g_once_init_leave (&table, (gsize) g_bytes_get_data (bytes, NULL));
  }
  *n = n_table;

  return (const char *) table;
}

static gsize
start_of_line (const char *table, gsize at)
{
  while (at > 0 && table[at - 1] != '\n')
    at--;

  return at;
}

/* As strcmp () between the first word of a line and @stem. */
static int
compare_line (const char *line, const char *stem)
{
  const gsize n = strcspn (line, " \n");
  const int order = strncmp (line, stem, n);

  return order != 0 ? order : -(stem[n] != '\0');
}

static WordEntry
read_line (const char *line)
{
  char *end;
  const guint64 n_with = g_ascii_strtoull (strchr (line, ' '), &end, 10);

  return (WordEntry){
    .weight =
        n_with > 0 ? kernel_word_weight (N_GLOSSES, n_with, WORD_MOST_WEIGHT) : WORD_MOST_WEIGHT,
    .others = end,
    .n_others = strcspn (end, "\n"),
  };
}

WordEntry
word_table_find (const char *stem)
{
  gsize low = 0, high;
  const char *table = get_table (&high);

  while (low < high) {
    const gsize middle = start_of_line (table, low + (high - low) / 2);
    const int order = compare_line (table + middle, stem);

    if (order == 0)
      return read_line (table + middle);
    if (order < 0)
      low = middle + strcspn (table + middle, "\n") + 1;
    else
      high = middle;
  }

  return (WordEntry){ .weight = WORD_MOST_WEIGHT };
}

gboolean
word_entry_has_other (const WordEntry *self, const char *stem)
{
  const gsize n = strlen (stem);
  const char *at = self->others, *end = at + self->n_others;

  while (at < end) {
    const char *word = at + 1;

    for (at = word; at < end && *at != ' ';)
      at++;
    if ((gsize) (at - word) == n && memcmp (word, stem, n) == 0)
      return TRUE;
  }

  return FALSE;
}
