/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <locale.h>

/*
 * Linked into every C test: a test program starts in the locale it is run in,
 * as the programs that embed the library do. tests/run.sh has one pass in a
 * locale that writes 0.5 as 0,5.
 */
__attribute__ ((constructor)) static void
use_the_locale_of_the_environment (void)
{
  setlocale (LC_ALL, "");
}
