/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-json.h"

#include "base/columns-builder.h"
#include "base/finding-list.h"
#include "base/method-private.h"

#include <math.h>

static void
write_span (JsonWriter *writer, const char *key, gint64 first, gint64 last)
{
  json_writer_key (writer, key);
  json_writer_begin_array (writer);
  json_writer_int (writer, first);
  json_writer_int (writer, last);
  json_writer_end_array (writer);
}

static void
write_chances (ScrutinyPileup *pileup, const PileupReading *self, JsonWriter *writer)
{
  const PileupLook *look = &self->looks[PILEUP_ALL];
  const gboolean is_told = look->cannot_tell == NULL && self->told.window;

  json_writer_member_double (writer, "p", scrutiny_pileup_get_p (pileup));
  json_writer_member_double (writer, "p_fit", is_told ? look->at.p : NAN);
  json_writer_member_double (writer, "p_others", is_told ? look->p_others : NAN);
  json_writer_key (writer, "n_others");
  json_writer_int (writer, (gint64) look->n_others);
  json_writer_member_double (writer, "z", is_told ? look->at.z : NAN);
  json_writer_member_double (writer, "dispersion", scrutiny_pileup_get_dispersion (pileup));
}

static void
write_beyond (const PileupReading *self, JsonWriter *writer)
{
  const PileupLook *look = &self->looks[PILEUP_ALL];
  const gint64 first = pileup_asked_last (&self->asked) + 1;
  const gint64 last = first + (gint64) self->asked.shape.beyond - 1;
  const gboolean is_told = !look->cannot_tell && look->has_beyond;

  json_writer_key (writer, "beyond");
  json_writer_begin_object (writer);
  write_span (writer, "lengths", first, last);
  json_writer_member_double (writer, "observed", pileup_reading_get_beyond (self));
  json_writer_member_double (writer, "expected", is_told ? look->beyond.expected : NAN);
  json_writer_end_object (writer);
}

/* How many lengths' worth of cases the excess is: by this fit, and as economists have it. */
static void
write_ratios (ScrutinyPileup *pileup, const PileupReading *self, JsonWriter *writer)
{
  const PileupLook *look = &self->looks[PILEUP_ALL];
  const double excess = scrutiny_pileup_get_excess (pileup);
  const double height =
      scrutiny_pileup_get_expected (pileup) / (double) pileup_asked_n_window (&self->asked);
  const gboolean is_told = look->has_bunching && !isnan (excess);

  json_writer_member_double (writer, "ratio", excess / height);
  json_writer_key (writer, "bunching");
  json_writer_begin_object (writer);
  json_writer_key (writer, "degree");
  json_writer_int (writer, PILEUP_BUNCHING_DEGREE);
  json_writer_member_double (writer, "excess", is_told ? look->bunching.excess : NAN);
  json_writer_member_double (writer, "ratio", is_told ? look->bunching.ratio : NAN);
  json_writer_end_object (writer);
}

static void
write_rows (JsonWriter *writer, const char *key, ScrutinyTable *table)
{
  json_writer_key (writer, key);
  columns_write_rows (table, writer);
}

/* Rows without a length are rows of people too. */
static void
write_left_out (const PileupReading *self, const char *key, double count, JsonWriter *writer)
{
  json_writer_member_double (writer, key,
                             count > 0 && count < self->asked.disclosure ? NAN : count);
}

void
pileup_json_write (ScrutinyPileup *pileup, const PileupReading *self, JsonWriter *writer)
{
  ScrutinyResult *result = SCRUTINY_RESULT (pileup);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);

  json_writer_member_string (writer, "schema", "scrutiny.pileup/1");
  json_writer_member_string (writer, "cannot_tell", scrutiny_result_get_cannot_tell (result));
  json_writer_member_string (writer, "verdict", scrutiny_pileup_get_verdict (pileup));
  json_writer_member_string (writer, "unit", scrutiny_pileup_get_unit (pileup));
  json_writer_key (writer, "threshold");
  json_writer_int (writer, self->asked.limit);
  write_span (writer, "window", pileup_asked_first (&self->asked),
              pileup_asked_last (&self->asked));
  json_writer_member_double (writer, "n", scrutiny_pileup_get_n_cases (pileup));
  write_left_out (self, "n_missing", self->lengths.n_missing, writer);
  write_left_out (self, "n_negative", self->lengths.n_below, writer);
  json_writer_member_double (writer, "observed", scrutiny_pileup_get_observed (pileup));
  json_writer_member_double (writer, "expected", scrutiny_pileup_get_expected (pileup));
  json_writer_member_double (writer, "excess", scrutiny_pileup_get_excess (pileup));
  json_writer_member_double (writer, "share", scrutiny_pileup_get_share (pileup));
  write_ratios (pileup, self, writer);
  write_chances (pileup, self, writer);
  write_beyond (self, writer);
  json_writer_member_double (writer, "deficit_after", scrutiny_pileup_get_deficit_after (pileup));
  write_rows (writer, "parts", scrutiny_pileup_get_parts (pileup));
  write_rows (writer, "bins", scrutiny_pileup_get_bins (pileup));
  finding_list_write_json (findings, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (scrutiny_result_get_method (result), writer);
}
