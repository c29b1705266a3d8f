/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "support/colour-said.h"
#include "support/csv.h"

#include <string.h>

#define ASHCOMBE \
  "\"GREEN\" when round(value, 1) >= 90; \"AMBER\" when round(value, 1) >= 85; otherwise \"RED\""
#define PLAIN "\"G\" when value >= 95; \"A\" when value >= 90; otherwise \"R\""
#define CALM \
  "2024-01 94; 2024-02 95; 2024-03 94; 2024-04 95; 2024-05 94; 2024-06 95; 2024-07 94; " \
  "2024-08 95; 2024-09 94; 2024-10 95; "

/* Twelve months of values, or of "cases/of". */
#define TENTHS \
  "period value; 2024-01 94.3; 2024-02 95.8; 2024-03 92.7; 2024-04 95.1; 2024-05 97.6; " \
  "2024-06 93.0; 2024-07 94.9; 2024-08 96.2; 2024-09 91.4; 2024-10 95.5; 2024-11 94.0; " \
  "2024-12 96.9"
#define OF_TWENTY \
  "period numerator denominator; 2024-01 17 20; 2024-02 16 20; 2024-03 18 20; 2024-04 17 20; " \
  "2024-05 15 20; 2024-06 19 20; 2024-07 17 20; 2024-08 16 20; 2024-09 18 20; 2024-10 17 20; " \
  "2024-11 16 20; 2024-12 18 20"
#define OF_MORE \
  "period numerator denominator; 2024-01 17 20; 2024-02 16 20; 2024-03 18 20; 2024-04 27 30; " \
  "2024-05 14 20; 2024-06 30 35; 2024-07 17 20; 2024-08 16 20; 2024-09 18 20; 2024-10 17 20; " \
  "2024-11 16 20; 2024-12 28 30"
#define TENS \
  "period value; 2024-01 10; 2024-02 12; 2024-03 7; 2024-04 9; 2024-05 14; 2024-06 8; " \
  "2024-07 11; 2024-08 10; 2024-09 6; 2024-10 13; 2024-11 9; 2024-12 11"
#define THREE_LEVELS \
  "period value; " \
  "2021-01 87.5; 2021-02 90.8; 2021-03 88.2; 2021-04 91.8; 2021-05 89.2; 2021-06 93.0; " \
  "2021-07 90.2; 2021-08 87.8; 2021-09 91.2; 2021-10 88.8; 2021-11 92.5; 2021-12 89.8; " \
  "2022-01 90.2; 2022-02 93.8; 2022-03 91.2; 2022-04 95.0; 2022-05 92.2; 2022-06 95.8; " \
  "2022-07 93.2; 2022-08 90.8; 2022-09 94.5; 2022-10 91.8; 2022-11 95.2; 2022-12 92.8; " \
  "2023-01 85.2; 2023-02 89.0; 2023-03 86.2; 2023-04 89.8; 2023-05 87.2; 2023-06 90.8; " \
  "2023-07 88.5; 2023-08 85.8; 2023-09 89.2; 2023-10 86.8; 2023-11 90.2; 2023-12 88.0"
#define ONE_LEVEL \
  "period value; " \
  "2021-01 87.5; 2021-02 90.8; 2021-03 88.2; 2021-04 91.8; 2021-05 89.2; 2021-06 93.0; " \
  "2021-07 90.2; 2021-08 87.8; 2021-09 91.2; 2021-10 88.8; 2021-11 92.5; 2021-12 89.8; " \
  "2022-01 87.2; 2022-02 90.8; 2022-03 88.2; 2022-04 92.0; 2022-05 89.2; 2022-06 92.8; " \
  "2022-07 90.2; 2022-08 87.8; 2022-09 91.5; 2022-10 88.8; 2022-11 92.2; 2022-12 89.8; " \
  "2023-01 87.2; 2023-02 91.0; 2023-03 88.2; 2023-04 91.8; 2023-05 89.2; 2023-06 92.8; " \
  "2023-07 90.5; 2023-08 87.8; 2023-09 91.2; 2023-10 88.8; 2023-11 92.2; 2023-12 90.0"
