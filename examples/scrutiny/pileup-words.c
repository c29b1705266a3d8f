/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "pileup-words.h"

void
pileup_words_clear (PileupWords *self)
{
  g_free (self->value);
  g_free (self->count);
  g_free (self->from);
  g_free (self->to);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->threshold);
  g_free (self->unit);
  g_free (self->window);
  g_free (self->dated);
  g_free (self->since);
}

PileupQuestion
pileup_words_get_question (const PileupWords *self)
{
  if (self->units)
    return PILEUP_OF_UNITS;
  if (self->period_end)
    return PILEUP_OF_MONTHS;

  return self->heaping ? PILEUP_OF_DIGITS : PILEUP_OF_LENGTHS;
}

static gboolean
is_number (const char *text)
{
  char *end;

  g_ascii_strtod (text, &end);

  return *text && !*end;
}

static gboolean
has_lengths (const PileupWords *self)
{
  return self->value || self->count || self->dated || self->since || self->unit || self->window;
}

static const char *
complaint_of_lengths (const PileupWords *self)
{
  if (self->heaping && (!self->value || self->count || self->dated))
    return "--heaping is of a column of lengths, a row a case: --value COLUMN";
  if (self->threshold ? !is_number (self->threshold) : !self->heaping)
    return "give the limit with --threshold N: the last length that meets it";
  if (!self->value == !self->from || !self->from != !self->to)
    return "say where lengths are: --value COLUMN, or --from COLUMN --to COLUMN for two dates";
  if (self->count && !self->value)
    return "--count says how often each length of --value COLUMN is there";

  return NULL;
}

static const char *
complaint_of_units (const PileupWords *self)
{
  if (has_lengths (self) || self->from || self->to)
    return "--units is of a row a unit: --numerator COLUMN --denominator COLUMN --threshold "
           "PERCENT";
  if (!self->threshold || !is_number (self->threshold))
    return "give the threshold of --units in percent: --threshold N";

  return NULL;
}

static const char *
complaint_of_months (const PileupWords *self)
{
  if (has_lengths (self) || self->threshold || !self->to)
    return "--period-end is of dates: --to COLUMN where cases end, and --from COLUMN where they "
           "begin if it is there";

  return NULL;
}

static const char *
complaint_of (const PileupWords *self)
{
  if (self->heaping + self->units + self->period_end > 1)
    return "--heaping, --units and --period-end ask different things: give one of them";
  if (self->half_width < 0 || self->disclosure < 0 || self->last_days < 0)
    return "--half-width, --disclosure and --last-days are 0 or more";

  switch (pileup_words_get_question (self)) {
  case PILEUP_OF_UNITS:
    return complaint_of_units (self);
  case PILEUP_OF_MONTHS:
    return complaint_of_months (self);
  default:
    return complaint_of_lengths (self);
  }
}

gboolean
pileup_words_go_together (const PileupWords *self)
{
  const char *message = complaint_of (self);

  if (message)
    refuse_usage ("pileup", message);

  return message == NULL;
}

ScrutinyPileupOptions *
pileup_words_dup_options (const PileupWords *self)
{
  ScrutinyPileupOptions *options = scrutiny_pileup_options_new ();

  scrutiny_pileup_options_set_unit (options, self->unit);
  scrutiny_pileup_options_set_window (options, self->window);
  scrutiny_pileup_options_set_half_width (options, (guint) self->half_width);
  scrutiny_pileup_options_set_dated (options, self->dated);
  scrutiny_pileup_options_set_since (options, self->since);
  scrutiny_pileup_options_set_disclosure (options, (guint) self->disclosure);

  return options;
}
