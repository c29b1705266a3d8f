/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-findings.h"

#include "base/finding-list.h"
#include "challenge/wait-protection.h"
#include "kernel/proportion.h"

#include <glib/gi18n.h>
#include <math.h>

/* Measured by tests/bench/bench-waits.c where cases come and end as they always did. */
#define BALANCE_FALSE_ALARM 0.05

/* Open cases that are told of, and how much longer a whole case is than its rows. */
#define FEWEST_OPEN 5
#define WHOLE_SAID 1.1

/* The window whose share is said; all are in the table. */
#define SAID_WINDOW 30

#define ASK_TAIL \
  N_ ("Who are the people who wait longest, what were they waiting for, and who knows of them " \
      "now?")
#define ASK_OPEN N_ ("What are the oldest open ones waiting for, and when was each last looked at?")
#define ASK_BALANCE \
  N_ ("Did more come in lately, are long ones left over, or are some that ended not recorded as " \
      "ended?")
#define ASK_FINISHED_ONLY \
  N_ ("Does this record leave out what has not finished, and where are the open ones listed?")
#define ASK_WHOLE \
  N_ ("What does the person see: the time of each record, or from first asking to the matter " \
      "ended for them?")
#define ASK_RETURNS \
  N_ ("What brings them back, and what would have ended the matter the first time?")
#define ASK_BACKWARDS N_ ("How can a case end before it starts, and which of its dates is right?")

#define ASK_HOLIDAYS \
  N_ ("What were the bank holidays of those years, so that these cases are counted too?")

#define BRING_TAIL \
  N_ ("Of those that took longest, 1 in 20: what each waited for and for how long, without " \
      "names.")
#define BRING_OPEN \
  N_ ("The ten oldest open ones: what each waits for, and when it was last looked at, without " \
      "names.")
#define BRING_BALANCE N_ ("How many started and how many ended in each of the last 24 months.")
#define BRING_UNFINISHED N_ ("Those that are still open, each with the day it started.")
#define BRING_WHOLE \
  N_ ("The records of one person put together, from the first start to the last end.")
#define BRING_RETURNS \
  N_ ("Of those that came back: what for, the first time and the second, without names.")
#define BRING_HOLIDAYS N_ ("The bank holidays of the years before those that are known.")
#define BRING_BACKWARDS N_ ("The rows that end before they start, and how they came about.")