#define ALIKE \
  "period value; " \
  "2022-01 94.1; 2022-02 95.8; 2022-03 97.5; 2022-04 96.8; 2022-05 98.2; 2022-06 97.1; " \
  "2022-07 98.0; 2022-08 98.6; 2022-09 96.8; 2022-10 97.1; 2022-11 94.9; 2022-12 95.0; " \
  "2023-01 95.1; 2023-02 92.9; 2023-03 93.2; 2023-04 91.4; 2023-05 92.0; 2023-06 92.9; " \
  "2023-07 91.8; 2023-08 93.2; 2023-09 92.5; 2023-10 94.2; 2023-11 95.9; 2023-12 95.4"
#define MOVED_ONCE \
  "period value; " \
  "2022-01 90.6; 2022-02 89.1; 2022-03 91.1; 2022-04 89.7; 2022-05 90.8; 2022-06 88.8; " \
  "2022-07 90.2; 2022-08 89.4; 2022-09 91.3; 2022-10 89.3; 2022-11 90.4; 2022-12 89.3; " \
  "2023-01 92.3; 2023-02 93.4; 2023-03 92.3; 2023-04 94.3; 2023-05 92.4; 2023-06 93.2; " \
  "2023-07 91.8; 2023-08 93.8; 2023-09 92.7; 2023-10 94.1; 2023-11 92.1; 2023-12 93.6"
#define EIGHTY "\"G\" when value >= 85; \"A\" when value >= 80; otherwise \"R\""

/* scipy 1.10 from the definitions: the level, mean move / 1.128, the chances of bands, the
 * distribution of changes, and that of neighbours with the correlation in the figures.
 */
static const struct expects {
  const char *label, *table, *rule;
  double expected, low, high, every, shown, tolerance;
} expects[] = {
  { "whole numbers that move less than counts would",
    "period value; " CALM "2024-11 89; 2024-12 89", PLAIN, 3.831180223897329, 0, 8,
    4.4629028487571345, 0.772078019162155, 1e-11 },
  { "figures with a decimal: 94.95 is 95", TENTHS, PLAIN, 5.759748251813617, 2, 9,
    2.113940237880261, 1.1429003138394451, 1e-11 },
  { "neighbours alike", ALIKE, PLAIN, 11.466350444523059, 0, 16, 2.1143775904056024,
    0.9978910276124924, 1e-11 },
  /* 2 to 16 at one level, 1 to 11 at two from January 2023 on. */
  { "a level that may have moved", MOVED_ONCE, "\"G\" when value >= 91.5; otherwise \"R\"",
    11.49027719794548, 1, 16, NAN, NAN, 1e-11 },
  { "shares of twenty cases", OF_TWENTY, EIGHTY, 5.701648695447016, 2, 10, NAN, NAN, 1e-11 },
  { "shares of cases that differ", OF_MORE, EIGHTY, 5.899159331964165, 2, 10, NAN, NAN, 1e-11 },
  { "counts", TENS, "\"High\" when value >= 10; otherwise \"Low\"", 5.461062003662764, 2, 9, NAN,
    NAN, 1e-11 },
  /* Up or down against the month before changes at each turning point: 2/3 of ten. */
  { "a rule that looks back is drawn", TENTHS, "\"Up\" when value > previous; otherwise \"Down\"",
    20 / 3., 4, 9, NAN, NAN, 0.1 },
  { "not of a year to date",
    "period value; 2024-04_to_date 94; 2024-05_to_date 95; 2024-06_to_date 94; "
    "2024-07_to_date 95; 2024-08_to_date 94; 2024-09_to_date 95; 2024-10_to_date 94; "
    "2024-11_to_date 95; 2024-12_to_date 60",
    PLAIN, NAN, NAN, NAN, NAN, NAN, 0 },
  { "not of fewer than eight",
    "period value; 2024-01 94; 2024-02 94; 2024-03 94; 2024-04 94; 2024-05 94; 2024-06 94; "
    "2024-07 80",
    PLAIN, NAN, NAN, NAN, NAN, NAN, 0 },
  { "not of a rule about another column",
    "period value rate; 2024-01 94 1; 2024-02 95 2; 2024-03 94 1; 2024-04 95 2; 2024-05 94 1; "
    "2024-06 95 2; 2024-07 94 1; 2024-08 95 2",
    "\"G\" when rate > 1; otherwise \"R\"", NAN, NAN, NAN, NAN, NAN, 0 },
};

