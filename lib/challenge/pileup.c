/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/pileup.h>

#include "base/columns-builder.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/pileup-bins.h"
#include "challenge/pileup-json.h"
#include "challenge/pileup-private.h"
#include "challenge/pileup-shown.h"

#include <math.h>

#define METHOD_ID "pileup"
#define METHOD_VERSION "2"
#define SOURCE \
  "H. J. Kleven, M. Waseem (2013), Quarterly Journal of Economics 128, 669-723; P. McCullagh, " \
  "J. A. Nelder (1989), Generalized Linear Models, 2nd ed."

/**
 * ScrutinyPileup:
 *
 * Whether more cases end at a limit than the lengths around it suggest.
 *
 * Lengths are whole days, working days, hours, minutes or points. What is to be expected at
 * the limit comes from a smooth curve through the counts around it, with the rhythm of the
 * week or of the clock, from which a window at the limit is left out. An excess is said where
 * it is rare by that curve and where few other limits look as high.
 *
 * A limit of 0 or below is a target from which lengths are counted, before it and after.
 *
 * A pile is no evidence of anything but itself: people may work to the date, the clock may
 * stop, or dates may be recorded to fit. Ask for the dates.
 *
 * Since: 0.1
 */
struct _ScrutinyPileup {
  GObject parent_instance;

  PileupReading reading;
  ScrutinyTable *bins, *parts;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
};

static void scrutiny_pileup_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyPileup,
                               scrutiny_pileup,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_pileup_result_init))

enum {
  PROP_VERDICT = 1,
  PROP_UNIT,
  PROP_THRESHOLD,
  PROP_N_CASES,
  PROP_OBSERVED,
  PROP_EXPECTED,
  PROP_EXCESS,
  PROP_SHARE,
  PROP_P,
  PROP_DISPERSION,
  PROP_DEFICIT_AFTER,
  PROP_BINS,
  PROP_PARTS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_pileup_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyPileup *self = SCRUTINY_PILEUP (object);

