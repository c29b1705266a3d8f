/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/enums.h>
#include <scrutiny/watch.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "kernel/focus.h"

#include <math.h>
#include <string.h>

#define FIRST_ROOM 16
#define MOST_OF_A_NAME 40

/* The state: these 16 letters, then little-endian numbers of 8 bytes. */
#define MAGIC "scrutiny.watch/1"
#define N_NUMBERS 10
#define N_OF_A_PLACE 3

/**
 * ScrutinyWatch:
 *
 * A series that goes on, and the clearest change in it so far.
 *
 * One point is fed at a time. After each, [property@Watch:ratio] says how clear the
 * clearest change of level is among all that were fed, wherever it was: what looking at the
 * whole series again would say, without keeping it. What is kept can be saved as bytes and
 * taken up again elsewhere.
 *
 * Of series in which nothing happens, one in twenty reaches a ratio of 11.5 within 24
 * points, 13.9 within 60, 15.6 within 120 and 20.2 within 1,000; one in a hundred 16.1,
 * 17.2, 18.6 and 23.4.
 *
 * Since: 0.1
 */
struct _ScrutinyWatch {
  GObject parent_instance;

  KernelFocus focus;
  KernelFocusPlace *places;
  KernelFocusFound found;
  double spread;
};

G_DEFINE_FINAL_TYPE (ScrutinyWatch, scrutiny_watch, G_TYPE_OBJECT)

enum {
  PROP_KIND = 1,
  PROP_N_POINTS,
  PROP_RATIO,
  PROP_AT,
  PROP_DIRECTION,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_watch_finalize (GObject *object)
{
  g_free (SCRUTINY_WATCH (object)->places);

  G_OBJECT_CLASS (scrutiny_watch_parent_class)->finalize (object);
}

static void
scrutiny_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyWatch *self = SCRUTINY_WATCH (object);