static void
expects_changes_of_what_never_changes (void **state)
{
  const struct expects *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, row->rule);

  assert_near (scrutiny_colour_audit_get_expected (audit), row->expected, row->tolerance);
  assert_near (scrutiny_colour_audit_get_expected_low (audit), row->low, 0);
  assert_near (scrutiny_colour_audit_get_expected_high (audit), row->high, 0);
  if (isnan (row->every))
    return;
  assert_near (scrutiny_colour_audit_get_alarm_interval (audit), row->every, 1e-10);
  assert_near (scrutiny_colour_audit_get_bits_shown (audit), row->shown, 1e-10);
  assert_near (scrutiny_colour_audit_get_bits_carried (audit), NAN, 0);
}

/* (12 r + 1) / 8 with r = 0.3747, worked out with numpy 1.24. */
static void
tells_how_much_neighbours_have_in_common (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit =
      audit_of ("period value; " CALM "2024-11 89; 2024-12 89", PLAIN);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (audit));

  (void) state;
  assert_non_null (strstr (json, "\"resemblance\":0.687007874015748"));
}

/* numpy 1.24 and scipy 1.10: the three years' means, DerSimonian and Laird's variance between
 * them, and 64 nodes.
 */
static const struct bits {
  const char *label, *table;
  double shown, carried;
} bits[] = {
  { "years at three levels", THREE_LEVELS, 1.377146498939593, 0.2916975041186214 },
  { "years at one level", ONE_LEVEL, 1.1750073585741718, 0 },
};

static void
tells_what_a_status_carries (void **state)
{
  const struct bits *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, PLAIN);

  assert_near (scrutiny_colour_audit_get_bits_shown (audit), row->shown, 1e-12);
  assert_near (scrutiny_colour_audit_get_bits_carried (audit), row->carried, 1e-12);
}

/* The Nile at Aswan, 1871 to 1970, and from 1899 on, against a threshold of 850: 4 changes
 * before the level fell and 32 after, of 35.5 to expect of 72 steady years.
 */
static void
agrees_with_the_nile (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/challenge/data_nile.csv");
  g_autoptr (GString) all = g_string_new ("period value");
  g_autoptr (GString) later = g_string_new ("period value");
  g_autoptr (ScrutinyColourAudit) whole = NULL;
  g_autoptr (ScrutinyColourAudit) steady = NULL;

  for (guint i = 1; lines && lines[i]; i++) {
    g_string_append_printf (all, "; %u %s", 1870 + i, lines[i]);
    if (i > 28)
      g_string_append_printf (later, "; %u %s", 1870 + i, lines[i]);
  }
  if (!lines)
    return;

  whole = audit_of (all->str, "\"High\" when value >= 850; otherwise \"Low\"");
  steady = audit_of (later->str, "\"High\" when value >= 850; otherwise \"Low\"");
  assert_int_equal (scrutiny_colour_audit_get_changes (whole), 37);
  assert_int_equal (scrutiny_colour_audit_get_changes (steady), 32);
  assert_near (scrutiny_colour_audit_get_expected (steady), 35.5, 0.01);
}

