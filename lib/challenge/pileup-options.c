/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/pileup-options.h>

#define DEFAULT_DISCLOSURE 5

/**
 * ScrutinyPileupOptions:
 *
 * How a pile-up at a limit is to be looked for.
 *
 * Nothing is checked until [ctor@Pileup.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyPileupOptions {
  GObject parent_instance;

  char *unit;
  char *window;
  guint half_width;
  char *dated;
  char *since;
  guint disclosure;
  GArray *known_limits; /* double, ascending */
};

G_DEFINE_FINAL_TYPE (ScrutinyPileupOptions, scrutiny_pileup_options, G_TYPE_OBJECT)

enum {
  PROP_UNIT = 1,
  PROP_WINDOW,
  PROP_HALF_WIDTH,
  PROP_DATED,
  PROP_SINCE,
  PROP_DISCLOSURE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_pileup_options_finalize (GObject *object)
{
  ScrutinyPileupOptions *self = SCRUTINY_PILEUP_OPTIONS (object);

  g_free (self->unit);
  g_free (self->window);
  g_free (self->dated);
  g_free (self->since);
  g_array_unref (self->known_limits);

  G_OBJECT_CLASS (scrutiny_pileup_options_parent_class)->finalize (object);
}

static void
scrutiny_pileup_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyPileupOptions *self = SCRUTINY_PILEUP_OPTIONS (object);

