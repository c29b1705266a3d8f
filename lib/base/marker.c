/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/marker.h"

#include <math.h>
#include <string.h>

#define MISSING SERIES_MISSING, NAN, NAN
#define WITHHELD SERIES_SUPPRESSED, NAN, NAN

/* The Government Statistical Service's symbols, DfE's, NHS England's, Eurostat's, and
 * what councils type.  A dash is never read as nought.
 */
static const Marker markers[] = {
  { "-", MISSING, "not available or nothing" },
  { "–", MISSING, "not available or nothing" },
  { "—", MISSING, "not available or nothing" },
  { "−", MISSING, "not available or nothing" },
  { "--", MISSING, "not available" },
  { ".", MISSING, "not applicable" },
  { "..", MISSING, "not available" },
  { "...", MISSING, "not available" },
  { "…", MISSING, "not available" },
  { ":", MISSING, "not available" },
  { "x", MISSING, "not available" },
  { "[x]", MISSING, "not available" },
  { "z", MISSING, "not applicable" },
  { "[z]", MISSING, "not applicable" },
  { "[b]", MISSING, "break in the series" },
  { "na", MISSING, "not available" },
  { "n/a", MISSING, "not available" },
  { "n.a.", MISSING, "not available" },
  { "n.a", MISSING, "not available" },
  { "n / a", MISSING, "not available" },
  { "#n/a", MISSING, "not available" },
  { "#div/0!", MISSING, "a formula that divided by nought" },
  { "#ref!", MISSING, "a formula that lost its cell" },
  { "#value!", MISSING, "a formula that met a text" },
  { "#num!", MISSING, "a formula without an answer" },
  { "#name?", MISSING, "a formula with an unknown name" },
  { "#null!", MISSING, "a formula without cells" },
  { "nan", MISSING, "not a number" },
  { "null", MISSING, "nothing" },
  { "none", MISSING, "nothing" },
  { "not available", MISSING, "not available" },
  { "not applicable", MISSING, "not applicable" },
  { "not held", MISSING, "not held" },
  { "not known", MISSING, "not known" },
  { "not recorded", MISSING, "not recorded" },
  { "not reported", MISSING, "not reported" },
  { "not collected", MISSING, "not collected" },
  { "not yet available", MISSING, "not yet available" },
  { "not provided", MISSING, "not provided" },
  { "no data", MISSING, "no data" },
  { "unknown", MISSING, "not known" },
  { "missing", MISSING, "missing" },
  { "pending", MISSING, "not yet available" },
  { "tbc", MISSING, "to be confirmed" },
  { "tba", MISSING, "to be announced" },
  { "*", WITHHELD, "withheld" },
  { "**", WITHHELD, "withheld" },
  { "†", WITHHELD, "withheld" },
  { "#", WITHHELD, "withheld" },
  { "c", WITHHELD, "confidential" },
  { "[c]", WITHHELD, "confidential" },
  { "u", WITHHELD, "too unreliable to publish" },
  { "[u]", WITHHELD, "too unreliable to publish" },
  { "s", WITHHELD, "withheld" },
  { "[s]", WITHHELD, "withheld" },
  { "suppressed", WITHHELD, "withheld" },
  { "redacted", WITHHELD, "withheld" },
  { "~", SERIES_SUPPRESSED, 0, NAN, "small" },
  { "k", SERIES_SUPPRESSED, 0, NAN, "small, rounds to nought" },
  { "[k]", SERIES_SUPPRESSED, 0, NAN, "small, rounds to nought" },
  { "low", SERIES_SUPPRESSED, 0, NAN, "small, rounds to nought" },
  { "[low]", SERIES_SUPPRESSED, 0, NAN, "small, rounds to nought" },
};

#define LONGEST 17 /* "not yet available" */

const Marker *
marker_find (const char *text, gsize length)
{
  if (length == 0 || length > LONGEST)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    if (markers[i].text[0] == g_ascii_tolower (text[0]) &&
        g_ascii_strncasecmp (markers[i].text, text, length) == 0 &&
        strlen (markers[i].text) == length)
      return &markers[i];

  return NULL;
}
