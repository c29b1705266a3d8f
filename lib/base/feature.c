/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/feature.h>

static const char *const features[] = {
#ifdef SCRUTINY_HAVE_RECORDS
  "records",
#endif
#ifdef SCRUTINY_HAVE_POSTGRESQL
  "postgresql",
#endif
#ifdef SCRUTINY_HAVE_WORDS
  "words",
#endif
#ifdef SCRUTINY_HAVE_XLSX
  "xlsx",
#endif
  NULL,
};

/**
 * scrutiny_has_feature:
 * @feature: a feature's name: `postgresql`, `records`, `words` or `xlsx`
 *
 * Checks whether the library was built with an optional feature.
 *
 * Every public function exists in every build; what needs a feature that was
 * left out fails with [error@Scrutiny.Error.NOT_BUILT].
 *
 * Returns: whether it was; `FALSE` for a name it does not know
 *
 * Since: 0.1
 */
gboolean
scrutiny_has_feature (const char *feature)
{
  g_return_val_if_fail (feature != NULL, FALSE);

  return g_strv_contains (features, feature);
}