  switch (id) {
  case PROP_UNIT:
    g_value_set_string (value, self->unit);
    break;
  case PROP_WINDOW:
    g_value_set_string (value, self->window);
    break;
  case PROP_HALF_WIDTH:
    g_value_set_uint (value, self->half_width);
    break;
  case PROP_DATED:
    g_value_set_string (value, self->dated);
    break;
  case PROP_SINCE:
    g_value_set_string (value, self->since);
    break;
  case PROP_DISCLOSURE:
    g_value_set_uint (value, self->disclosure);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_pileup_options_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  ScrutinyPileupOptions *self = SCRUTINY_PILEUP_OPTIONS (object);

  switch (id) {
  case PROP_UNIT:
    scrutiny_pileup_options_set_unit (self, g_value_get_string (value));
    break;
  case PROP_WINDOW:
    scrutiny_pileup_options_set_window (self, g_value_get_string (value));
    break;
  case PROP_HALF_WIDTH:
    scrutiny_pileup_options_set_half_width (self, g_value_get_uint (value));
    break;
  case PROP_DATED:
    scrutiny_pileup_options_set_dated (self, g_value_get_string (value));
    break;
  case PROP_SINCE:
    scrutiny_pileup_options_set_since (self, g_value_get_string (value));
    break;
  case PROP_DISCLOSURE:
    scrutiny_pileup_options_set_disclosure (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_where_to_look (GParamFlags flags)
{
  /**
   * ScrutinyPileupOptions:unit: (getter get_unit) (setter set_unit)
   *
   * What lengths are measured in: `days` or not set, `working-days`, `hours`, `minutes`, or
   * `points`, which have no rhythm of their own.
   *
   * Since: 0.1
   */
  props[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);

  /**
   * ScrutinyPileupOptions:window: (getter get_window) (setter set_window)
   *
   * How many lengths up to the limit and after it may hold a pile: `2,0`, or `10,0` of
   * minutes, unless set.
   *
   * Since: 0.1
   */
  props[PROP_WINDOW] = g_param_spec_string ("window", NULL, NULL, NULL, flags);

  /**
   * ScrutinyPileupOptions:half-width: (getter get_half_width) (setter set_half_width)
   *
   * How many lengths on either side of the limit count: 0 leaves it to the unit, 24, or 60
   * of minutes.
   *
   * Since: 0.1
   */
  props[PROP_HALF_WIDTH] = g_param_spec_uint ("half-width", NULL, NULL, 0, G_MAXUINT, 0, flags);
}

static void
define_what_to_show (GParamFlags flags)
{
  /**
   * ScrutinyPileupOptions:dated: (getter get_dated) (setter set_dated)
   *
   * Column with the date of each case, where those before and since a date are to be set
   * beside each other.
   *
   * Since: 0.1
   */
  props[PROP_DATED] = g_param_spec_string ("dated", NULL, NULL, NULL, flags);

  /**
   * ScrutinyPileupOptions:since: (getter get_since) (setter set_since)
   *
   * Date or period from which on cases are told apart from those before: `2024-04`.
   *
   * Since: 0.1
   */
  props[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, NULL, flags);

  /**
   * ScrutinyPileupOptions:disclosure: (getter get_disclosure) (setter set_disclosure)
   *
   * Fewest cases that a figure about people may show: 5 unless set, 0 for no limit.
   * Lengths are taken together until each bar holds as many, and a smaller count is not said.
   *
   * Since: 0.1
   */
  props[PROP_DISCLOSURE] =
      g_param_spec_uint ("disclosure", NULL, NULL, 0, G_MAXUINT, DEFAULT_DISCLOSURE, flags);
}

static void
scrutiny_pileup_options_class_init (ScrutinyPileupOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_pileup_options_finalize;
  object_class->get_property = scrutiny_pileup_options_get_property;
  object_class->set_property = scrutiny_pileup_options_set_property;

  define_where_to_look (flags);
  define_what_to_show (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_pileup_options_init (ScrutinyPileupOptions *self)
{
  self->disclosure = DEFAULT_DISCLOSURE;
  self->known_limits = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * scrutiny_pileup_options_new:
 *
 * Makes options for whole days, with what is not set left to the library.
 *
 * Returns: (transfer full): the options
 *
 * Since: 0.1
 */
ScrutinyPileupOptions *
scrutiny_pileup_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_PILEUP_OPTIONS, NULL);
}

/**
 * scrutiny_pileup_options_get_unit: (get-property unit)
 * @self: options
 *
 * Gets what lengths are measured in.
 *
 * Returns: (nullable) (transfer none): the text, or `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_pileup_options_get_unit (ScrutinyPileupOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self), NULL);

  return self->unit;
}

/**
 * scrutiny_pileup_options_set_unit: (set-property unit)
 * @self: options
 * @unit: (nullable): see [property@PileupOptions:unit]
 *
 * Sets what lengths are measured in.
 *
 * Since: 0.1
 */
void
scrutiny_pileup_options_set_unit (ScrutinyPileupOptions *self, const char *unit)
{
  g_return_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self));

  if (g_strcmp0 (self->unit, unit) == 0)
    return;

  char *kept = g_strdup (unit); /* @unit may be a part of what is freed */
  g_free (self->unit);
  self->unit = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNIT]);
}

/**
 * scrutiny_pileup_options_get_window: (get-property window)
 * @self: options
 *
 * Gets how many lengths up to the limit and after it may hold a pile.
 *
 * Returns: (nullable) (transfer none): the text, or `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_pileup_options_get_window (ScrutinyPileupOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self), NULL);

  return self->window;
}

/**
 * scrutiny_pileup_options_set_window: (set-property window)
 * @self: options
 * @window: (nullable): see [property@PileupOptions:window]
 *
 * Sets how many lengths up to the limit and after it may hold a pile.
 *
 * Since: 0.1
 */
void
scrutiny_pileup_options_set_window (ScrutinyPileupOptions *self, const char *window)
{
  g_return_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self));

  if (g_strcmp0 (self->window, window) == 0)
    return;

  char *kept = g_strdup (window); /* @window may be a part of what is freed */
  g_free (self->window);
  self->window = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WINDOW]);
}

/**
 * scrutiny_pileup_options_get_half_width: (get-property half-width)
 * @self: options
 *
 * Gets how many lengths on either side of the limit count.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_pileup_options_get_half_width (ScrutinyPileupOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self), 0);

  return self->half_width;
}

/**
 * scrutiny_pileup_options_set_half_width: (set-property half-width)
 * @self: options
 * @half_width: see [property@PileupOptions:half-width]
 *
 * Sets how many lengths on either side of the limit count.
 *
 * Since: 0.1
 */
void
scrutiny_pileup_options_set_half_width (ScrutinyPileupOptions *self, guint half_width)
{
  g_return_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self));

  if (self->half_width == half_width)
    return;
  self->half_width = half_width;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HALF_WIDTH]);
}