  switch (id) {
  case PROP_KIND:
    g_value_set_string (value, scrutiny_watch_get_kind (self));
    break;
  case PROP_N_POINTS:
    g_value_set_uint64 (value, scrutiny_watch_get_n_points (self));
    break;
  case PROP_RATIO:
    g_value_set_double (value, scrutiny_watch_get_ratio (self));
    break;
  case PROP_AT:
    g_value_set_int64 (value, scrutiny_watch_get_at (self));
    break;
  case PROP_DIRECTION:
    g_value_set_enum (value, (int) scrutiny_watch_get_direction (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_properties (GParamFlags flags)
{
  /**
   * ScrutinyWatch:kind: (getter get_kind)
   *
   * What is fed: `values` or `rates`.
   *
   * Since: 0.1
   */
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "values", flags);

  /**
   * ScrutinyWatch:n-points: (getter get_n_points)
   *
   * How many points were fed, the missing included.
   *
   * Since: 0.1
   */
  props[PROP_N_POINTS] = g_param_spec_uint64 ("n-points", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * ScrutinyWatch:ratio: (getter get_ratio)
   *
   * How clear the clearest change is: twice the logarithm of the likelihood ratio.
   *
   * Since: 0.1
   */
  props[PROP_RATIO] = g_param_spec_double ("ratio", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyWatch:at: (getter get_at)
   *
   * The first point after the clearest change, counted from 0; -1 if there is none.
   *
   * Since: 0.1
   */
  props[PROP_AT] = g_param_spec_int64 ("at", NULL, NULL, -1, G_MAXINT64, -1, flags);

  /**
   * ScrutinyWatch:direction: (getter get_direction)
   *
   * Whether what came after the clearest change lies higher or lower.
   *
   * Since: 0.1
   */
  props[PROP_DIRECTION] = g_param_spec_enum ("direction", NULL, NULL, SCRUTINY_TYPE_DIRECTION,
                                             SCRUTINY_DIRECTION_NONE, flags);
}

static void
scrutiny_watch_class_init (ScrutinyWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_watch_finalize;
  object_class->get_property = scrutiny_watch_get_property;

  define_properties (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_watch_init (ScrutinyWatch *self)
{
  self->spread = 1;
  self->focus.room = FIRST_ROOM;
  self->places = g_new (KernelFocusPlace, 2 * FIRST_ROOM);
}

/**
 * scrutiny_watch_new:
 * @kind: `values`, or `rates` for counts
 * @spread: of values, how far they ordinarily lie from their level, such as
 *   [property@Shifts:spread] of what came before; of rates, 1
 * @error: return location for an error
 *
 * Starts to watch a series.
 *
 * Returns: (transfer full): a watch that nothing was fed to, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyWatch *
scrutiny_watch_new (const char *kind, double spread, GError **error)
{
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  const gboolean is_rate = g_str_equal (kind, "rates");

  if (!is_rate && !g_str_equal (kind, "values")) {
    g_autofree char *said = printable_dup (kind, MOST_OF_A_NAME);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "kind", kind,
                           "Kind: “%s” is none; there are values, rates", said);
    return NULL;
  }
  if (!(spread > 0) || isinf (spread)) {
    char text[NUMBER_TEXT_SIZE];
    number_show (spread, text);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "spread", text,
                           "Spread: %s is not above 0; give how far values ordinarily lie from "
                           "their level",
                           text);
    return NULL;
  }

  ScrutinyWatch *self = g_object_new (SCRUTINY_TYPE_WATCH, NULL);
  self->focus.is_rate = is_rate;
  self->spread = is_rate ? 1 : spread;

  return self;
}

static void
make_room (ScrutinyWatch *self)
{
  const gsize room = self->focus.room;

  if (self->focus.n_rising < room && self->focus.n_falling < room)
    return;

  KernelFocusPlace *wider = g_new (KernelFocusPlace, 4 * room);
  memcpy (wider, self->places, room * sizeof *wider);
  memcpy (wider + 2 * room, self->places + room, room * sizeof *wider);
  g_free (self->places);
  self->places = wider;
  self->focus.room = 2 * room;
}

/**
 * scrutiny_watch_feed:
 * @self: a watch
 * @value: the next value or count; NaN if it is missing
 * @size: of a count, over how long or out of how many; of a value, 1
 * @error: return location for an error
 *
 * Takes the next point. A missing one counts as a point that says nothing.
 *
 * Fails with [error@Scrutiny.Error.OUT_OF_RANGE] for an infinite value, a negative count or
 * a size that is not above 0; nothing was taken then.
 *
 * Returns: `TRUE`, or `FALSE` with @error set
 *
 * Since: 0.1
 */
gboolean
scrutiny_watch_feed (ScrutinyWatch *self, double value, double size, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_WATCH (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (isnan (value)) {
    self->focus.n++;
    return TRUE;
  }
  make_room (self);
  if (kernel_focus_feed (&self->focus, self->places, value / self->spread,
                         self->focus.is_rate ? size : 1, &self->found) == KERNEL_OK)
    return TRUE;

  char text[NUMBER_TEXT_SIZE], out_of[NUMBER_TEXT_SIZE];
  number_show (value, text);
  number_show (size, out_of);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, self->focus.n + 1, "value", text,
                         "Point %" G_GSIZE_FORMAT ": %s with size %s; a value is a number, a count "
                         "0 or more with a size above 0",
                         self->focus.n, text, out_of);

  return FALSE;
}

/**
 * scrutiny_watch_get_kind: (get-property kind)
 * @self: a watch
 *
 * Gets what is fed.
 *
 * Returns: `values` or `rates`
 *
 * Since: 0.1
 */
const char *
scrutiny_watch_get_kind (ScrutinyWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WATCH (self), NULL);

  return self->focus.is_rate ? "rates" : "values";
}

/**
 * scrutiny_watch_get_n_points: (get-property n-points)
 * @self: a watch
 *
 * Gets how many points were fed, the missing included.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint64
scrutiny_watch_get_n_points (ScrutinyWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WATCH (self), 0);

  return self->focus.n;
}

/**
 * scrutiny_watch_get_ratio: (get-property ratio)
 * @self: a watch
 *
 * Gets how clear the clearest change is.
 *
 * Returns: twice the logarithm of the likelihood ratio, 0 before two points
 *
 * Since: 0.1
 */
double
scrutiny_watch_get_ratio (ScrutinyWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WATCH (self), NAN);

  return self->found.ratio;
}

/**
 * scrutiny_watch_get_at: (get-property at)
 * @self: a watch
 *
 * Gets the first point after the clearest change.
 *
 * Returns: the point, counted from 0; -1 if there is none
 *
 * Since: 0.1
 */
gint64
scrutiny_watch_get_at (ScrutinyWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WATCH (self), -1);

  return self->found.direction ? (gint64) self->found.at : -1;
}

/**
 * scrutiny_watch_get_direction: (get-property direction)
 * @self: a watch
 *
 * Gets whether what came after the clearest change lies higher or lower.
 *
 * Returns: the direction
 *
 * Since: 0.1
 */
ScrutinyDirection
scrutiny_watch_get_direction (ScrutinyWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WATCH (self), SCRUTINY_DIRECTION_NONE);

  return self->found.direction > 0   ? SCRUTINY_DIRECTION_UP
         : self->found.direction < 0 ? SCRUTINY_DIRECTION_DOWN
                                     : SCRUTINY_DIRECTION_NONE;
}

static void
append_bits (GByteArray *out, guint64 bits)
{
  const guint64 little = GUINT64_TO_LE (bits);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
append_double (GByteArray *out, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  append_bits (out, bits);
}

static void
append_places (GByteArray *out, const KernelFocusPlace *places, gsize n)
{
  for (gsize k = 0; k < n; k++) {
    append_double (out, places[k].size);
    append_double (out, places[k].sum);
    append_bits (out, places[k].n);
  }
}

/**
 * scrutiny_watch_dup_state:
 * @self: a watch
 *
 * Gets all that is kept, to be saved.
 *
 * The bytes are the 16 letters `scrutiny.watch/1`, then numbers of 8 bytes, little-endian:
 * whether the kind is `rates`; the number of points; how many places are kept of a rise
 * and of a fall; the point and the direction of the clearest change (0, 1 up, 2 down); as
 * doubles its ratio, the spread, and all sizes and values added up; then size, sum and
 * point of each place.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 0.1
 */
GBytes *
scrutiny_watch_dup_state (ScrutinyWatch *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WATCH (self), NULL);

  GByteArray *out = g_byte_array_new ();
  g_byte_array_append (out, (const guint8 *) MAGIC, strlen (MAGIC));
  append_bits (out, self->focus.is_rate);
  append_bits (out, self->focus.n);
  append_bits (out, self->focus.n_rising);
  append_bits (out, self->focus.n_falling);
  append_bits (out, self->found.at);
  append_bits (out, self->found.direction > 0 ? 1 : self->found.direction < 0 ? 2 : 0);
  append_double (out, self->found.ratio);
  append_double (out, self->spread);
  append_double (out, self->focus.size);
  append_double (out, self->focus.sum);
  append_places (out, self->places, self->focus.n_rising);
  append_places (out, self->places + self->focus.room, self->focus.n_falling);

  return g_byte_array_free_to_bytes (out);
}

static guint64
take_bits (const guint8 **at)
{
  guint64 little;

  memcpy (&little, *at, sizeof little);
  *at += sizeof little;

  return GUINT64_FROM_LE (little);
}

static double
take_double (const guint8 **at)
{
  const guint64 bits = take_bits (at);
  double number;

  memcpy (&number, &bits, sizeof number);

  return number;
}

/* Places lie in time, and hold numbers. */
static gboolean
take_places (const guint8 **at, KernelFocusPlace *places, gsize n, const KernelFocus *focus)
{
  for (gsize k = 0; k < n; k++) {
    places[k].size = take_double (at);
    places[k].sum = take_double (at);
    places[k].n = (gsize) take_bits (at);
    if (!isfinite (places[k].size) || !isfinite (places[k].sum) || places[k].n >= focus->n ||
        (k > 0 && (places[k].n <= places[k - 1].n || !(places[k].size > places[k - 1].size))))
      return FALSE;
  }

  return TRUE;
}

static gboolean
take_state (ScrutinyWatch *self, const guint8 *at, gsize n_bytes)
{
  const gsize n_numbers = (n_bytes - strlen (MAGIC)) / sizeof (guint64);
  const guint64 is_rate = take_bits (&at), n = take_bits (&at);
  const guint64 n_rising = take_bits (&at), n_falling = take_bits (&at);
  const guint64 found_at = take_bits (&at), direction = take_bits (&at);

  if (is_rate > 1 || n > G_MAXINT64 || direction > 2 || n_rising > n_numbers ||
      n_falling > n_numbers || n_numbers != N_NUMBERS + N_OF_A_PLACE * (n_rising + n_falling) ||
      found_at > n || n_rising > n || n_falling > n)
    return FALSE;
  self->focus.is_rate = is_rate;
  self->focus.n = (gsize) n;
  self->focus.n_rising = (gsize) n_rising;
  self->focus.n_falling = (gsize) n_falling;
  self->focus.room = MAX (MAX (n_rising, n_falling), FIRST_ROOM);
  self->found.at = (gsize) found_at;
  self->found.direction = direction == 1 ? 1 : direction == 2 ? -1 : 0;
  self->found.ratio = take_double (&at);
  self->spread = take_double (&at);
  self->focus.size = take_double (&at);
  self->focus.sum = take_double (&at);
  g_free (self->places);
  self->places = g_new (KernelFocusPlace, 2 * self->focus.room);

  return isfinite (self->found.ratio) && self->spread > 0 && isfinite (self->spread) &&
         isfinite (self->focus.size) && isfinite (self->focus.sum) &&
         take_places (&at, self->places, self->focus.n_rising, &self->focus) &&
         take_places (&at, self->places + self->focus.room, self->focus.n_falling, &self->focus);
}

/**
 * scrutiny_watch_new_from_state:
 * @state: bytes that [method@Watch.dup_state] made
 * @error: return location for an error
 *
 * Goes on where another watch was saved.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] for bytes that are no such state.
 *
 * Returns: (transfer full): a watch, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyWatch *
scrutiny_watch_new_from_state (GBytes *state, GError **error)
{
  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  gsize n_bytes;
  const guint8 *bytes = g_bytes_get_data (state, &n_bytes);
  const gsize start = strlen (MAGIC);
  g_autoptr (ScrutinyWatch) self = g_object_new (SCRUTINY_TYPE_WATCH, NULL);

  if (n_bytes >= start + N_NUMBERS * sizeof (guint64) &&
      (n_bytes - start) % sizeof (guint64) == 0 && memcmp (bytes, MAGIC, start) == 0 &&
      take_state (self, bytes + start, n_bytes))
    return g_steal_pointer (&self);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL,
                         "State: these are not the bytes of a watch, or not all of them; hand in "
                         "what was saved, unchanged");

  return NULL;
}
