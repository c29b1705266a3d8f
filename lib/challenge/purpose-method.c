/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/purpose-method.h"

#include "base/finding-list.h"
#include "challenge/purpose-words.h"

#include <glib/gi18n.h>

static gboolean
is_inside (const char *text)
{
  g_auto (GStrv) words = purpose_words_dup (text);

  return purpose_words_are_inside (words);
}

static void
ask_about_start (GPtrArray *findings, const char *start)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "clock_start", "s", start);
  finding_list_add (findings, NULL, "purpose.clock-start",
                    N_ ("The clock starts at something that is done inside the organisation: "
                        "{clock_start:q}."),
                    N_ ("When did the person first ask, and how long was it from then?"), NULL,
                    &facts);
}

static void
ask_about_stop (GPtrArray *findings, const char *stop)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "clock_stop", "s", stop);
  finding_list_add (findings, NULL, "purpose.clock-stop",
                    N_ ("The clock stops at something that is done inside the organisation: "
                        "{clock_stop:q}."),
                    N_ ("When was the matter settled for the person, and how long was it until "
                        "then?"),
                    NULL, &facts);
}

static void
ask_about_pauses (GPtrArray *findings, const char *pauses)
{
  g_auto (GStrv) words = purpose_words_dup (pauses);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (purpose_words_deny (words))
    return;
  g_variant_dict_insert (&facts, "clock_pauses", "s", pauses);
  finding_list_add (findings, NULL, "purpose.clock-pauses",
                    N_ ("The clock does not run all the time: {clock_pauses:q}."),
                    N_ ("How long do people wait in all, pauses included?"),
                    N_ ("The time from first asking to the end, with and without pauses"), &facts);
}

static void
ask_about_clock (ScrutinyDefinition *definition, GPtrArray *findings)
{
  const char *start = scrutiny_definition_get_clock_start (definition);
  const char *stop = scrutiny_definition_get_clock_stop (definition);
  const char *pauses = scrutiny_definition_get_clock_pauses (definition);

  if (start && is_inside (start))
    ask_about_start (findings, start);
  if (stop && is_inside (stop))
    ask_about_stop (findings, stop);
  if (pauses)
    ask_about_pauses (findings, pauses);
}

static void
ask_about_use (ScrutinyClaim *use, GPtrArray *findings)
{
  g_auto (GStrv) words = purpose_words_dup (scrutiny_claim_get_text (use));
  const char *said_by = scrutiny_claim_get_said_by (use);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (!purpose_words_deny (words))
    return;
  g_variant_dict_insert (&facts, "use", "s", scrutiny_claim_get_text (use));
  g_variant_dict_insert (&facts, "said_by", "s", said_by ? said_by : "");
  finding_list_add (
      findings, NULL, "purpose.unused",
      said_by ? N_ ("Those who do the work are recorded as not using it: {use:q}, says {said_by}.")
              : N_ ("Those who do the work are recorded as not using it: {use:q}."),
      N_ ("What do they look at instead, and can that be shown here?"), NULL, &facts);
}

void
purpose_method_ask (ScrutinyIndicator *indicator, GPtrArray *findings)
{
  ScrutinyDefinition *definition = scrutiny_indicator_get_definition (indicator);
  ScrutinyClaim *use = scrutiny_indicator_get_used_by (indicator);

  if (definition)
    ask_about_clock (definition, findings);
  if (use)
    ask_about_use (use, findings);
}
