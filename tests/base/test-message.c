/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/message.h"

#include <scrutiny/error.h>

#include "support/near.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static FactList *
list_of (GVariant *facts)
{
  g_autoptr (GVariant) taken = g_variant_take_ref (facts);

  return fact_list_new (taken);
}

static FactList *
facts_new (void)
{
  return list_of (g_variant_new_parsed (
      "{'n': <int64 1234567>, 'one': <int64 1>, 'minus': <int64 -1>, 'two': <2.0>, 'zero': <int64 "
      "0>,"
      " 'loss': <int64 -12345>, 'before': <68.35>, 'rate': <90.19607843137256>, 'big': <1234.5>,"
      " 'unknown': <%d>, 'endless': <%d>, 'yes': <true>, 'no': <false>,"
      " 'since': <'2010-03'>, 'odd': <'not a period'>, 'status': <'GREEN'>,"
      " 'evil': <'a\\n\\u001bb'>, 'path': <['a', 'b']>, 'periods': <['2010-03', '2010-04']>,"
      " 'written': <['2009-10', '2009/10', '2009-10-31', '2009-10 to date', '2010-Q4']>,"
      " 'values': <[0.25, 1000.0]>, 'parts': <[('Elm', 2.5), ('Oak', 7.0)]>,"
      " 'nothing': <@as []>, 'fail-safe': <int64 3>}",
      NAN, INFINITY));
}

static const struct said {
  const char *message, *sentence;
} said[] = {
  { "Nothing to fill in.", "Nothing to fill in." },
  { "Nothing", "Nothing" },
  { "{n}", "1234567" },
  { "{n} and {one}.", "1234567 and 1." },
  { "{before}", "68.35" },
  { "{two}", "2" },
  { "{rate:.1}%", "90.2%" },
  { "{rate:.0}", "90" },
  { "{before:.1}", "68.4" }, /* as people round */
  { "{one:.2}", "1.00" },
  { "{n:n}", "1,234,567" },
  { "{loss:n}", "-12,345" },
  { "{big:n}", "1,235" },
  { "{zero:n}", "0" },
  { "{one:n}", "1" },
  { "{unknown}", "not known" },
  { "{unknown:.1}", "not known" },
  { "{unknown:n}", "not known" },
  { "{endless}", "not known" },
  { "{yes} {no}", "yes no" },
  { "{since}", "2010-03" },
  { "since {since:period}.", "since March 2010." },
  { "{odd:period}", "not a period" },
  { "{periods:period}", "March 2010, April 2010" },
  { "{written:period}", "October 2009, 2009/10, 31 October 2009, October 2009, year to date, "
                        "October–December 2010" },
  { "{status:q}", "“GREEN”" },
  { "{path:q}", "“a”, “b”" },
  { "{evil}", "a \xEF\xBF\xBD"
              "b" },
  { "{evil:q}", "“a \xEF\xBF\xBD"
                "b”" },
  { "{path}", "a, b" },
  { "{nothing}", "" },
  { "{values}", "0.25, 1000" },
  { "{values:.1}", "0.3, 1000.0" },
  { "{values:n}", "0, 1,000" },
  { "{parts}", "Elm 2.5, Oak 7" },
  { "{parts:.1}", "Elm 2.5, Oak 7.0" },
  { "{one} {one|case|cases}", "1 case" },
  { "{minus|case|cases}", "case" },
  { "{two} {two|case|cases}", "2 cases" },
  { "{zero|case|cases}", "cases" },
  { "{unknown|case|cases}", "cases" },
  { "{one|is one of them|are among them}.", "is one of them." },
  { "case{two||s}", "cases" },
  { "case{one||s}", "case" },
  { "{{{one}}}", "{1}" },
  { "a {{ b }} c", "a { b } c" },
  { "{fail-safe}", "3" }, /* a key is no word of the message */
};

static void
says (void **state)
{
  const struct said *row = *state;
  g_autoptr (FactList) facts = facts_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  assert_true (message_check (row->message, facts, "Here", &error));
  assert_null (error);
  sentence = message_dup (row->message, facts);
  assert_string_equal (sentence, row->sentence);
}

static const struct decimals {
  const char *label, *facts, *sentence;
} decimals[] = {
  { "as many as are said", "{'n': <1.5>, 'decimals': <int64 3>}", "1.500" },
  { "none", "{'n': <1.5>, 'decimals': <int64 0>}", "2" },
  { "more than there are", "{'n': <1.5>, 'decimals': <int64 99>}", "1.500000000" },
  { "fewer than none", "{'n': <1.5>, 'decimals': <int64 -1>}", "2" },
  { "one where nothing is said", "{'n': <1.25>}", "1.3" },
  { "one where no number is said", "{'n': <1.25>, 'decimals': <'three'>}", "1.3" },
};

static void
takes_decimals_from_the_facts (void **state)
{
  const struct decimals *row = *state;
  g_autoptr (FactList) facts = list_of (g_variant_new_parsed (row->facts));
  g_autofree char *sentence = NULL;

  assert_true (message_check ("{n:.*}", facts, "Here", NULL));
  sentence = message_dup ("{n:.*}", facts);
  assert_string_equal (sentence, row->sentence);
}

