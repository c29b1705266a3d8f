/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/ratchet.h>

#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "kernel/ratchet.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEVEL 0.04

/* How often it speaks where nothing is there, at most; by tests/bench/ratchet-table.c. */
#define FALSE_ALARM 0.03

/**
 * ScrutinyRatchet:
 *
 * Whether targets follow what was reached on one side alone: are they moved on after a period in
 * which more was reached, and left where they are after one in which less was.
 *
 * No side is the wanted one: targets that follow only what was reached below them are found alike.
 * Targets that scatter about a level or a plan are not taken to follow, though they fall after they
 * were high.
 *
 * Since: 0.1
 */
struct _ScrutinyRatchet {
  GObject parent_instance;

  KernelRatchet found;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_ratchet_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyRatchet,
                               scrutiny_ratchet,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_ratchet_result_init))

enum {
  PROP_VERDICT = 1,
  PROP_N_PERIODS,
  PROP_ABOVE,
  PROP_BELOW,
  PROP_P,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
clear (ScrutinyRatchet *self)
{
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->cannot_tell, g_free);
}

static void
scrutiny_ratchet_finalize (GObject *object)
{
  clear (SCRUTINY_RATCHET (object));

  G_OBJECT_CLASS (scrutiny_ratchet_parent_class)->finalize (object);
}

