/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/shifts.h>

#include "base/error-private.h"
#include "base/method-private.h"
#include "base/number.h"
#include "base/result-private.h"
#include "trend/shift-event.h"
#include "trend/shift-model.h"
#include "trend/shift-path.h"
#include "trend/shift-private.h"
#include "trend/shift-sentences.h"
#include "trend/shift-tables.h"
#include "trend/shifts-asked.h"
#include "trend/shifts-private.h"
#include "trend/step-words.h"

#include <math.h>

#define METHOD_ID "shifts"
#define METHOD_VERSION "1"
#define SCHEMA "scrutiny.shifts/1"
#define SOURCE \
  "Level-or-line segmentation, exact: B. Jackson et al. (2005), IEEE Signal Processing " \
  "Letters 12, 105-108; R. Killick, P. Fearnhead, I. Eckley (2012), JASA 107, 1590-1598. " \
  "Places: J. Bai (1997), Review of Economics and Statistics 79, 551-563; B. E. Hansen " \
  "(2000), Econometrica 68, 575-603"

/**
 * ScrutinyShifts:
 *
 * Where the level or the slope of a series changed, how sure the date is, and by how
 * much; and where nothing changed, the smallest change that would have been noticed.
 *
 * One fixed default for every series: what repeats every year is taken off, single
 * values far from their neighbours are set aside, and the series is cut into stretches
 * that are level or straight lines. It does not know which direction anybody wants.
 *
 * Since: 0.1
 */
struct _ScrutinyShifts {
  GObject parent_instance;

  ScrutinySeries *series;
  ShiftAsked asked;
  char *season, *sensitivity; /* as asked for */
  ShiftSearch search;
  GPtrArray *all; /* of ScrutinyShift */
  char *cannot_tell;

  /* Made when first asked for. */
  gsize method_once;
  gsize points_once;
  gsize table_once;
  ScrutinyMethod *method;
  ScrutinyTable *points;
  ScrutinyTable *table;
};

static void scrutiny_shifts_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyShifts,
                               scrutiny_shifts,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_shifts_result_init))

enum {
  PROP_SERIES = 1,
  PROP_N_SHIFTS,
  PROP_SMALLEST_NOTICEABLE,
  PROP_CHANCE,
  PROP_SPREAD,
  PROP_POINTS,
  PROP_TABLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_shifts_finalize (GObject *object)
{
  ScrutinyShifts *self = SCRUTINY_SHIFTS (object);

  g_clear_object (&self->series);
  g_free (self->season);
  g_free (self->sensitivity);
  shift_search_clear (&self->search);
  shifts_asked_clear (&self->asked);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_free (self->cannot_tell);
  g_clear_object (&self->method);
  g_clear_object (&self->points);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (scrutiny_shifts_parent_class)->finalize (object);
}

static void
scrutiny_shifts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyShifts *self = SCRUTINY_SHIFTS (object);

