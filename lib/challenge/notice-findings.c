/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/notice-findings.h"

#include "base/finding-list.h"
#include "base/printed.h"

#include <glib/gi18n.h>
#include <math.h>

#define HUNDRED 100
#define LARGE 1000 /* numbers from here on are said with separators */

/* A figure that varies more than chance among cases gives by less than this is not said to. */
#define MUCH_MORE 1.5

#define QUESTION \
  N_ ("What change would matter to the people it is about, and would this figure show it in " \
      "time?")

/* Two digits that count, as people say a size. */
static double
two_digits (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return value;

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.2g", value), NULL);
}

/* As far from the nearer end of a share as two digits say: 99.7% is not all. */
static double
shown_level (const NoticeFigures *figures)
{
  if (!notice_figures_is_share (figures))
    return two_digits (figures->usual);
  if (figures->room_up >= figures->room_down)
    return two_digits (figures->room_down);

  return printed_round (figures->scale - two_digits (figures->room_up), PRINTED_MOST_DECIMALS);
}

static void
insert_common (GVariantDict *facts, const NoticeStory *story)
{
  const NoticeFigures *figures = story->figures;

  g_variant_dict_insert (facts, "per", "s", story->per);
  g_variant_dict_insert (facts, "plural", "s", story->plural);
  g_variant_dict_insert (facts, "smallest", "d", two_digits (figures->smallest));
  g_variant_dict_insert (facts, "smallest_year", "d", two_digits (figures->smallest_year));
  g_variant_dict_insert (facts, "usual", "d", shown_level (figures));
  g_variant_dict_insert (facts, "power", "d", story->power);
}

/* By what the figure is, and whether a year can be set against a year. */
static const char *const of_shares[2] = {
  N_ ("With about {cases:n} {cases|case|cases} a {per}, only a move of {smallest} "
      "{smallest|point|points} or more would usually "
      "be noticed in one {per}."),
  N_ ("With about {cases:n} {cases|case|cases} a {per}, only a move of {smallest} "
      "{smallest|point|points} or more would usually "
      "be noticed in one {per}, and of {smallest_year} from one year to the next."),
};
static const char *const of_shares_that_vary[2] = {
  N_ ("With about {cases:n} {cases|case|cases} a {per}, and figures that vary {dispersion} times "
      "as much as "
      "chance among cases gives, only a move of {smallest} {smallest|point|points} or more would "
      "usually be noticed "
      "in one {per}."),
  N_ ("With about {cases:n} {cases|case|cases} a {per}, and figures that vary {dispersion} times "
      "as much as "
      "chance among cases gives, only a move of {smallest} {smallest|point|points} or more would "
      "usually be noticed "
      "in one {per}, and of {smallest_year} from one year to the next."),
};
static const char *const of_counts[2] = {
  N_ ("At about {usual} a {per}, only a move of {percent}% or more would usually be noticed in one "
      "{per}."),
  N_ ("At about {usual} a {per}, only a move of {percent}% or more would usually be noticed in one "
      "{per}, and of {percent_year}% from one year to the next."),
};
static const char *const of_values[2] = {
  N_ ("The figure ordinarily moves by {deviation} or so from one {per} to the next: only a move of "
      "{smallest} or more would usually be noticed in one {per}."),
  N_ ("The figure ordinarily moves by {deviation} or so from one {per} to the next: only a move of "
      "{smallest} or more would usually be noticed in one {per}, and of {smallest_year} from one "
      "year to the next."),
};

static const char *const of_large_values[2] = {
  N_ ("The figure ordinarily moves by {deviation:n} or so from one {per} to the next: only a move "
      "of "
      "{smallest:n} or more would usually be noticed in one {per}."),
  N_ ("The figure ordinarily moves by {deviation:n} or so from one {per} to the next: only a move "
      "of "
      "{smallest:n} or more would usually be noticed in one {per}, and of {smallest_year:n} from "
      "one "
      "year to the next."),
};

static const char *
choose_smallest (const NoticeFigures *figures)
{
  const gboolean has_year = !isnan (figures->smallest_year);

  if (notice_figures_is_share (figures))
    return figures->dispersion >= MUCH_MORE ? of_shares_that_vary[has_year] : of_shares[has_year];

  if (figures->figure.law == STEADY_POISSON)
    return of_counts[has_year];

  return figures->deviation < LARGE ? of_values[has_year] : of_large_values[has_year];
}

/* Said first, so that the numbers after it are not taken for those of the whole history. */
static void
say_since (GPtrArray *findings, const NoticeStory *story, ScrutinyMethod *method)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (!story->since)
    return;

  g_variant_dict_insert (&facts, "since", "s", story->since);
  finding_list_add (findings, method, "notice.since",
                    N_ ("What it could notice is told from {since:period} on, since it shifted "
                        "then."),
                    NULL, NULL, &facts);
}

