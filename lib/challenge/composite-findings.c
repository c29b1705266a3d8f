/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/composite-findings.h"

#include "base/finding-list.h"
#include "base/printed.h"
#include "challenge/composite-published-findings.h"

#include <glib/gi18n.h>
#include <math.h>

/* Units that are named one by one. */
#define MOST_NAMED 5

typedef struct {
  const CompositeReading *reading;
  const CompositeFigures *figures;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

static const CompositeUnit *
get_unit (const Saying *self, guint i)
{
  return &g_array_index (self->figures->units, CompositeUnit, i);
}

/* Three digits tell enough of a move. */
static double
shown (double value)
{
  const int decimals = value > 0 ? 2 - (int) floor (log10 (value)) : 0;

  return printed_round (value, (guint) CLAMP (decimals, 0, PRINTED_MOST_DECIMALS));
}

static const char *
name_of (const Saying *self, guint i)
{
  return self->reading->names->pdata[i];
}

/* --- Places -------------------------------------------------------------------------------- */

/* Whoever is asked about, or comes first. */
static guint
find_asked (const Saying *self)
{
  if (self->reading->focus != G_MAXUINT)
    return self->reading->focus;
  for (guint i = 0; i < self->figures->units->len; i++)
    if (get_unit (self, i)->place == 1)
      return i;

  return 0;
}

static const char *
choose_places (const CompositeUnit *unit)
{
  if (unit->low == unit->high)
    return N_ ("With these weights {unit:q} is number {place} of {units}, the largest score first; "
               "with others, each set as likely as any, it is number {low} in {percent} of 100 "
               "sets of weights or more. Half of all units span {width} places or more.");

  return N_ ("With these weights {unit:q} is number {place} of {units}, the largest score first; "
             "with others, each set as likely as any, it is anywhere from number {low} to {high} "
             "in {percent} of 100 sets of weights. Half of all units span {width} places or more.");
}

static void
say_places (Saying *self)
{
  const guint asked = find_asked (self);
  const CompositeUnit *unit = get_unit (self, asked);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "unit", "s", name_of (self, asked));
  g_variant_dict_insert (&facts, "units", "x", (gint64) self->figures->units->len);
  g_variant_dict_insert (&facts, "place", "x", (gint64) unit->place);
  g_variant_dict_insert (&facts, "low", "x", (gint64) unit->low);
  g_variant_dict_insert (&facts, "high", "x", (gint64) unit->high);
  g_variant_dict_insert (&facts, "percent", "d", printed_round (100 * self->reading->level, 1));
  g_variant_dict_insert (&facts, "width", "d", floor (self->figures->width));
  g_variant_dict_insert (&facts, "sets", "x", (gint64) self->reading->draws);
  finding_list_add (self->findings, self->method, "composite.places", choose_places (unit),
                    N_ ("Who chose the weights, from what, and what would those it is about "
                        "choose?"),
                    NULL, &facts);
}

/* --- Exchange ------------------------------------------------------------------------------- */

/* What counts least and what counts most: all of the one is made up by little of the other. */
static const CompositeExchange *
find_exchange (const Saying *self)
{
  const CompositeExchange *found = NULL;
  double most = 0;

  for (guint i = 0; i < self->figures->exchanges->len; i++) {
    const CompositeExchange *each = &g_array_index (self->figures->exchanges, CompositeExchange, i);
    const double ratio = composite_reading_get (self->reading, each->other)->share /
                         composite_reading_get (self->reading, each->part)->share;

    if (ratio > most) {
      most = ratio;
      found = each;
    }
  }

  return found;
}

static const char *
choose_exchange (const CompositePart *part, const CompositePart *other)
{
  static const char *const said[2][2] = {
    { N_ ("The score stays as it is where {component:q} falls by {fall} and {other:q} rises by "
          "{rise}; the units lie between {low} and {high} and between {other_low} and "
          "{other_high}."),
      N_ ("The score stays as it is where {component:q} falls by {fall} and {other:q} falls by "
          "{rise}; the units lie between {low} and {high} and between {other_low} and "
          "{other_high}.") },
    { N_ ("The score stays as it is where {component:q} rises by {fall} and {other:q} rises by "
          "{rise}; the units lie between {low} and {high} and between {other_low} and "
          "{other_high}."),
      N_ ("The score stays as it is where {component:q} rises by {fall} and {other:q} falls by "
          "{rise}; the units lie between {low} and {high} and between {other_low} and "
          "{other_high}.") },
  };

  return said[part->weight < 0][other->weight < 0];
}

static void
say_exchange (Saying *self)
{
  const CompositeExchange *found = find_exchange (self);
  const CompositePart *part = composite_reading_get (self->reading, found->part);
  const CompositePart *other = composite_reading_get (self->reading, found->other);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "component", "s", part->name);
  g_variant_dict_insert (&facts, "other", "s", other->name);
  g_variant_dict_insert (&facts, "fall", "d", shown (found->exchange.fall));
  g_variant_dict_insert (&facts, "rise", "d", shown (found->exchange.rise));
  g_variant_dict_insert (&facts, "low", "d", part->low);
  g_variant_dict_insert (&facts, "high", "d", part->high);
  g_variant_dict_insert (&facts, "other_low", "d", other->low);
  g_variant_dict_insert (&facts, "other_high", "d", other->high);
  finding_list_add (self->findings, self->method, "composite.exchange",
                    choose_exchange (part, other),
                    N_ ("Would those it is about make that exchange, and who decided it for them?"),
                    NULL, &facts);
}