static const ColourSaid said[] = {
  { "says how many changes to expect", TENTHS, PLAIN, "colour.expected",
    "A figure that stays at one level, and moves from one period to the next as this one does, "
    "would change its status between 2 and 9 times in 12 periods, in 19 of 20 such stretches; this "
    "one did 9 times.",
    "What would tell a change in the service from ordinary movement here?", NULL },
  { "says that no change is to be expected", TENTHS, "\"G\" when value >= 84; otherwise \"R\"",
    "colour.expected",
    "A figure that stays at one level, and moves from one period to the next as this one does, "
    "would change its status not at all in 12 periods, in 19 of 20 such stretches; this one did 0 "
    "times.",
    "What would tell a change in the service from ordinary movement here?", NULL },
  { "says that a status is the toss of a coin", TENTHS, PLAIN, "colour.alarm",
    "The boundary at 95 lies 0.2 from the usual level, 94.8, and the figure ordinarily moves by "
    "2.5 or so: without any change it is on the other side in 47 of 100 periods, and its status is "
    "close to the toss of a coin.",
    "Why does the boundary lie there, and what is done when it is crossed?", NULL },
  { "says so where the boundary is the level", OF_TWENTY, EIGHTY, "colour.alarm",
    "The boundary at 85 lies at the usual level, 85, and the figure ordinarily moves by 8 or so: "
    "without any change it is on the other side in 35 of 100 periods, and its status is close to "
    "the toss of a coin.",
    "Why does the boundary lie there, and what is done when it is crossed?", NULL },
  { "says a boundary as it is written: at most", TENS, "\"G\" when value <= 14; otherwise \"R\"",
    "colour.alarm",
    "The boundary at 14 acts like an alarm that rings once in 12 periods when nothing is "
    "happening; "
    "a limit for what is out of the ordinary rings once in 370.",
    "Why does the boundary lie there, and what is done when it is crossed?", NULL },
  { "says how often a boundary rings", TENTHS, "\"G\" when value >= 92; otherwise \"R\"",
    "colour.alarm",
    "The boundary at 92 acts like an alarm that rings once in 8 periods when nothing is "
    "happening; a limit for what is out of the ordinary rings once in 370.",
    "Why does the boundary lie there, and what is done when it is crossed?", NULL },
  { "says that a boundary is far away", TENTHS, "\"G\" when value >= 85; otherwise \"R\"",
    "colour.alarm",
    "The boundary at 85 lies 9.8 from the usual level, 94.8, and the figure ordinarily moves by "
    "2.5 or so: it would take more than ordinary movement to cross it.",
    "Why does the boundary lie there, and what is done when it is crossed?", NULL },
  { "says how much of what is shown is about the level", THREE_LEVELS, PLAIN, "colour.bits",
    "The status shows 1.38 bits a period and carries 0.29 of them about the level: 21 in 100 of "
    "what "
    "is seen to move is about the service, the rest ordinary movement.",
    "What could be shown in place of the status that says more about the service?", NULL },
  { "says that nothing is", ONE_LEVEL, PLAIN, "colour.bits",
    "No movement in the level can be told from the spread of 3 years; the status carries 0 bits "
    "about it, of the 1.18 it shows.",
    "What could be shown in place of the status that says more about the service?", NULL },
  { "says both errors", TENTHS, PLAIN, "colour.errors",
    "When the status changes, the level has not moved in 95 of 100 cases, taking it to move once "
    "in "
    "24 periods by 4.9 or so; when it does move so far for 6 periods, the status shows nothing of "
    "it "
    "in 1 of 100 cases upwards and 0 downwards.",
    "What is done when the status changes, and what when it does not?", NULL },
  { "says what rounding decided",
    "period value numerator denominator; 2024-01 95.1 951 1000; 2024-02 95.8 958 1000; "
    "2024-03 92.7 927 1000; 2024-04 95.0 1899 1999; 2024-05 97.6 976 1000; 2024-06 93.0 930 1000; "
    "2024-07 94.9 949 1000; 2024-08 96.2 962 1000",
    PLAIN, "colour.rounding",
    "Rounding decided the status of 1 period: in April 2024, 1899 of 1999 is 94.997, which is “A” "
    "before it is rounded and “G” after.",
    "Does the rule say to round first, and since when?", NULL },
  { "says what a rule that rounds decided",
    "period numerator denominator; 2024-01 951 1000; 2024-02 958 1000; 2024-03 927 1000; "
    "2024-04 8997 10000; 2024-05 976 1000; 2024-06 8996 10000; 2024-07 949 1000; 2024-08 962 1000",
    ASHCOMBE, "colour.rounding",
    "Rounding decided the status of 2 periods: in June 2024, 8996 of 10000 is 89.96, which is "
    "“AMBER” before it is rounded and “GREEN” after.",
    "Does the rule say to round first, and since when?", NULL },
  { "says what a rule that rounds down decided",
    "period numerator denominator; 2024-01 51 1000; 2024-02 58 1000; 2024-03 27 1000; "
    "2024-04 503 10000; 2024-05 76 1000; 2024-06 30 1000; 2024-07 49 1000; 2024-08 62 1000",
    "\"G\" when round(value, 1) <= 5; otherwise \"R\"", "colour.rounding",
    "Rounding decided the status of 1 period: in April 2024, 503 of 10000 is 5.03, which is “R” "
    "before it is rounded and “G” after.",
    "Does the rule say to round first, and since when?", NULL },
  { "says that a band is narrower than a case", OF_TWENTY,
    "\"G\" when value >= 85; \"A\" when value >= 78; otherwise \"R\"", "colour.lattice",
    "Of 20 cases one moves the figure by 5, and “A” is 7 wide: the figure can hardly stop there.",
    "How many cases a period is the rule made for?", NULL },
  { "says what another target made", TENTHS,
    "from 2024-01: \"G\" when value >= 95; otherwise \"R\"\n"
    "from 2024-07: \"G\" when value >= 94; otherwise \"R\"",
    "colour.moved",
    "The boundaries moved in July 2024, amid a year, so that its statuses do not compare. Had they "
    "stayed, 2 of 6 statuses since would be another.",
    "Who moved them, on what grounds, and what was expected to follow?", NULL },
  { "says that a target moved when years of learning begin",
    "period value target; 2023-07 82 80; 2023-08 81 80; 2023-09 83 85; 2023-10 86 85",
    "\"G\" when value >= target; otherwise \"R\"", "colour.moved",
    "The boundaries moved in September 2023. Had they stayed, 1 of 2 statuses since would be "
    "another.",
    "Who moved them, on what grounds, and what was expected to follow?", NULL },
  { "says that targets moved with the year, of four quarters",
    "period value target; 2023-Q3 82 80; 2023-Q4 81 80; 2024-Q1 83 85; 2024-Q2 86 85",
    "\"G\" when value >= target; otherwise \"R\"", "colour.moved",
    "The boundaries moved in January–March 2024. Had they stayed, 1 of 2 statuses since would "
    "be another.",
    "Who moved them, on what grounds, and what was expected to follow?", NULL },
  { "says that targets moved twice",
    "period value target; 2023-Q3 82 80; 2023-Q4 81 85; 2024-Q1 83 85; 2024-Q2 86 88",
    "\"G\" when value >= target; otherwise \"R\"", "colour.moved",
    "The boundaries moved 2 times, first in October–December 2023, amid a year, so that its "
    "statuses do not "
    "compare. Had they stayed, 3 of 3 statuses since would be another.",
    "Who moved them, on what grounds, and what was expected to follow?", NULL },
  { "says of one period that rounding decided",
    "period value numerator denominator; 2024-04 95.0 1899 1999", PLAIN, "colour.rounding",
    "Rounding decided the status of 1 period: in April 2024, 1899 of 1999 is 94.997, which is “A” "
    "before it is rounded and “G” after.",
    "Does the rule say to round first, and since when?", NULL },
  { "says that a band is a share of the target", TENTHS,
    "\"G\" when value >= 95; \"A\" when value within 10% of 95; otherwise \"R\"", "colour.percent",
    "How far “A” reaches is a share of the target, 95: where the target moves, the band widens or "
    "narrows with it, and it is wider for figures with high targets.",
    "Is the band meant to depend on the target, and for what reason?", NULL },
  { "says what arrows say when nothing changes",
    "period value direction; 2024-01 94 up; 2024-02 95 up; 2024-03 94 down; 2024-04 96 up; "
    "2024-05 97 up",
    PLAIN, "colour.arrows",
    "An arrow against the period before points up half of the time when nothing changes. In these "
    "5 periods the figure turned 2 times; a figure whose periods have nothing to do with each "
    "other "
    "turns 2 times on average.",
    "What is an arrow compared with, and what is done about it?", NULL },
};