  switch (id) {
  case PROP_VERDICT:
    g_value_set_string (value, scrutiny_pileup_get_verdict (self));
    break;
  case PROP_UNIT:
    g_value_set_string (value, scrutiny_pileup_get_unit (self));
    break;
  case PROP_THRESHOLD:
    g_value_set_double (value, scrutiny_pileup_get_threshold (self));
    break;
  case PROP_N_CASES:
    g_value_set_double (value, scrutiny_pileup_get_n_cases (self));
    break;
  case PROP_OBSERVED:
    g_value_set_double (value, scrutiny_pileup_get_observed (self));
    break;
  case PROP_EXPECTED:
    g_value_set_double (value, scrutiny_pileup_get_expected (self));
    break;
  case PROP_EXCESS:
    g_value_set_double (value, scrutiny_pileup_get_excess (self));
    break;
  case PROP_SHARE:
    g_value_set_double (value, scrutiny_pileup_get_share (self));
    break;
  case PROP_P:
    g_value_set_double (value, scrutiny_pileup_get_p (self));
    break;
  case PROP_DISPERSION:
    g_value_set_double (value, scrutiny_pileup_get_dispersion (self));
    break;
  case PROP_DEFICIT_AFTER:
    g_value_set_double (value, scrutiny_pileup_get_deficit_after (self));
    break;
  case PROP_BINS:
    g_value_set_object (value, self->bins);
    break;
  case PROP_PARTS:
    g_value_set_object (value, self->parts);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static GParamSpec *
number (const char *name, GParamFlags flags)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_what_is_there (GParamFlags flags)
{
  /**
   * ScrutinyPileup:threshold: (getter get_threshold)
   *
   * The limit, the last length that meets it.
   *
   * Since: 0.1
   */
  props[PROP_THRESHOLD] = number ("threshold", flags);

  /**
   * ScrutinyPileup:n-cases: (getter get_n_cases)
   *
   * How many cases have a length.
   *
   * Since: 0.1
   */
  props[PROP_N_CASES] = number ("n-cases", flags);

  /**
   * ScrutinyPileup:observed: (getter get_observed)
   *
   * Cases in the window at the limit.
   *
   * Since: 0.1
   */
  props[PROP_OBSERVED] = number ("observed", flags);

  /**
   * ScrutinyPileup:expected: (getter get_expected)
   *
   * Cases to be expected there from the lengths around.
   *
   * Since: 0.1
   */
  props[PROP_EXPECTED] = number ("expected", flags);
}

static void
define_what_is_said (GParamFlags flags)
{
  /**
   * ScrutinyPileup:excess: (getter get_excess)
   *
   * Cases there beyond what is to be expected.
   *
   * Since: 0.1
   */
  props[PROP_EXCESS] = number ("excess", flags);

  /**
   * ScrutinyPileup:share: (getter get_share)
   *
   * The excess as a share of all cases.
   *
   * Since: 0.1
   */
  props[PROP_SHARE] = number ("share", flags);

  /**
   * ScrutinyPileup:p: (getter get_p)
   *
   * Chance of an excess as far out where nothing piles up.
   *
   * Since: 0.1
   */
  props[PROP_P] = number ("p", flags);

  /**
   * ScrutinyPileup:dispersion: (getter get_dispersion)
   *
   * How many times wider than independent cases the counts around vary.
   *
   * Since: 0.1
   */
  props[PROP_DISPERSION] = number ("dispersion", flags);

  /**
   * ScrutinyPileup:deficit-after: (getter get_deficit_after)
   *
   * Cases missing from the lengths just after the window.
   *
   * Since: 0.1
   */
  props[PROP_DEFICIT_AFTER] = number ("deficit-after", flags);
}

static void
define_the_rest (GParamFlags flags)
{
  /**
   * ScrutinyPileup:verdict: (getter get_verdict)
   *
   * `excess`, `none` or `cannot-tell`.
   *
   * Since: 0.1
   */
  props[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, "cannot-tell", flags);

  /**
   * ScrutinyPileup:unit: (getter get_unit)
   *
   * What lengths are measured in.
   *
   * Since: 0.1
   */
  props[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, "days", flags);

  /**
   * ScrutinyPileup:bins: (getter get_bins)
   *
   * The distribution around the limit.
   *
   * Since: 0.1
   */
  props[PROP_BINS] = g_param_spec_object ("bins", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  /**
   * ScrutinyPileup:parts: (getter get_parts)
   *
   * The cases before a date and since then.
   *
   * Since: 0.1
   */
  props[PROP_PARTS] = g_param_spec_object ("parts", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);
}

static void
insert_text (GVariantDict *dict, const char *key, const char *text)
{
  if (text)
    g_variant_dict_insert (dict, key, "s", text);
}

static ScrutinyMethod *
method_new (const PileupReading *reading, const PileupColumns *columns)
{
  const PileupAsked *asked = &reading->asked;
  /* Of few cases by length a hash tells them, to whoever tries one after the other. */
  g_autofree char *hash =
      asked->disclosure > 0 ? NULL : pileup_lengths_dup_hash (&reading->lengths);
  g_autofree char *window = g_strdup_printf ("%" G_GSIZE_FORMAT ",%" G_GSIZE_FORMAT,
                                             asked->shape.before, asked->shape.after);
  GVariantDict dict = G_VARIANT_DICT_INIT (NULL);

  insert_text (&dict, "column", columns->column);
  insert_text (&dict, "counts", columns->counts);
  insert_text (&dict, "start", columns->start);
  insert_text (&dict, "end", columns->end);
  g_variant_dict_insert (&dict, "threshold", "x", asked->limit);
  g_variant_dict_insert (&dict, "unit", "s", asked->unit->name);
  g_variant_dict_insert (&dict, "window", "s", window);
  g_variant_dict_insert (&dict, "beyond", "x", (gint64) asked->shape.beyond);
  g_variant_dict_insert (&dict, "half_width", "x", (gint64) asked->shape.half);
  g_variant_dict_insert (&dict, "period", "x", (gint64) asked->shape.period);
  g_variant_dict_insert (&dict, "level", "d", PILEUP_LEVEL);
  g_variant_dict_insert (&dict, "disclosure", "x", (gint64) asked->disclosure);
  if (asked->known_ends->len > 0)
    g_variant_dict_insert_value (
        &dict, "known_ends",
        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, asked->known_ends->data,
                                   asked->known_ends->len, sizeof (gint64)));
  insert_text (&dict, "dated", asked->dated);
  insert_text (&dict, "since", asked->since);

  return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&dict), SOURCE, hash);
}

static void
add_part (ColumnsBuilder *builder, const PileupReading *self, guint part)
{
  const PileupLook *look = &self->looks[part];
  double window[2], after[2];

  pileup_reading_get_pair (self, FALSE, window);
  pileup_reading_get_pair (self, TRUE, after);
  columns_builder_add_text (builder, "part", part == PILEUP_BEFORE ? "before" : "since");
  columns_builder_add_number (builder, "n", self->told.parts_n ? self->lengths.n_cases[part] : NAN);
  columns_builder_add_number (builder, "observed", window[part - PILEUP_BEFORE]);
  columns_builder_add_number (builder, "after", after[part - PILEUP_BEFORE]);
  columns_builder_add_number (builder, "expected", look->cannot_tell ? NAN : look->at.expected);
  columns_builder_add_number (builder, "p", isnan (window[0]) ? NAN : look->p);
  columns_builder_add_text (builder, "verdict",
                            isnan (window[0]) ? "cannot-tell" : pileup_look_get_verdict (look));
}

