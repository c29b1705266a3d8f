/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/slope-test.h"

#include "base/error-private.h"
#include "base/printable.h"

#define MOST_OF_A_NAME 40
#define KENDALL "Mann (1945); Kendall (1975); Sen (1968)"

static const SlopeTestKind kinds[] = {
  [SLOPE_TEST_MANN_KENDALL] = { .name = "mann-kendall",
                                .source = KENDALL "; Hirsch, Slack and Smith (1982); Hamed and "
                                                  "Rao (1998)" },
  [SLOPE_TEST_SEASONAL] = { .name = "seasonal-mann-kendall",
                            .seasons = SLOPE_SEASONS_NEEDED,
                            .source = KENDALL "; Hirsch, Slack and Smith (1982); Hamed and "
                                              "Rao (1998)" },
  [SLOPE_TEST_CORRELATED] = { .name = "correlated-seasonal",
                              .seasons = SLOPE_SEASONS_NEEDED,
                              .is_square = TRUE,
                              .definition = "covariances of seasons from ranks, with the "
                                            "correction for continuity",
                              .source = "Dietz and Killeen (1981); Hirsch and Slack (1984)" },
  [SLOPE_TEST_HAMED_RAO] = { .name = "hamed-rao",
                             .is_of_neighbours = TRUE,
                             .is_square = TRUE,
                             .definition = "formula 15 over all lags whose correlation of ranks "
                                           "without the slope is beyond 1.96 / sqrt (n), with "
                                           "its sign",
                             .source = "Hamed and Rao (1998)" },
  [SLOPE_TEST_YUE_WANG] = { .name = "yue-wang",
                            .is_of_neighbours = TRUE,
                            .is_square = TRUE,
                            .definition = "formula 12 over all lags, of values without the slope",
                            .source = "Yue and Wang (2004)" },
  [SLOPE_TEST_PRE_WHITENED] = { .name = "pre-whitened",
                                .is_of_neighbours = TRUE,
                                .definition = "each value less the share of the one before",
                                .source = "von Storch and Navarra (1995)" },
  [SLOPE_TEST_TREND_FREE] = { .name = "trend-free-pre-whitened",
                              .is_of_neighbours = TRUE,
                              .definition = "without the slope, which is put back afterwards",
                              .source = "Yue, Pilon, Phinney and Cavadias (2002)" },
  [SLOPE_TEST_REGIONAL] = { .name = "regional",
                            .seasons = SLOPE_SEASONS_WHERE_THERE_ARE_ANY,
                            .is_square = TRUE,
                            .source = "Helsel and Frans (2006); Dietz and Killeen (1981)" },
  [SLOPE_TEST_PARTIAL] = { .name = "partial",
                           .seasons = SLOPE_SEASONS_WHERE_THERE_ARE_ANY,
                           .is_square = TRUE,
                           .definition = "variances corrected for ties",
                           .source = "Libiseller and Grimvall (2002)" },
  [SLOPE_TEST_PETTITT] = { .name = "pettitt", .source = "Pettitt (1979)" },
};

const SlopeTestKind *
slope_test_get_kind (SlopeTest test)
{
  return &kinds[test];
}

gboolean
slope_test_parse (const char *name, SlopeTest *test, GError **error)
{
  g_autoptr (GString) known = g_string_new ("auto");
  g_autofree char *said = printable_dup (name, MOST_OF_A_NAME);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    if (g_str_equal (kinds[k].name, name)) {
      *test = (SlopeTest) k;
      return TRUE;
    }
    g_string_append_printf (known, ", %s", kinds[k].name);
  }
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "test", name,
                         "Test: there is none called “%s”; there are %s", said, known->str);

  return FALSE;
}