static void
scrutiny_ratchet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyRatchet *self = SCRUTINY_RATCHET (object);

  switch (id) {
  case PROP_VERDICT:
    g_value_set_string (value, scrutiny_ratchet_get_verdict (self));
    break;
  case PROP_N_PERIODS:
    g_value_set_double (value, scrutiny_ratchet_get_n_periods (self));
    break;
  case PROP_ABOVE:
    g_value_set_double (value, scrutiny_ratchet_get_above (self));
    break;
  case PROP_BELOW:
    g_value_set_double (value, scrutiny_ratchet_get_below (self));
    break;
  case PROP_P:
    g_value_set_double (value, scrutiny_ratchet_get_p (self));
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
define_properties (GParamFlags flags)
{
  /**
   * ScrutinyRatchet:verdict: (getter get_verdict)
   *
   * `above`, `below`, `none` or `cannot-tell`.
   *
   * Since: 0.1
   */
  props[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, "cannot-tell", flags);

  /**
   * ScrutinyRatchet:n-periods: (getter get_n_periods)
   *
   * Periods whose value, target and next target are there.
   *
   * Since: 0.1
   */
  props[PROP_N_PERIODS] = number ("n-periods", flags);

  /**
   * ScrutinyRatchet:above: (getter get_above)
   *
   * How far the next target moved on for each unit that the value was above its target.
   *
   * Since: 0.1
   */
  props[PROP_ABOVE] = number ("above", flags);

  /**
   * ScrutinyRatchet:below: (getter get_below)
   *
   * How far it moved on for each unit that the value was below.
   *
   * Since: 0.1
   */
  props[PROP_BELOW] = number ("below", flags);

  /**
   * ScrutinyRatchet:p: (getter get_p)
   *
   * Chance of slopes as far apart where targets follow both sides alike, or neither.
   *
   * Since: 0.1
   */
  props[PROP_P] = number ("p", flags);
}

static void
scrutiny_ratchet_class_init (ScrutinyRatchetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_ratchet_finalize;
  object_class->get_property = scrutiny_ratchet_get_property;

  define_properties (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static ScrutinyMethod *
method_new (ScrutinyTable *table, const char *value, const char *target)
{
  GVariantDict dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *hash = table ? columns_dup_hash (table) : NULL;

  if (value)
    g_variant_dict_insert (&dict, "value", "s", value);
  if (target)
    g_variant_dict_insert (&dict, "target", "s", target);
  g_variant_dict_insert (&dict, "level", "d", LEVEL);

  return scrutiny_method_new (
      "ratchet", "1", g_variant_dict_end (&dict),
      "M. L. Weitzman (1980), Bell Journal of Economics 11, 302-308; J. G. MacKinnon, H. White "
      "(1985), Journal of Econometrics 29, 305-325",
      hash);
}

/* Targets that flee what was reached do not follow it. */
static gboolean
follows (double slope, double other)
{
  return slope > fabs (other);
}

static const char *
verdict_of (ScrutinyRatchet *self)
{
  const KernelRatchet *found = &self->found;

  if (self->cannot_tell)
    return "cannot-tell";
  if (found->p < LEVEL && follows (found->above, found->below))
    return "above";

  return found->p < LEVEL && follows (found->below, found->above) ? "below" : "none";
}

static void
insert_facts (ScrutinyRatchet *self, GVariantDict *facts)
{
  g_variant_dict_insert (facts, "n", "x", (gint64) self->found.n);
  g_variant_dict_insert (facts, "n_above", "x", (gint64) self->found.n_above);
  g_variant_dict_insert (facts, "n_below", "x", (gint64) self->found.n_below);
  g_variant_dict_insert (facts, "above", "d", self->found.above);
  g_variant_dict_insert (facts, "below", "d", self->found.below);
  g_variant_dict_insert (facts, "p", "d", self->found.p);
  g_variant_dict_insert (facts, "false_alarm", "d", FALSE_ALARM);
}

#define FOLLOWED \
  "For each unit above its target the next target moved by {above:.1}, for each unit below by " \
  "{below:.1} ({n_above} of {n} periods above, {n_below} below)"

static void
say (ScrutinyRatchet *self)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_facts (self, &facts);
  if (g_str_equal (verdict_of (self), "none"))
    finding_list_add (self->findings, self->method, "ratchet.none",
                      N_ (FOLLOWED ": not so far apart that they follow one side alone."), NULL,
                      NULL, &facts);
  else
    finding_list_add (
        self->findings, self->method, "ratchet.one-sided",
        N_ (FOLLOWED ": further apart than chance gives."),
        N_ ("Is what was reached once taken to be what can be reached, or is there a floor that "
            "nobody may go under: how is the next target chosen, and by whom?"),
        N_ ("How each target was chosen, when, and what was known of the last period by then."),
        &facts);
}

static char *
dup_reason (ScrutinyRatchet *self, KernelStatus status)
{
  if (status == KERNEL_OK)
    return NULL;
  if (status == KERNEL_ERR_DOMAIN)
    return g_strdup ("Targets that never move, or move with the period alone, follow nothing: ask "
                     "how they were chosen.");

  return g_strdup_printf (
      "%d periods with a value, a target and the next target are needed, %d of them above and %d "
      "below: ask for earlier ones.",
      KERNEL_RATCHET_FEWEST, KERNEL_RATCHET_FEWEST_ON_A_SIDE, KERNEL_RATCHET_FEWEST_ON_A_SIDE);
}

/* From what was found on. */
static void
finish (ScrutinyRatchet *self, KernelStatus status)
{
  self->findings = finding_list_new ();
  self->cannot_tell = dup_reason (self, status);
  if (!self->cannot_tell)
    say (self);
}

static void
scrutiny_ratchet_init (ScrutinyRatchet *self)
{
  self->method = method_new (NULL, NULL, NULL);
  finish (self, KERNEL_ERR_TOO_SHORT);
}

/**
 * scrutiny_ratchet_new:
 * @table: a row a period, in their order
 * @value: numbers: what was reached
 * @target: numbers: what was to be reached, in the same unit
 * @error: return location for an error
 *
 * Looks whether targets follow what was reached on one side alone.
 *
 * A period counts whose value, target and next target are there. Fewer than nine of them, or fewer
 * than three above, or below, cannot tell.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for a column that is none, and with
 * [error@Scrutiny.Error.MISMATCH] for one of texts.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyRatchet *
scrutiny_ratchet_new (ScrutinyTable *table, const char *value, const char *target, GError **error)
{
  const double *values, *targets;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table) && value != NULL && target != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  values = columns_need_numbers (table, value, error);
  targets = values ? columns_need_numbers (table, target, error) : NULL;
  if (!targets)
    return NULL;

  ScrutinyRatchet *self = g_object_new (SCRUTINY_TYPE_RATCHET, NULL);
  clear (self);
  self->method = method_new (table, value, target);
  finish (self, kernel_ratchet (scrutiny_table_get_n_rows (table), values, targets, &self->found));

  return self;
}

/**
 * scrutiny_ratchet_get_verdict: (get-property verdict)
 * @self: a result
 *
 * Gets what can be said: that targets follow what was reached `above` them alone, or `below`,
 * `none` or `cannot-tell`.
 *
 * Returns: (transfer none): the verdict
 *
 * Since: 0.1
 */
const char *
scrutiny_ratchet_get_verdict (ScrutinyRatchet *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RATCHET (self), NULL);

  return verdict_of (self);
}

/**
 * scrutiny_ratchet_get_n_periods: (get-property n-periods)
 * @self: a result
 *
 * Gets periods whose value, target and next target are there.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_ratchet_get_n_periods (ScrutinyRatchet *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RATCHET (self), NAN);

  return self->cannot_tell ? NAN : (double) self->found.n;
}

/**
 * scrutiny_ratchet_get_above: (get-property above)
 * @self: a result
 *
 * Gets how far the next target moved on for each unit above.
 *
 * Returns: the slope; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_ratchet_get_above (ScrutinyRatchet *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RATCHET (self), NAN);

  return self->cannot_tell ? NAN : self->found.above;
}

/**
 * scrutiny_ratchet_get_below: (get-property below)
 * @self: a result
 *
 * Gets how far the next target moved on for each unit below.
 *
 * Returns: the slope; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_ratchet_get_below (ScrutinyRatchet *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RATCHET (self), NAN);

  return self->cannot_tell ? NAN : self->found.below;
}

/**
 * scrutiny_ratchet_get_p: (get-property p)
 * @self: a result
 *
 * Gets the chance of slopes as far apart where both sides are followed alike, or neither.
 *
 * Returns: the chance; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_ratchet_get_p (ScrutinyRatchet *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RATCHET (self), NAN);

  return self->cannot_tell ? NAN : self->found.p;
}

static ScrutinyMethod *
scrutiny_ratchet_get_method (ScrutinyResult *result)
{
  return SCRUTINY_RATCHET (result)->method;
}

static const char *
scrutiny_ratchet_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_RATCHET (result)->cannot_tell;
}

static GPtrArray *
scrutiny_ratchet_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_RATCHET (result)->findings);
}

static void
scrutiny_ratchet_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyRatchet *self = SCRUTINY_RATCHET (result);
  const gboolean is_told = !self->cannot_tell;

  json_writer_member_string (writer, "schema", "scrutiny.ratchet/1");
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_string (writer, "verdict", verdict_of (self));
  json_writer_member_double (writer, "n_periods", scrutiny_ratchet_get_n_periods (self));
  json_writer_member_double (writer, "n_above", is_told ? (double) self->found.n_above : NAN);
  json_writer_member_double (writer, "n_below", is_told ? (double) self->found.n_below : NAN);
  json_writer_member_double (writer, "above", scrutiny_ratchet_get_above (self));
  json_writer_member_double (writer, "below", scrutiny_ratchet_get_below (self));
  json_writer_member_double (writer, "error", is_told ? self->found.error : NAN);
  json_writer_member_double (writer, "p", scrutiny_ratchet_get_p (self));
  finding_list_write_json (self->findings, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
}

static void
scrutiny_ratchet_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_ratchet_get_method;
  iface->get_cannot_tell = scrutiny_ratchet_get_cannot_tell;
  iface->dup_findings = scrutiny_ratchet_dup_findings;
  iface->write_json = scrutiny_ratchet_write_json;
}