static ScrutinyTable *
parts_new (const PileupReading *self)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  if (self->asked.since) {
    add_part (builder, self, PILEUP_BEFORE);
    add_part (builder, self, PILEUP_SINCE);
  }

  return columns_builder_end (builder);
}

void
pileup_finish (ScrutinyPileup *self, const PileupColumns *columns)
{
  PileupReading *reading = &self->reading;
  g_autoptr (GArray) bins = pileup_bins_cut (&reading->asked, &reading->lengths);
  g_auto (PileupLengths) shown = { 0 };

  pileup_told_init (&reading->told, &reading->asked, &reading->lengths, bins);
  pileup_shown_init (&shown, &reading->asked, &reading->lengths, bins);
  for (guint part = 0; part < (reading->asked.since ? PILEUP_N_PARTS : PILEUP_BEFORE); part++)
    pileup_look_init (&reading->looks[part], &reading->asked, &shown, part);
  self->bins =
      pileup_bins_new (&reading->asked, &reading->lengths, &reading->looks[PILEUP_ALL], bins);
  self->parts = parts_new (reading);
  self->method = method_new (reading, columns);
  self->findings = pileup_findings_new (reading, self->method);
}

/* Back to nothing at all. */
static void
clear (ScrutinyPileup *self)
{
  for (guint part = 0; part < PILEUP_N_PARTS; part++)
    pileup_look_clear (&self->reading.looks[part]);
  pileup_lengths_clear (&self->reading.lengths);
  pileup_asked_clear (&self->reading.asked);
  g_clear_object (&self->bins);
  g_clear_object (&self->parts);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

static void
scrutiny_pileup_finalize (GObject *object)
{
  clear (SCRUTINY_PILEUP (object));

  G_OBJECT_CLASS (scrutiny_pileup_parent_class)->finalize (object);
}

static void
scrutiny_pileup_class_init (ScrutinyPileupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_pileup_finalize;
  object_class->get_property = scrutiny_pileup_get_property;

  define_what_is_there (flags);
  define_what_is_said (flags);
  define_the_rest (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

PileupReading *
pileup_begin (ScrutinyPileup *self)
{
  clear (self);

  return &self->reading;
}

/* A bare object has looked at no cases. */
static void
scrutiny_pileup_init (ScrutinyPileup *self)
{
  if (!pileup_asked_init (&self->reading.asked, 1, NULL, NULL))
    g_return_if_reached ();
  pileup_lengths_init (&self->reading.lengths, &self->reading.asked);
  pileup_finish (self, &(PileupColumns){ NULL });
}

/* NULL where nothing can be told. */
static const PileupLook *
told (ScrutinyPileup *self)
{
  const PileupLook *look = &self->reading.looks[PILEUP_ALL];

  return look->cannot_tell ? NULL : look;
}

/**
 * scrutiny_pileup_get_verdict: (get-property verdict)
 * @self: a pile-up
 *
 * Gets what can be said: `excess`, where more cases end at the limit than chance and the
 * lengths around it give; `none`; or `cannot-tell`.
 *
 * Returns: (transfer none): the verdict
 *
 * Since: 0.1
 */
const char *
scrutiny_pileup_get_verdict (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NULL);

  return pileup_look_get_verdict (&self->reading.looks[PILEUP_ALL]);
}

/**
 * scrutiny_pileup_get_unit: (get-property unit)
 * @self: a pile-up
 *
 * Gets what lengths are measured in, see [property@PileupOptions:unit].
 *
 * Returns: (transfer none): the unit
 *
 * Since: 0.1
 */
const char *
scrutiny_pileup_get_unit (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NULL);

  return self->reading.asked.unit->name;
}

/**
 * scrutiny_pileup_get_threshold: (get-property threshold)
 * @self: a pile-up
 *
 * Gets the limit.
 *
 * Returns: the last length that meets it
 *
 * Since: 0.1
 */
double
scrutiny_pileup_get_threshold (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NAN);

  return (double) self->reading.asked.limit;
}

/**
 * scrutiny_pileup_get_n_cases: (get-property n-cases)
 * @self: a pile-up
 *
 * Gets how many cases have a length.
 *
 * Returns: the number of cases
 *
 * Since: 0.1
 */
double
scrutiny_pileup_get_n_cases (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NAN);

  return self->reading.lengths.n_cases[PILEUP_ALL];
}

/**
 * scrutiny_pileup_get_observed: (get-property observed)
 * @self: a pile-up
 *
 * Gets the cases in the window at the limit.
 *
 * Returns: the number; NaN where it is too small to be shown
 *
 * Since: 0.1
 */
double
scrutiny_pileup_get_observed (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NAN);

  return pileup_reading_get_window (&self->reading);
}

