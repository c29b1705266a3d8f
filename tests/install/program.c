/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdio.h>

#include <scrutiny/scrutiny.h>

/* A stranger's program: built with nothing but what `pkg-config scrutiny-1` says. */
int
main (void)
{
  GEnumClass *codes = g_type_class_ref (SCRUTINY_TYPE_ERROR);

  printf ("xlsx %d, %s, %u codes\n", scrutiny_has_feature ("xlsx"),
          g_quark_to_string (SCRUTINY_ERROR), codes->n_values);
  g_type_class_unref (codes);
  return 0;
}