/* --- Two units at the ends ----------------------------------------------------------------------
 */

static const CompositePart *
find_most_moved (const Saying *self)
{
  const CompositePart *found = NULL;

  for (guint k = 0; k < self->reading->parts->len; k++) {
    const CompositePart *part = composite_reading_get (self->reading, k);

    if (part->n_moved > (found ? found->n_moved : 0))
      found = part;
  }

  return found;
}

static void
say_ends (Saying *self)
{
  const CompositePart *part = find_most_moved (self);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (!part)
    return;
  g_variant_dict_insert (&facts, "component", "s", part->name);
  g_variant_dict_insert (&facts, "lowest", "s", name_of (self, (guint) part->scale.lowest));
  g_variant_dict_insert (&facts, "low", "d", part->low);
  g_variant_dict_insert (&facts, "highest", "s", name_of (self, (guint) part->scale.highest));
  g_variant_dict_insert (&facts, "high", "d", part->high);
  g_variant_dict_insert (&facts, "moved", "x", (gint64) part->n_moved);
  g_variant_dict_insert (&facts, "others", "x", (gint64) self->figures->units->len - 2);
  g_variant_dict_insert (&facts, "most", "x", (gint64) part->most_moved);
  finding_list_add (
      self->findings, self->method, "composite.ends",
      N_ ("Two units set how much {component:q} counts for all: {lowest:q} with {low} and "
          "{highest:q} with {high}. Scaled without these two, {moved} of the other {others} change "
          "places among themselves, one of them by {most}."),
      N_ ("Are these two figures right, and should the order of all others hang on them?"), NULL,
      &facts);
}

/* --- All within their bands
 * ------------------------------------------------------------------------ */

/* By how many components have a band, and whether chance is known. */
static const char *const of_bands[2][2] = {
  { N_ ("{within} of {units} units {within|has|have} all {banded} components within their bands. "
        "How many chance alone takes out the next time cannot be told."),
    N_ ("{within} of {units} units {within|has|have} all {banded} components within their bands. "
        "With nothing changed, chance alone is expected to take {lost:.1} of these out the next "
        "time.") },
  { N_ ("{within} of {units} units {within|has|have} the component that has a band within it. How "
        "many chance alone takes out the next time cannot be told."),
    N_ ("{within} of {units} units {within|has|have} the component that has a band within it. With "
        "nothing changed, chance alone is expected to take {lost:.1} of these out the next "
        "time.") },
};

static void
say_all (Saying *self)
{
  const CompositeFigures *figures = self->figures;
  const gboolean knows = !isnan (figures->n_lost);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (figures->n_banded == 0 || figures->n_within == 0)
    return;
  g_variant_dict_insert (&facts, "within", "x", (gint64) figures->n_within);
  g_variant_dict_insert (&facts, "units", "x", (gint64) figures->units->len);
  g_variant_dict_insert (&facts, "banded", "x", (gint64) figures->n_banded);
  if (knows)
    g_variant_dict_insert (&facts, "lost", "d", printed_round (figures->n_lost, 1));
  finding_list_add (
      self->findings, self->method, "composite.all", of_bands[figures->n_banded == 1][knows],
      N_ ("What happens to a unit that is out the next time, and how is chance told from change?"),
      knows ? NULL : N_ ("How much each component ordinarily moves from one period to the next"),
      &facts);
}

static void
say_left_out (Saying *self)
{
  GPtrArray *left_out = self->reading->left_out;
  g_autoptr (GString) named = g_string_new (NULL);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (left_out->len == 0)
    return;
  for (guint i = 0; i < left_out->len && i < MOST_NAMED; i++)
    g_string_append_printf (named, "%s%s", i ? ", " : "", (const char *) left_out->pdata[i]);
  if (left_out->len > MOST_NAMED)
    g_string_append_printf (named, " and %u more", left_out->len - MOST_NAMED);
  g_variant_dict_insert (&facts, "left_out", "x", (gint64) left_out->len);
  g_variant_dict_insert (&facts, "named", "s", named->str);
  finding_list_add (self->findings, self->method, "composite.left-out",
                    N_ ("{left_out} {left_out|unit lacks|units lack} a component and {left_out|is|"
                        "are} not scored: {named}."),
                    N_ ("How is a unit scored of which a component is missing?"),
                    N_ ("The components that are missing"), &facts);
}

GPtrArray *
composite_findings_new (const CompositeReading *reading,
                        const CompositeFigures *figures,
                        ScrutinyMethod *method)
{
  Saying saying = { reading, figures, method, finding_list_new () };

  if (!reading->cannot_tell) {
    composite_published_append (&figures->published, reading, method, saying.findings);
    say_places (&saying);
    say_exchange (&saying);
    say_ends (&saying);
    say_all (&saying);
  }
  say_left_out (&saying);

  return saying.findings;
}