static void
say_smallest (GPtrArray *findings, const NoticeStory *story, ScrutinyMethod *method)
{
  const NoticeFigures *figures = story->figures;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_common (&facts, story);
  g_variant_dict_insert (&facts, "deviation", "d", two_digits (figures->deviation));
  g_variant_dict_insert (&facts, "false_alarm", "d", 1 - story->level);
  if (notice_figures_is_share (figures)) {
    g_variant_dict_insert (&facts, "cases", "d", round (figures->cases));
    g_variant_dict_insert (&facts, "dispersion", "d", two_digits (figures->dispersion));
  } else if (figures->figure.law == STEADY_POISSON) {
    g_variant_dict_insert (&facts, "percent", "d",
                           round (HUNDRED * figures->smallest / figures->usual));
    g_variant_dict_insert (&facts, "percent_year", "d",
                           round (HUNDRED * figures->smallest_year / figures->usual));
  }
  finding_list_add (findings, method, "notice.smallest", choose_smallest (figures), QUESTION, NULL,
                    &facts);
}

static const char *
choose_time (double change, gboolean is_down)
{
  if (change < LARGE)
    return is_down ? N_ ("If it fell by {move} and stayed there, {periods} {passing} would pass on "
                         "average until one lies outside the limits for ordinary movement.")
                   : N_ ("If it rose by {move} and stayed there, {periods} {passing} would pass on "
                         "average until one lies outside the limits for ordinary movement.");

  return is_down ? N_ ("If it fell by {move:n} and stayed there, {periods} {passing} would pass on "
                       "average until one lies outside the limits for ordinary movement.")
                 : N_ ("If it rose by {move:n} and stayed there, {periods} {passing} would pass on "
                       "average until one lies outside the limits for ordinary movement.");
}

/* The move that is told of: the middle one, the way there is more room. */
static void
say_time (GPtrArray *findings, const NoticeStory *story, ScrutinyMethod *method)
{
  const NoticeTime *time = &story->figures->times[NOTICE_MOVES / 2];
  const gboolean is_down = isnan (time->up) || story->figures->room_down > story->figures->room_up;
  const double periods = is_down ? time->down : time->up;
  const double shown = periods < 10 ? round (10 * periods) / 10 : round (periods);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (story->figures->n_times == 0 || !isfinite (periods))
    return;

  insert_common (&facts, story);
  g_variant_dict_insert (&facts, "move", "d", two_digits (time->change));
  g_variant_dict_insert (&facts, "periods", "d", shown);
  g_variant_dict_insert (&facts, "passing", "s", shown == 1 ? story->per : story->plural);
  finding_list_add (findings, method, "notice.time", choose_time (time->change, is_down), NULL,
                    NULL, &facts);
}

static void
say_room (GPtrArray *findings, const NoticeStory *story, ScrutinyMethod *method)
{
  const NoticeFigures *figures = story->figures;
  const gboolean no_room_up = figures->smallest > figures->room_up;
  const gboolean no_room_down = figures->smallest > figures->room_down;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);
  const char *statement;

  if (!no_room_up && !no_room_down)
    return;

  insert_common (&facts, story);
  statement =
      no_room_up && no_room_down
          ? N_ ("At {usual} there is no room for a move of {smallest} either way: one {per} "
                "can hardly show anything.")
      : no_room_up ? N_ ("At {usual} there is no room for a move of {smallest} upwards: one "
                         "{per} could show falls only.")
                   : N_ ("At {usual} there is no room for a move of {smallest} downwards: "
                         "one {per} could show rises only.");
  finding_list_add (findings, method, "notice.room", statement,
                    N_ ("What other figure would show the move that this one has no room for?"),
                    NULL, &facts);
}

static void
say_ends (GPtrArray *findings, const NoticeStory *story, ScrutinyMethod *method)
{
  const NoticeFigures *figures = story->figures;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (figures->n_ends == 0)
    return;

  insert_common (&facts, story);
  g_variant_dict_insert (&facts, "n_ends", "x", (gint64) figures->n_ends);
  g_variant_dict_insert (&facts, "n_periods", "x", (gint64) figures->figure.n_used);
  finding_list_add (findings, method, "notice.ends",
                    N_ ("In {n_ends} of {n_periods} {plural} it was none or all of the cases, so "
                        "that nothing could go beyond it."),
                    N_ ("Is it still the right thing to count?"), NULL, &facts);
}

void
notice_findings_add (GPtrArray *findings, const NoticeStory *story, ScrutinyMethod *method)
{
  say_since (findings, story, method);
  say_smallest (findings, story, method);
  say_time (findings, story, method);
  say_room (findings, story, method);
  say_ends (findings, story, method);
}