/* A coin is for the face of a sheet; other boundaries are for who wants to know more. */
static void
puts_a_coin_on_the_face (void **state)
{
  static const struct {
    const char *rule;
    gboolean on_the_face;
  } boundaries[] = { { PLAIN, TRUE }, { "\"G\" when value >= 92; otherwise \"R\"", FALSE } };

  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (boundaries); k++) {
    g_autoptr (ScrutinyColourAudit) audit = audit_of (TENTHS, boundaries[k].rule);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (audit));
    GVariant *facts = scrutiny_finding_get_facts (find_said (findings, "colour.alarm"));
    gboolean on_the_face = -1;

    g_variant_lookup (facts, "on_the_face", "b", &on_the_face);
    assert_int_equal (on_the_face, boundaries[k].on_the_face);
  }
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (expects) + G_N_ELEMENTS (bits) + G_N_ELEMENTS (said) + 3];
  size_t n = 0;

  n += add_rows (tests, expects_changes_of_what_never_changes, expects, G_N_ELEMENTS (expects),
                 sizeof *expects);
  n += add_rows (tests + n, tells_what_a_status_carries, bits, G_N_ELEMENTS (bits), sizeof *bits);
  n += add_rows (tests + n, says_so_in_words, said, G_N_ELEMENTS (said), sizeof *said);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (puts_a_coin_on_the_face);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_the_nile);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_how_much_neighbours_have_in_common);

  return cmocka_run_group_tests_name ("challenge/audit-chance", tests, NULL, NULL);
}
