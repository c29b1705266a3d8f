/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "support/near.h"

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first numbers of a line, in the locale of the thread; false if one of them is none. */
static inline bool
published_split (const char *line, size_t n_columns, double *const *columns, size_t row)
{
  for (size_t k = 0; k < n_columns; k++) {
    char *end;

    columns[k][row] = strtod (line, &end);
    if (end == line)
      return false;
    line = end + strspn (end, ",");
  }

  return true;
}

/* Reads the lines of figures of cases/change/@name in the shared folder, at most @most of
 * them, with a decimal point in any locale; gives their number, 0 after saying aloud that
 * there is no such file.
 */
static inline size_t
published_read (const char *name, size_t n_columns, double *const *columns, size_t most)
{
  const char *folder = getenv ("SCRUTINY_SHARED");
  char path[1024], line[256];
  size_t n = 0;

  snprintf (path, sizeof path, "%s/cases/change/%s", folder ? folder : "", name);
  FILE *stream = fopen (path, "r");
  if (!stream) {
    print_message ("# skipped: the shared folder has no cases/change/%s\n", name);
    return 0;
  }

  const locale_t plain = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  const locale_t before = uselocale (plain);
  while (n < most && fgets (line, sizeof line, stream))
    n += published_split (line, n_columns, columns, n);
  uselocale (before);
  freelocale (plain);
  fclose (stream);
  assert_true (n > 0);

  return n;
}