static const struct refused {
  const char *message, *error;
} refused[] = {
  { "{n", "Here: a brace without its pair in “{n”; write {{ and }} for braces" },
  { "n}", "Here: a brace without its pair in “n}”; write {{ and }} for braces" },
  { "{}", "Here: a brace without its pair in “{}”; write {{ and }} for braces" },
  { "{:.1}", NULL },
  { "{n{one}}", NULL },
  { "a }} {", NULL },
  { "a } b", NULL },
  { "{nn}", NULL },
  { "{ n}", NULL },
  { "{n:.}", NULL },
  { "{n:.12}", NULL },
  { "{n:1}", NULL },
  { "{n:q}", "Here: {n:q} cannot show a fact of type “x”" },
  { "{n:periods}", NULL },
  { "{n:period}", NULL },
  { "{status:.1}", NULL },
  { "{status:n}", NULL },
  { "{yes:.1}", NULL },
  { "{parts:q}", NULL },
  { "{status|a|b}", NULL },
  { "{values|a|b}", NULL },
  { "{n|case}", NULL },
  { "{n|a|b|c}", NULL },
  { "It improved to {n}.", "Here: “improved” is a word the library does not say; say what was "
                           "seen, such as rose, fell, higher, lower or changed" },
  { "{n|case|failures}", NULL },
  { "It is “green”, which is {status:q}, and green.", NULL },
  { "\xFF", "Here: not UTF-8" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (FactList) facts = facts_new ();
  g_autoptr (GError) error = NULL;

  assert_false (message_check (row->message, facts, "Here", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_WORDING));
  if (row->error)
    assert_string_equal (error->message, row->error);
  assert_true (g_str_has_prefix (error->message, "Here: "));
  assert_false (message_check (row->message, facts, "Here", NULL));
}

static void
lists_the_facts_there_are (void **state)
{
  g_autoptr (FactList) two =
      list_of (g_variant_new_parsed ("{'n_round': <int64 3>, 'n': <int64 4>}"));
  g_autoptr (FactList) none = list_of (g_variant_new ("a{sv}", NULL));
  g_autoptr (GError) error = NULL;

  assert_false (message_check ("{n_rond} of {n}", two, "Here", &error));
  assert_string_equal (error->message, "Here: “n_rond” is not a fact; the facts are: n_round, n");
  assert_string_equal (scrutiny_error_get_value (error), "n_rond");
  g_clear_error (&error);
  assert_false (message_check ("{n}", none, "Here", &error));
  assert_string_equal (error->message, "Here: “n” is not a fact; the facts are: none");
}

static void
says_not_known_rather_than_nothing (void **state)
{
  g_autoptr (FactList) facts = facts_new ();
  g_autofree char *sentence = message_dup ("{absent} {status:n} {n|a}", facts);

  assert_string_equal (sentence, "not known not known not known");
}

static const char *const known_types[] = {
  "{'a': <int64 1>, 'b': <0.5>, 'c': <true>, 'd': <'x'>}",
  "{'a': <['x']>, 'b': <[0.5]>, 'c': <[('x', 0.5)]>}",
  "@a{sv} {}",
};

static const char *const other_types[] = {
  "{'a': <1>}",
  "{'a': <uint64 1>}",
  "{'a': <int64 1>, 'b': <(1.0, 2.0)>}",
  "{'a': <{'b': <1.0>}>}",
  "{'a': <[int64 1]>}",
  "{'a': <<1.0>>}",
};

static void
knows_the_types_of_facts (void **state)
{
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < LENGTH (known_types); i++) {
    g_autoptr (FactList) facts =
        list_of (g_variant_parse (G_VARIANT_TYPE_VARDICT, known_types[i], NULL, NULL, NULL));

    assert_true (message_check_facts (facts, "Here", NULL));
  }
  for (gsize i = 0; i < LENGTH (other_types); i++) {
    g_autoptr (FactList) facts =
        list_of (g_variant_parse (G_VARIANT_TYPE_VARDICT, other_types[i], NULL, NULL, NULL));

    g_clear_error (&error);
    assert_false (message_check_facts (facts, "Here", &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
    assert_true (g_str_has_prefix (error->message, "Here: the fact “"));
  }
}

static void
refuses_a_fact_given_twice (void **state)
{
  g_autoptr (FactList) facts =
      list_of (g_variant_new_parsed ("{'a': <1.0>, 'b': <1.0>, 'a': <2.0>}"));
  g_autoptr (GError) error = NULL;

  assert_false (message_check_facts (facts, "Here", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_string_equal (error->message, "Here: the fact “a” is given twice");
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (said) + LENGTH (refused) + LENGTH (decimals) + 4];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (said); i++)
    tests[n++] = (struct CMUnitTest){ .name = said[i].message,
                                      .test_func = says,
                                      .initial_state = (void *) &said[i] };
  for (size_t i = 0; i < LENGTH (refused); i++)
    tests[n++] = (struct CMUnitTest){ .name = refused[i].message,
                                      .test_func = refuses,
                                      .initial_state = (void *) &refused[i] };
  for (size_t i = 0; i < LENGTH (decimals); i++)
    tests[n++] = (struct CMUnitTest){ .name = decimals[i].label,
                                      .test_func = takes_decimals_from_the_facts,
                                      .initial_state = (void *) &decimals[i] };
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (lists_the_facts_there_are);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_not_known_rather_than_nothing);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_the_types_of_facts);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_a_fact_given_twice);

  return cmocka_run_group_tests_name ("base/message", tests, NULL, NULL);
}
