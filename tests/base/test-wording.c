/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/wording.h"
#include "support/near.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const struct banned {
  const char *text, *word;
} banned[] = {
  { "That is better than last year.", "better" },
  { "the best quarter", "best" },
  { "WORSE", "WORSE" },
  { "worsening", "worsening" },
  { "It improved.", "improved" },
  { "an improvement, then", "improvement" },
  { "to improve", "improve" },
  { "improving", "improving" },
  { "deteriorated", "deteriorated" },
  { "a deterioration", "deterioration" },
  { "good", "good" },
  { "(Good)", "Good" },
  { "bad", "bad" },
  { "poor housing", "poor" },
  { "poorly", "poorly" },
  { "a cause for concern", "concern" },
  { "concerning", "concerning" },
  { "fail", "fail" },
  { "it failed.", "failed" },
  { "failing", "failing" },
  { "failures", "failures" },
  { "success", "success" },
  { "successfully", "successfully" },
  { "succeeded", "succeeded" },
  { "is on track", "on track" },
  { "On-Track", "On-Track" },
  { "on \t track", "on \t track" },
  { "caused by", "caused" },
  { "causing", "causing" },
  { "off-track", "off-track" },
  { "a special cause", "special cause" },
  { "common-cause", "common-cause" },
  { "traffic lights", "traffic lights" },
  { "gaming", "gaming" },
  { "fiddled", "fiddled" },
  { "three sigma", "sigma" },
  { "p-value", "p-value" },
  { "the p values", "p values" },
  { "null hypothesis", "null hypothesis" },
  { "the light is red", "red" },
  { "Amber.", "Amber" },
  { "green/amber", "green" },
  { "“status” green", "green" },
  { "“unclosed green", "green" },
  { "“a” red “b”", "red" },
  { "a “good” figure", "good" },
  { "That's good for the public", "good" },
  { "That's good for the public because it is better", "better" },
  { "that`s good for the public because", "good" },
  { "(non-fail)", "fail" },
  { "Gŵyl bad", "bad" },
};

static void
finds (void **state)
{
  const struct banned *row = *state;
  gsize length = 0;
  const char *found = wording_find_banned (row->text, &length);

  assert_non_null (found);
  assert_int_equal (length, strlen (row->word));
  assert_memory_equal (found, row->word, length);
  assert_non_null (wording_find_banned (row->text, NULL));
}

static const char *const let_pass[] = {
  "Nothing",
  "The level has been higher since March 2010.",
  "goods vehicles, Goodwin, badge, badger, Poore",
  "evergreen, shred, redo, reduced, Greenwich, ambergris",
  "And that's good for the public because…?",
  "And THAT’S GOOD FOR THE PUBLIC BECAUSE",
  "“GREEN” in one quarter and “Amber” in the next",
  "on the track, ontrack, distraction track",
  "what causes this, because",
  "unfailing",
  "failsafe",
  "good_key",
  "p is a letter; a value",
  "ŵgood",
};

static void
passes (void **state)
{
  const char *const *text = *state;
  gsize length = 77;

  assert_null (wording_find_banned (*text, &length));
  assert_int_equal (length, 77);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (banned) + LENGTH (let_pass)];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (banned); i++)
    tests[n++] = (struct CMUnitTest){ .name = banned[i].text,
                                      .test_func = finds,
                                      .initial_state = (void *) &banned[i] };
  for (size_t i = 0; i < LENGTH (let_pass); i++)
    tests[n++] = (struct CMUnitTest){ .name = let_pass[i],
                                      .test_func = passes,
                                      .initial_state = (void *) &let_pass[i] };

  return cmocka_run_group_tests_name ("base/wording", tests, NULL, NULL);
}