/**
 * scrutiny_pileup_get_expected: (get-property expected)
 * @self: a pile-up
 *
 * Gets the cases to be expected in the window from the lengths around it.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_pileup_get_expected (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NAN);

  return told (self) ? told (self)->at.expected : NAN;
}

/**
 * scrutiny_pileup_get_excess: (get-property excess)
 * @self: a pile-up
 *
 * Gets the cases in the window beyond what is to be expected. It overstates by some how many were
 * moved, because those that are missing after the window lower the curve too.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_pileup_get_excess (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NAN);

  return told (self) ? pileup_reading_get_window (&self->reading) - told (self)->at.expected : NAN;
}

/**
 * scrutiny_pileup_get_share: (get-property share)
 * @self: a pile-up
 *
 * Gets the excess as a share of all cases.
 *
 * Returns: the share; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_pileup_get_share (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NAN);

  return scrutiny_pileup_get_excess (self) / self->reading.lengths.n_cases[PILEUP_ALL];
}

/**
 * scrutiny_pileup_get_p: (get-property p)
 * @self: a pile-up
 *
 * Gets the chance of an excess as far out where nothing piles up: the larger of that by the curve
 * and of the share of other limits that look as high.
 *
 * Returns: the chance; NaN where nothing can be told, or where it would tell how many few there are
 *
 * Since: 0.1
 */
double
scrutiny_pileup_get_p (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NAN);

  return self->reading.told.window ? self->reading.looks[PILEUP_ALL].p : NAN;
}

/**
 * scrutiny_pileup_get_dispersion: (get-property dispersion)
 * @self: a pile-up
 *
 * Gets how many times wider than independent cases the counts around the window vary.
 *
 * Returns: the number, at least 1; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_pileup_get_dispersion (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NAN);

  return told (self) ? told (self)->at.dispersion : NAN;
}

/**
 * scrutiny_pileup_get_deficit_after: (get-property deficit-after)
 * @self: a pile-up
 *
 * Gets how many fewer cases than expected follow the window: within 7 lengths, or 30 minutes.
 *
 * Returns: the number, below 0 where there are more; NaN where it cannot be told or shown
 *
 * Since: 0.1
 */
double
scrutiny_pileup_get_deficit_after (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NAN);

  const PileupLook *look = told (self);

  if (!look || !look->has_beyond)
    return NAN;

  return look->beyond.expected - pileup_reading_get_beyond (&self->reading);
}

/**
 * scrutiny_pileup_get_bins: (get-property bins)
 * @self: a pile-up
 *
 * Gets the distribution around the limit.
 *
 * Columns: `first` and `last`, the lengths of a row; `count`, the cases, NaN where they are too
 * few to be shown; `expected`; `in_window`, 1 or 0. Lengths are taken together until a row
 * holds as many cases as may be shown.
 *
 * Returns: (transfer none): the rows
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_pileup_get_bins (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NULL);

  return self->bins;
}

/**
 * scrutiny_pileup_get_parts: (get-property parts)
 * @self: a pile-up
 *
 * Gets the cases before a date and since then, each looked at by itself.
 *
 * Columns: `part`, `before` or `since`; `n`, its cases; `observed`, those in the window, and
 * `after`, those in as many lengths after it, both NaN where a part has too few to be shown;
 * `expected`, `p` and `verdict` as of the whole.
 *
 * Returns: (transfer none): two rows, or none where no date was asked about
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_pileup_get_parts (ScrutinyPileup *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP (self), NULL);

  return self->parts;
}

static ScrutinyMethod *
scrutiny_pileup_get_method (ScrutinyResult *result)
{
  return SCRUTINY_PILEUP (result)->method;
}

static const char *
scrutiny_pileup_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_PILEUP (result)->reading.looks[PILEUP_ALL].cannot_tell;
}

static GPtrArray *
scrutiny_pileup_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_PILEUP (result)->findings);
}

static void
scrutiny_pileup_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  pileup_json_write (SCRUTINY_PILEUP (result), &SCRUTINY_PILEUP (result)->reading, writer);
}

/* No smaller than it is, and no more than the verdict where it would tell how many there are. */
static double
scrutiny_pileup_get_chance (ScrutinyResult *result)
{
  const PileupReading *self = &SCRUTINY_PILEUP (result)->reading;
  const double p = self->looks[PILEUP_ALL].p;

  if (self->told.window || isnan (p))
    return p;

  return p < PILEUP_LEVEL ? PILEUP_LEVEL : 1;
}

static void
scrutiny_pileup_result_init (ScrutinyResultInterface *iface)
{
  iface->get_chance = scrutiny_pileup_get_chance;
  iface->get_method = scrutiny_pileup_get_method;
  iface->get_cannot_tell = scrutiny_pileup_get_cannot_tell;
  iface->dup_findings = scrutiny_pileup_dup_findings;
  iface->write_json = scrutiny_pileup_write_json;
}