typedef struct {
  const WaitReading *reading;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

static double
days_shown (const WaitReading *reading, double days)
{
  return reading->spans->is_whole ? days : round (days * 10) / 10;
}

/* After a number of them. */
static const char *
unit_of (const WaitReading *reading, double days)
{
  const gboolean is_one = days_shown (reading, days) == 1;

  if (reading->spans->working)
    return is_one ? N_ ("working day") : N_ ("working days");

  return is_one ? N_ ("day") : N_ ("days");
}

/* Facts that every sentence has. */
static void
begin (const Saying *saying, GVariantDict *facts)
{
  const WaitReading *reading = saying->reading;
  const gboolean working = reading->spans->working != NULL;

  g_variant_dict_init (facts, NULL);
  g_variant_dict_insert (facts, "n", "x", (gint64) reading->n);
  if (reading->tells_open) {
    g_variant_dict_insert (facts, "n_finished", "x", (gint64) reading->n_finished);
    g_variant_dict_insert (facts, "n_open", "x", (gint64) reading->n_open);
  }
  g_variant_dict_insert (facts, "half", "d", days_shown (reading, reading->quantiles[0].value));
  g_variant_dict_insert (facts, "half_low", "d", reading->quantiles[0].low);
  g_variant_dict_insert (facts, "half_high", "d", reading->quantiles[0].high);
  g_variant_dict_insert (facts, "tail", "d", days_shown (reading, reading->quantiles[3].value));
  g_variant_dict_insert (facts, "tail_low", "d", reading->quantiles[3].low);
  g_variant_dict_insert (facts, "tail_high", "d", reading->quantiles[3].high);
  g_variant_dict_insert (facts, "tenth", "d", days_shown (reading, reading->quantiles[2].value));
  g_variant_dict_insert (facts, "mean", "d", reading->mean);
  g_variant_dict_insert (facts, "longest", "d", days_shown (reading, reading->longest));
  g_variant_dict_insert (facts, "half_unit", "s", unit_of (reading, reading->quantiles[0].value));
  g_variant_dict_insert (facts, "tail_unit", "s", unit_of (reading, reading->quantiles[3].value));
  g_variant_dict_insert (facts, "longest_unit", "s", unit_of (reading, reading->longest));
  g_variant_dict_insert (facts, "unit", "s", working ? N_ ("working days") : N_ ("days"));
  g_variant_dict_insert (facts, "all_days", "s", working ? N_ ("calendar days") : N_ ("days"));
  if (reading->fewest > 0)
    g_variant_dict_insert (facts, "disclosure", "x", (gint64) reading->fewest);
}

static void
say (Saying *saying,
     const char *id,
     const char *statement,
     const char *question,
     const char *request,
     GVariantDict *facts)
{
  finding_list_add (saying->findings, saying->method, id, statement, question, request, facts);
}

#define STILL_OPEN \
  " {n_open:n} of {n:n} {n_open|is|are} still open and in no average of those that finished " \
  "({mean:.1} {unit})."
#define LONGEST "the longest has lasted {longest} {longest_unit}."
#define LONG "{disclosure} have lasted {longest} {longest_unit} or more."
#define FEWER_THAN_HALF \
  "Fewer than half of {n:n} have finished, and how long half of them take is not known yet: "
#define HALF_ALONE "Half finish within {half} {half_unit}; what 1 in 20 exceeds is not known yet: "
#define HALF_AND_TAIL \
  "Half finish within {half} {half_unit}; 1 in 20 takes longer than {tail} {tail_unit}."
#define FEW_LONGER \
  "Half finish within {half} {half_unit}; those that take longest are too few to be told of by " \
  "themselves."

/* By how far the curve goes down, whether any are open, and whether one case may be told of. */
static const char *const tails[3][2][2] = {
  { { N_ (FEWER_THAN_HALF LONGEST), N_ (FEWER_THAN_HALF LONG) },
    { N_ (FEWER_THAN_HALF LONGEST STILL_OPEN), N_ (FEWER_THAN_HALF LONG STILL_OPEN) } },
  { { N_ (HALF_ALONE LONGEST), N_ (HALF_ALONE LONG) },
    { N_ (HALF_ALONE LONGEST STILL_OPEN), N_ (HALF_ALONE LONG STILL_OPEN) } },
  { { N_ (HALF_AND_TAIL), N_ (HALF_AND_TAIL) },
    { N_ (HALF_AND_TAIL STILL_OPEN), N_ (HALF_AND_TAIL STILL_OPEN) } },
};

#define UNTELLABLE \
  "So few are open, or so few cases there are, that how long they take cannot be told without " \
  "telling of one: ask for more of the record."

/* By whether any are open. */
static const char *const few_longer[] = { N_ (FEW_LONGER), N_ (FEW_LONGER STILL_OPEN) };

static void
say_tail (Saying *saying)
{
  const WaitReading *reading = saying->reading;
  const gboolean any_open = reading->tells_open && reading->n_open > 0;
  const gboolean is_few =
      (reading->n_known == 2 || !reading->tells_open) && isnan (reading->quantiles[3].value);
  GVariantDict facts;

  begin (saying, &facts);
  say (saying, "waits.tail",
       is_few ? few_longer[any_open] : tails[reading->n_known][any_open][reading->fewest > 0],
       ASK_TAIL, BRING_TAIL, &facts);
}

static void
say_open (Saying *saying)
{
  const WaitReading *reading = saying->reading;
  GVariantDict facts;

  if (reading->n_open < FEWEST_OPEN || isnan (reading->open_median) ||
      isnan (reading->finished_quantiles[0].value))
    return;
  begin (saying, &facts);
  g_variant_dict_insert (&facts, "open_median", "d", days_shown (reading, reading->open_median));
  g_variant_dict_insert (&facts, "open_unit", "s", unit_of (reading, reading->open_median));
  g_variant_dict_insert (&facts, "finished_unit", "s",
                         unit_of (reading, reading->finished_quantiles[0].value));
  g_variant_dict_insert (&facts, "finished_median", "d",
                         days_shown (reading, reading->finished_quantiles[0].value));
  say (saying, "waits.open",
       N_ ("Half of the {n_open:n} that are still open have been open for {open_median} "
           "{open_unit} or "
           "more; "
           "half of the {n_finished:n} that finished took {finished_median} {finished_unit} or "
           "less."),
       ASK_OPEN, BRING_OPEN, &facts);
}

/* By whether any are open. */
static const char *const balances[] = {
  N_ ("No row is open. In the last {days:n} {all_days} {n_lately:n} finished, after "
      "{mean_lately:.1} {all_days} in the mean; if that is how it goes, about {expected:n} would "
      "be open on this day of the "
      "week. The record may hold only what has finished."),
  N_ ("In the last {days:n} {all_days} {n_lately:n} finished, after {mean_lately:.1} {all_days} in "
      "the mean; "
      "if "
      "that is how it goes, about {expected:n} would be open on this day of the week, not "
      "{n_open:n}."),
};

static void
say_balance (Saying *saying)
{
  const WaitBalance *balance = &saying->reading->balance;
  const gboolean any_open = saying->reading->n_open > 0;
  GVariantDict facts;

  if (!wait_balance_is_far (balance))
    return;
  begin (saying, &facts);
  g_variant_dict_insert (&facts, "expected", "d", balance->expected);
  g_variant_dict_insert (&facts, "ratio", "d", balance->ratio);
  g_variant_dict_insert (&facts, "days", "d", balance->days);
  g_variant_dict_insert (&facts, "n_lately", "x", (gint64) balance->n_finished);
  g_variant_dict_insert (&facts, "mean_lately", "d", balance->mean);
  g_variant_dict_insert (&facts, "false_alarm", "d", BALANCE_FALSE_ALARM);
  say (saying, "waits.balance", balances[any_open], any_open ? ASK_BALANCE : ASK_FINISHED_ONLY,
       any_open ? BRING_BALANCE : BRING_UNFINISHED, &facts);
}

static void
say_whole (Saying *saying)
{
  const WaitCases *cases = &saying->reading->cases;
  GVariantDict facts;

  if (!(cases->ratio >= WHOLE_SAID))
    return;
  begin (saying, &facts);
  g_variant_dict_insert (&facts, "n_cases", "x", (gint64) cases->n_cases);
  g_variant_dict_insert (&facts, "reported", "d", cases->reported);
  g_variant_dict_insert (&facts, "whole", "d", cases->whole);
  g_variant_dict_insert (&facts, "ratio", "d", cases->ratio);
  say (saying, "waits.end-to-end",
       N_ ("A record takes {reported:.1} {unit} in the mean. From the first start to the last end "
           "of "
           "the "
           "same case it is {whole:.1} {unit}, {ratio:.1} times as long."),
       ASK_WHOLE, BRING_WHOLE, &facts);
}

static void
say_returns (Saying *saying)
{
  const WaitCases *cases = &saying->reading->cases;
  gsize w = MIN (cases->n_windows, SAID_WINDOW);
  double low, high;
  GVariantDict facts;

  while (w > 0 && isnan (cases->returned[w - 1]))
    w--;
  if (w == 0 || !(cases->returned[w - 1] > 0) || cases->returned[w - 1] < saying->reading->fewest ||
      kernel_wilson (1, &cases->returned[w - 1], &cases->followed[w - 1], saying->reading->z, &low,
                     &high, NULL) != KERNEL_OK)
    return;
  begin (saying, &facts);
  g_variant_dict_insert (&facts, "window", "x", (gint64) w);
  g_variant_dict_insert (&facts, "n_followed", "x", (gint64) cases->followed[w - 1]);
  g_variant_dict_insert (&facts, "n_returned", "x", (gint64) cases->returned[w - 1]);
  g_variant_dict_insert (&facts, "share", "d",
                         100 * cases->returned[w - 1] / cases->followed[w - 1]);
  g_variant_dict_insert (&facts, "share_low", "d", 100 * low);
  g_variant_dict_insert (&facts, "share_high", "d", 100 * high);
  say (saying, "waits.returns",
       N_ ("Of {n_followed:n} that finished and could be followed for {window} {all_days}, "
           "{n_returned:n} "
           "started again within that time: {share:.1}% (between {share_low:.1}% and "
           "{share_high:.1}%)."),
       ASK_RETURNS, BRING_RETURNS, &facts);
}

#define BACKWARDS \
  "{n_backwards:n} {n_backwards|row ends|rows end} before {n_backwards|its start|their start}, "

/* By whether rows are named. */
static const char *const backwards[] = {
  N_ (BACKWARDS "and {n_backwards|is|are} left out."),
  N_ (BACKWARDS "the first in row {first_row}, and {n_backwards|is|are} left out."),
};

static void
say_backwards (Saying *saying)
{
  const WaitSpans *spans = saying->reading->spans;
  GVariantDict facts;

  if (spans->n_backwards == 0)
    return;
  begin (saying, &facts);
  if (!wait_reading_may_tell (saying->reading, (double) spans->n_backwards)) {
    say (saying, "waits.backwards",
         N_ ("Fewer than {disclosure} rows end before their start, and are left out."),
         ASK_BACKWARDS, BRING_BACKWARDS, &facts);
    return;
  }
  g_variant_dict_insert (&facts, "n_backwards", "x", (gint64) spans->n_backwards);
  if (saying->reading->names_rows)
    g_variant_dict_insert (&facts, "first_row", "x", (gint64) spans->first_backwards);
  say (saying, "waits.backwards", backwards[saying->reading->names_rows != FALSE], ASK_BACKWARDS,
       BRING_BACKWARDS, &facts);
}

/* By whether how many they are may be told. */
static const char *const outsides[] = {
  N_ ("Fewer than {disclosure} rows start in a year whose bank holidays are not known, and are "
      "left "
      "out."),
  N_ ("{n_outside:n} {n_outside|row starts|rows start} in a year whose bank holidays are not "
      "known, "
      "and {n_outside|is|are} left out."),
};

static void
say_outside (Saying *saying)
{
  const WaitSpans *spans = saying->reading->spans;
  const gboolean is_told = wait_reading_may_tell (saying->reading, (double) spans->n_outside);
  GVariantDict facts;

  if (spans->n_outside == 0)
    return;
  begin (saying, &facts);
  if (is_told)
    g_variant_dict_insert (&facts, "n_outside", "x", (gint64) spans->n_outside);
  say (saying, "waits.outside-calendar", outsides[is_told], ASK_HOLIDAYS, BRING_HOLIDAYS, &facts);
}

GPtrArray *
wait_findings_new (const WaitReading *reading, ScrutinyMethod *method)
{
  Saying saying = { reading, method, finding_list_new () };

  say_tail (&saying);
  say_open (&saying);
  say_balance (&saying);
  say_whole (&saying);
  say_returns (&saying);
  say_backwards (&saying);
  say_outside (&saying);

  return saying.findings;
}

char *
wait_findings_dup_cannot_tell (const WaitReading *reading)
{
  if (reading->n_finished >= WAITS_FEWEST)
    return reading->n_known > 0 && isnan (reading->quantiles[0].value) ? g_strdup (UNTELLABLE)
                                                                       : NULL;
  if (!reading->tells_open)
    return g_strdup_printf (
        "So few have finished that nothing is told of them: how long cases take "
        "needs %d; ask for more of the record.",
        WAITS_FEWEST);

  return g_strdup_printf ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                          " have finished: how long cases take needs %d; ask for more of the "
                          "record.",
                          reading->n_finished, reading->n, WAITS_FEWEST);
}