  switch (id) {
  case PROP_SERIES:
    g_value_set_object (value, self->series);
    break;
  case PROP_N_SHIFTS:
    g_value_set_uint (value, self->all->len);
    break;
  case PROP_SMALLEST_NOTICEABLE:
    g_value_set_double (value, self->search.smallest);
    break;
  case PROP_CHANCE:
    g_value_set_double (value, self->search.chance);
    break;
  case PROP_SPREAD:
    g_value_set_double (value, self->search.spread);
    break;
  case PROP_POINTS:
    g_value_set_object (value, scrutiny_shifts_get_points (self));
    break;
  case PROP_TABLE:
    g_value_set_object (value, scrutiny_shifts_get_table (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_what_was_found (GParamFlags flags)
{
  /**
   * ScrutinyShifts:series: (getter get_series)
   *
   * The series that was looked at.
   *
   * Since: 0.1
   */
  props[PROP_SERIES] = g_param_spec_object ("series", NULL, NULL, SCRUTINY_TYPE_SERIES, flags);

  /**
   * ScrutinyShifts:n-shifts: (getter get_n_shifts)
   *
   * How many changes were found.
   *
   * Since: 0.1
   */
  props[PROP_N_SHIFTS] = g_param_spec_uint ("n-shifts", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * ScrutinyShifts:table: (getter get_table)
   *
   * The changes, one row each.
   *
   * Since: 0.1
   */
  props[PROP_TABLE] = g_param_spec_object ("table", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  /**
   * ScrutinyShifts:points: (getter get_points)
   *
   * The values and the levels and lines through them.
   *
   * Since: 0.1
   */
  props[PROP_POINTS] = g_param_spec_object ("points", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);
}

static void
define_how_sure (GParamFlags flags)
{
  /**
   * ScrutinyShifts:smallest-noticeable: (getter get_smallest_noticeable)
   *
   * The smallest lasting change of level, half-way through, that is found in four of five
   * such series; NaN where it is not known.
   *
   * Since: 0.1
   */
  props[PROP_SMALLEST_NOTICEABLE] =
      g_param_spec_double ("smallest-noticeable", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShifts:chance: (getter get_chance)
   *
   * The chance of one break as clear as the clearest, if the order of the values meant
   * nothing; NaN where it is not known.
   *
   * Since: 0.1
   */
  props[PROP_CHANCE] =
      g_param_spec_double ("chance", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyShifts:spread: (getter get_spread)
   *
   * How far values ordinarily lie from their level or line; NaN where it is not known.
   *
   * Since: 0.1
   */
  props[PROP_SPREAD] =
      g_param_spec_double ("spread", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
scrutiny_shifts_class_init (ScrutinyShiftsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_shifts_finalize;
  object_class->get_property = scrutiny_shifts_get_property;

  define_what_was_found (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  define_how_sure (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_shifts_init (ScrutinyShifts *self)
{
  self->series = g_object_new (SCRUTINY_TYPE_SERIES, NULL);
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->asked = shifts_asked_none ();
  self->season = g_strdup ("auto");
  self->sensitivity = g_strdup ("usual");
  shift_search_init (&self->search, self->series, &self->asked);
}

/* Too few values, or values that never move: said, not refused. */
static char *
dup_cannot_tell (const ShiftSearch *search, gsize least, StepWords words)
{
  g_autofree char *count = step_words_dup_count (words, search->n_used);

  if (search->n_used < SHIFT_FEWEST) {
    g_autofree char *more = step_words_dup_count (words, SHIFT_FEWEST - search->n_used);
    return g_strdup_printf ("%s: dating a change needs %u; ask for at least %s more", count,
                            SHIFT_FEWEST, more);
  }
  if (!search->is_roomy)
    return g_strdup_printf ("%s hold no two stretches of %" G_GSIZE_FORMAT
                            "; ask for more, or for a shorter minimum segment",
                            count, least);
  if (search->is_constant)
    return g_strdup_printf ("all %s have the same value: nothing moved that a change could be "
                            "told from; ask whether the figure is measured anew each %s",
                            count, words.one);

  return NULL;
}

/**
 * scrutiny_shifts_new:
 * @series: the series
 * @options: (nullable): how to look, or `NULL` for the fixed default
 * @error: return location for an error
 *
 * Looks for changes of level and slope.
 *
 * Missing values and gaps in the calendar are left out, and time goes on across them.
 * Too few values are no error: the result says what cannot be told, see
 * [method@Result.get_cannot_tell].
 *
 * Fails with [error@Scrutiny.Error.UNSUITABLE] for year-to-date and rolling figures,
 * [error@Scrutiny.Error.OUT_OF_RANGE] for a level that is none or a value too large, and
 * [error@Scrutiny.Error.NOT_FOUND] for a season, sensitivity or model that is not there,
 * [error@Scrutiny.Error.MISMATCH] for a model that needs what the series has not, and
 * [error@Scrutiny.Error.UNREADABLE] for an event without a date.
 *
 * Returns: (transfer full): what was found, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyShifts *
scrutiny_shifts_new (ScrutinySeries *series, ScrutinyShiftsOptions *options, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_SHIFTS_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  g_autoptr (ScrutinyShiftsOptions) used =
      options ? g_object_ref (options) : scrutiny_shifts_options_new ();
  g_autoptr (ScrutinyShifts) self = g_object_new (SCRUTINY_TYPE_SHIFTS, NULL);

  if (!shifts_asked_init (&self->asked, series, used, error))
    return NULL;
  g_set_object (&self->series, series);
  g_free (self->season);
  self->season = g_strdup (scrutiny_shifts_options_get_season (used));
  g_free (self->sensitivity);
  self->sensitivity = g_strdup (scrutiny_shifts_options_get_sensitivity (used));
  shift_search_clear (&self->search);
  shift_search_init (&self->search, series, &self->asked);
  for (guint k = 0; k < self->search.found->len; k++)
    g_ptr_array_add (self->all, scrutiny_shift_new_found (
                                    timeline, &g_array_index (self->search.found, FoundShift, k)));
  self->cannot_tell = dup_cannot_tell (&self->search, self->asked.cut.least_level,
                                       step_words_get (scrutiny_timeline_get_calendar (timeline)));

  return g_steal_pointer (&self);
}

/**
 * scrutiny_shifts_get_series: (get-property series)
 * @self: what was found
 *
 * Gets the series that was looked at.
 *
 * Returns: (transfer none): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_shifts_get_series (ScrutinyShifts *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS (self), NULL);

  return self->series;
}

/**
 * scrutiny_shifts_get_n_shifts: (get-property n-shifts)
 * @self: what was found
 *
 * Gets how many changes were found.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
scrutiny_shifts_get_n_shifts (ScrutinyShifts *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS (self), 0);

  return self->all->len;
}

ScrutinyShift *
shifts_get_last (ScrutinyShifts *self)
{
  return self->all->len > 0 ? self->all->pdata[self->all->len - 1] : NULL;
}

/**
 * scrutiny_shifts_dup_all:
 * @self: what was found
 *
 * Gets the changes, in time.
 *
 * Returns: (transfer container) (element-type ScrutinyShift): the changes
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_shifts_dup_all (ScrutinyShifts *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS (self), NULL);

  GPtrArray *copy = g_ptr_array_new_full (self->all->len, g_object_unref);
  for (guint k = 0; k < self->all->len; k++)
    g_ptr_array_add (copy, g_object_ref (self->all->pdata[k]));

  return copy;
}

/**
 * scrutiny_shifts_get_smallest_noticeable: (get-property smallest-noticeable)
 * @self: what was found
 *
 * Gets the smallest lasting change of level, half-way through, that is found in four of
 * five series as long and as unsteady as this one.
 *
 * Returns: the change, in the unit of the series; NaN where it is not known, infinite
 *   where no change would be found
 *
 * Since: 0.1
 */
double
scrutiny_shifts_get_smallest_noticeable (ScrutinyShifts *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS (self), NAN);

  return self->search.smallest;
}

/**
 * scrutiny_shifts_get_chance: (get-property chance)
 * @self: what was found
 *
 * Gets the chance of one change of level as clear as the clearest here, if the order of
 * the values meant nothing. Under 30 values it comes from shuffling them, with the seed
 * of the options; from then on from the limit for long series, which is too high. It does
 * not hold where neighbours resemble each other.
 *
 * Returns: the chance, NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_shifts_get_chance (ScrutinyShifts *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS (self), NAN);

  return self->search.chance;
}

/**
 * scrutiny_shifts_get_spread: (get-property spread)
 * @self: what was found
 *
 * Gets how far values ordinarily lie from their level or line: a standard deviation.
 *
 * Returns: the spread, NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_shifts_get_spread (ScrutinyShifts *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS (self), NAN);

  return self->search.spread;
}

/**
 * scrutiny_shifts_get_points: (get-property points)
 * @self: what was found
 *
 * Gets the values and the levels and lines through them, one row a period.
 *
 * The columns are `period`, `value`, `adjusted` (without what repeats every year),
 * `fitted` (the level or line), `piece` (from 0) and `set_aside` (1 where the value lies
 * far from its neighbours).
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_shifts_get_points (ScrutinyShifts *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS (self), NULL);

  if (g_once_init_enter (&self->points_once)) {
    self->points = shift_tables_make_points (&self->search, self->series);
    g_once_init_leave (&self->points_once, 1);
  }

  return self->points;
}

/**
 * scrutiny_shifts_get_table: (get-property table)
 * @self: what was found
 *
 * Gets the changes as a table, one row each, in time.
 *
 * The columns are named as the properties of [class@Shift]: `at`, `earliest`, `latest`, `kind`,
 * `before`, `after`, `change`, `change_low`, `change_high`, `slope_before`, `slope_after`,
 * `before_error`, `after_error`, `change_error`, `spread_before` and `spread_after`.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_shifts_get_table (ScrutinyShifts *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SHIFTS (self), NULL);

  if (g_once_init_enter (&self->table_once)) {
    self->table = shift_tables_make_shifts (self->all);
    g_once_init_leave (&self->table_once, 1);
  }

  return self->table;
}

const ShiftSearch *
shifts_get_search (ScrutinyShifts *self)
{
  return &self->search;
}

/* What is of some models only, and of the events. */
static void
add_model (ScrutinyShifts *self, GVariantDict *dict)
{
  const ShiftModel *model = self->asked.model;
  g_autoptr (GStrvBuilder) events = g_strv_builder_new ();

  g_variant_dict_insert (dict, "model", "s", model ? model->name : "level-or-line");
  if (!model || model->price > 0)
    g_variant_dict_insert (dict, "penalty", "d", self->search.penalty);
  if (model)
    g_variant_dict_insert (dict, "widening", "d", self->search.price_widening);
  for (guint k = 0; self->asked.events && k < self->asked.events->len; k++) {
    const ShiftEvent *event = self->asked.events->pdata[k];
    g_autofree char *said = g_str_equal (event->when, event->text)
                                ? g_strdup (event->when)
                                : g_strdup_printf ("%s %s", event->when, event->text);
    g_strv_builder_add (events, said);
  }
  g_auto (GStrv) said = g_strv_builder_end (events);
  g_variant_dict_insert (dict, "events", "^as", said);
}

static gboolean
check_path (const ShiftAsked *asked, double low, double high, GError **error)
{
  char text[2][NUMBER_TEXT_SIZE];

  if (asked->model && asked->model->price == 0) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "path", asked->model->name,
                           "Path: model %s goes by a chance and has no penalty; ask for model mean",
                           asked->model->name);
    return FALSE;
  }
  if (low >= 0 && low < high && isfinite (high))
    return TRUE;
  number_show (low, text[0]);
  number_show (high, text[1]);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "path", text[0],
                         "Path: %s to %s is no range of penalties; give two numbers from 0 on, the "
                         "lower first, such as 2 and 100",
                         text[0], text[1]);

  return FALSE;
}

/**
 * scrutiny_shifts_dup_path:
 * @series: the series
 * @options: (nullable): how to look, or `NULL` for the fixed default; their penalty is not used
 * @low: the lowest penalty
 * @high: the highest
 * @error: return location for an error
 *
 * Finds every cut of a series that is least at some penalty, and the penalties at which one
 * gives way to the next: how much rests on the penalty.
 *
 * There is one row a cut, from the lowest penalty on. The columns are `from` and `to`, the
 * penalties; `n_shifts`, how many changes; `cost`, what the stretches cost without them;
 * `usual`, 1 where the library’s own penalty lies within; and `at`, the first period after each
 * change, with semicolons between.
 *
 * Fails as [ctor@Shifts.new] does, with [error@Scrutiny.Error.OUT_OF_RANGE] for penalties that are
 * no range, [error@Scrutiny.Error.MISMATCH] for model `one`, which has none,
 * [error@Scrutiny.Error.UNSUITABLE] where there is too little to cut, and
 * [error@Scrutiny.Error.LIMIT] for more than 500 cuts.
 *
 * Returns: (transfer full): the cuts, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_shifts_dup_path (ScrutinySeries *series,
                          ScrutinyShiftsOptions *options,
                          double low,
                          double high,
                          GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_SHIFTS_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (ScrutinyShiftsOptions) used =
      options ? g_object_ref (options) : scrutiny_shifts_options_new ();
  g_autoptr (ScrutinyShifts) self = g_object_new (SCRUTINY_TYPE_SHIFTS, NULL);
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  g_autoptr (GArray) ranges = NULL;

  if (!shifts_asked_init (&self->asked, series, used, error) ||
      !check_path (&self->asked, low, high, error))
    return NULL;
  self->asked.penalty = NAN;
  shift_search_clear (&self->search);
  g_autofree double *values = shift_search_prepare (&self->search, series, &self->asked);
  if (!values) {
    g_autofree char *why =
        dup_cannot_tell (&self->search, self->asked.cut.least_level,
                         step_words_get (scrutiny_timeline_get_calendar (timeline)));
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, NULL, "Path: %s",
                           why ? why : "the values cannot be cut; check them");
    return NULL;
  }
  ranges = shift_path_find (&self->search, series, values, low, high);
  if (!ranges) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, "path", NULL,
                           "Path: more than 500 cuts come out; begin at a higher penalty");
    return NULL;
  }

  return shift_path_tabulate (&self->search, series, ranges);
}

static ScrutinyMethod *
make_method (ScrutinyShifts *self)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "season", "s", self->season);
  g_variant_dict_insert (&dict, "season_taken_off", "x",
                         (gint64) (self->search.has_season ? self->asked.season : 0));
  g_variant_dict_insert (&dict, "sensitivity", "s", self->sensitivity);
  if (!self->asked.model) {
    g_variant_dict_insert (&dict, "floor", "d", self->asked.cut.floor);
    g_variant_dict_insert (&dict, "cost", "d",
                           isnan (self->asked.penalty) || self->search.n_used < 2
                               ? self->asked.cut.cost
                               : self->asked.penalty / log (self->search.n_used));
    g_variant_dict_insert (&dict, "minimum_line", "x", (gint64) self->asked.cut.least_line);
  }
  g_variant_dict_insert (&dict, "minimum_segment", "x", (gint64) self->asked.cut.least_level);
  g_variant_dict_insert (&dict, "level", "d", self->asked.level);
  g_variant_dict_insert (&dict, "seed", "x", (gint64) self->asked.seed);
  g_variant_dict_insert (&dict, "search", "s", self->search.is_exact ? "exact" : "thinned");

  add_model (self, &dict);

  return scrutiny_method_new_of_series (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&dict),
                                        self->asked.model ? self->asked.model->source : SOURCE,
                                        self->series);
}

static ScrutinyMethod *
scrutiny_shifts_get_method (ScrutinyResult *result)
{
  ScrutinyShifts *self = SCRUTINY_SHIFTS (result);

  if (g_once_init_enter (&self->method_once)) {
    self->method = make_method (self);
    g_once_init_leave (&self->method_once, 1);
  }

  return self->method;
}

static const char *
scrutiny_shifts_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_SHIFTS (result)->cannot_tell;
}

static GPtrArray *
scrutiny_shifts_dup_findings (ScrutinyResult *result)
{
  ScrutinyShifts *self = SCRUTINY_SHIFTS (result);

  if (self->search.pieces->len == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return shift_sentences_dup_findings (&self->search, self->series,
                                       scrutiny_shifts_get_method (result));
}

static void
write_shift (JsonWriter *writer, ScrutinyShifts *self, guint k)
{
  ScrutinyShift *shift = self->all->pdata[k];
  const FoundShift *found = &g_array_index (self->search.found, FoundShift, k);

  json_writer_begin_object (writer);
  json_writer_key (writer, "at");
  json_writer_int (writer, found->at);
  json_writer_member_string (writer, "period", scrutiny_shift_get_at (shift));
  json_writer_key (writer, "interval");
  json_writer_begin_array (writer);
  json_writer_int (writer, found->earliest);
  json_writer_int (writer, found->latest);
  json_writer_end_array (writer);
  json_writer_member_string (writer, "earliest", scrutiny_shift_get_earliest (shift));
  json_writer_member_string (writer, "latest", scrutiny_shift_get_latest (shift));
  json_writer_member_string (writer, "basis", found->basis);
  json_writer_member_string (writer, "kind", scrutiny_shift_get_kind (shift));
  json_writer_member_double (writer, "before", found->before);
  json_writer_member_double (writer, "after", found->after);
  json_writer_member_double (writer, "change", found->change);
  json_writer_member_double (writer, "change_low", found->change_low);
  json_writer_member_double (writer, "change_high", found->change_high);
  json_writer_member_double (writer, "slope_before", found->slope_before);
  json_writer_member_double (writer, "slope_after", found->slope_after);
  json_writer_member_double (writer, "before_error", found->before_error);
  json_writer_member_double (writer, "after_error", found->after_error);
  json_writer_member_double (writer, "change_error", found->change_error);
  json_writer_member_double (writer, "spread_before", found->spread_before);
  json_writer_member_double (writer, "spread_after", found->spread_after);
  json_writer_end_object (writer);
}

static void
write_set_aside (JsonWriter *writer, const ShiftSearch *search)
{
  json_writer_key (writer, "set_aside");
  json_writer_begin_array (writer);
  for (guint i = 0; i < search->n_used; i++) {
    if (search->clipped[i])
      json_writer_int (writer, search->index[i]);
  }
  json_writer_end_array (writer);
}

/* Each event once, with the changes that may date from it. */
static void
write_events (JsonWriter *writer, ScrutinyShifts *self)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);

  json_writer_key (writer, "events");
  json_writer_begin_array (writer);
  for (guint j = 0; self->asked.events && j < self->asked.events->len; j++) {
    const ShiftEvent *event = self->asked.events->pdata[j];
    json_writer_begin_object (writer);
    json_writer_member_string (writer, "when", event->when);
    json_writer_member_string (writer, "text", event->text);
    json_writer_key (writer, "shifts");
    json_writer_begin_array (writer);
    for (guint k = 0; k < self->search.found->len; k++) {
      if (shift_event_is_at (event, timeline, &g_array_index (self->search.found, FoundShift, k)))
        json_writer_int (writer, k);
    }
    json_writer_end_array (writer);
    json_writer_end_object (writer);
  }
  json_writer_end_array (writer);
}

static void
scrutiny_shifts_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyShifts *self = SCRUTINY_SHIFTS (result);

  json_writer_member_string (writer, "schema", SCHEMA);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_key (writer, "n");
  json_writer_int (writer, self->search.n);
  json_writer_key (writer, "n_used");
  json_writer_int (writer, self->search.n_used);
  json_writer_key (writer, "shifts");
  json_writer_begin_array (writer);
  for (guint k = 0; k < self->all->len; k++)
    write_shift (writer, self, k);
  json_writer_end_array (writer);
  json_writer_member_double (writer, "smallest_noticeable", self->search.smallest);
  json_writer_member_double (writer, "spread", self->search.spread);
  json_writer_member_double (writer, "likeness",
                             self->search.pieces->len ? self->search.likeness : NAN);
  json_writer_member_double (writer, "chance", self->search.chance);
  write_set_aside (writer, &self->search);
  json_writer_member_string (writer, "smallest_unknown", self->search.unknown);
  write_events (writer, self);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (scrutiny_shifts_get_method (result), writer);
}

static void
scrutiny_shifts_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_shifts_get_method;
  iface->get_cannot_tell = scrutiny_shifts_get_cannot_tell;
  iface->dup_findings = scrutiny_shifts_dup_findings;
  iface->write_json = scrutiny_shifts_write_json;
}