/**
 * scrutiny_pileup_options_get_dated: (get-property dated)
 * @self: options
 *
 * Gets the column with the date of each case.
 *
 * Returns: (nullable) (transfer none): the text, or `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_pileup_options_get_dated (ScrutinyPileupOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self), NULL);

  return self->dated;
}

/**
 * scrutiny_pileup_options_set_dated: (set-property dated)
 * @self: options
 * @dated: (nullable): see [property@PileupOptions:dated]
 *
 * Sets the column with the date of each case.
 *
 * Since: 0.1
 */
void
scrutiny_pileup_options_set_dated (ScrutinyPileupOptions *self, const char *dated)
{
  g_return_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self));

  if (g_strcmp0 (self->dated, dated) == 0)
    return;

  char *kept = g_strdup (dated); /* @dated may be a part of what is freed */
  g_free (self->dated);
  self->dated = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DATED]);
}

/**
 * scrutiny_pileup_options_get_since: (get-property since)
 * @self: options
 *
 * Gets the date from which on cases are told apart from those before.
 *
 * Returns: (nullable) (transfer none): the text, or `NULL` if it is not set
 *
 * Since: 0.1
 */
const char *
scrutiny_pileup_options_get_since (ScrutinyPileupOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self), NULL);

  return self->since;
}

/**
 * scrutiny_pileup_options_set_since: (set-property since)
 * @self: options
 * @since: (nullable): see [property@PileupOptions:since]
 *
 * Sets the date from which on cases are told apart from those before.
 *
 * Since: 0.1
 */
void
scrutiny_pileup_options_set_since (ScrutinyPileupOptions *self, const char *since)
{
  g_return_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self));

  if (g_strcmp0 (self->since, since) == 0)
    return;

  char *kept = g_strdup (since); /* @since may be a part of what is freed */
  g_free (self->since);
  self->since = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SINCE]);
}

/**
 * scrutiny_pileup_options_get_disclosure: (get-property disclosure)
 * @self: options
 *
 * Gets the fewest cases that a figure may show.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_pileup_options_get_disclosure (ScrutinyPileupOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self), 0);

  return self->disclosure;
}

/**
 * scrutiny_pileup_options_set_disclosure: (set-property disclosure)
 * @self: options
 * @disclosure: see [property@PileupOptions:disclosure]
 *
 * Sets the fewest cases that a figure may show.
 *
 * Since: 0.1
 */
void
scrutiny_pileup_options_set_disclosure (ScrutinyPileupOptions *self, guint disclosure)
{
  g_return_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self));

  if (self->disclosure == disclosure)
    return;
  self->disclosure = disclosure;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISCLOSURE]);
}

static int
compare_limits (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/**
 * scrutiny_pileup_options_add_known_limit:
 * @self: options
 * @limit: a length, in the unit of the limit that is looked at
 *
 * Says that how many cases lasted no longer is given out elsewhere, as by a figure “within 30
 * days” beside one “within 45 days”: lengths are then taken together so that nothing small can be
 * had by taking that count from what is shown here.
 *
 * Since: 0.1
 */
void
scrutiny_pileup_options_add_known_limit (ScrutinyPileupOptions *self, double limit)
{
  g_return_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self));

  g_array_append_val (self->known_limits, limit);
  g_array_sort (self->known_limits, compare_limits);
}

/**
 * scrutiny_pileup_options_get_known_limits:
 * @self: options
 * @n_limits: (out): return location for the number of limits
 *
 * Gets the lengths up to which counts are given out elsewhere, the shortest first.
 *
 * Returns: (array length=n_limits) (nullable): the lengths; they are valid until another is added
 *
 * Since: 0.1
 */
const double *
scrutiny_pileup_options_get_known_limits (ScrutinyPileupOptions *self, gsize *n_limits)
{
  g_return_val_if_fail (n_limits != NULL, NULL);
  *n_limits = 0;
  g_return_val_if_fail (SCRUTINY_IS_PILEUP_OPTIONS (self), NULL);

  *n_limits = self->known_limits->len;

  return (const double *) (gpointer) self->known_limits->data;
}
