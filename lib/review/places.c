/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/places.h"

#include <scrutiny/comparison.h>

#include "base/columns-builder.h"
#include "base/timeline-private.h"
#include "io/id-maker.h"
#include "review/outcome.h"

#include <math.h>
#include <string.h>

/* More than these would wait for each other's memory. */
#define MOST_THREADS 8

/* Fewer are read one by one. */
#define FEWEST_PLACES 3

/* Half of the usual: places come out a little wider, in half the time. */
#define DRAWS 1000

/* Above it a figure is one of events among people, not of cases among cases. */
#define PERCENT 100

/* One figure, and the places that have it. */
typedef struct {
  const char *title;
  GPtrArray *indicators;   /* of ScrutinyIndicator, borrowed */
  gint64 ordinal;          /* of the period they are compared in, in the calendar of the first */
  gsize n_known;           /* of the places in that period */
  ScrutinyIndicator *ours; /* of the place whose dossier it is, borrowed; NULL: of none */
  ScrutinyComparison *comparison; /* NULL until it is made, and where it cannot be */
  GError *error;
} Measure;

struct _Places {
  ScrutinyDossier *dossier;
  GPtrArray *measures; /* of Measure */
  GPtrArray *threads;  /* of GThread */
  gint next;           /* atomic */
};

static Measure *
measure_new (const char *title)
{
  Measure *self = g_new0 (Measure, 1);

  self->title = title;
  self->indicators = g_ptr_array_new ();

  return self;
}

static void
measure_free (gpointer data)
{
  Measure *self = data;

  g_ptr_array_unref (self->indicators);
  g_clear_object (&self->comparison);
  g_clear_error (&self->error);
  g_free (self);
}

static ScrutinyIndicator *
first_of (const Measure *self)
{
  return self->indicators->pdata[0];
}

/* --- Which figures they are ----------------------------------------------------------------- */

/* Of a place, and with what it is counted out of. */
static gboolean
can_be_compared (ScrutinyIndicator *indicator)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  const char *area = scrutiny_indicator_get_area (indicator);

  return area && *area && series && scrutiny_series_get_n_values (series) > 0 &&
         scrutiny_series_has_counts (series);
}

/* What figures must share to be the same one. */
static char *
dup_key (ScrutinyIndicator *indicator)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const char *level = scrutiny_indicator_get_level (indicator);

  return g_strdup_printf (
      "%s\n%s\n%d\n%s\n%u\n%.17g", scrutiny_indicator_get_title (indicator), level ? level : "",
      (int) scrutiny_timeline_get_calendar (timeline), scrutiny_timeline_get_window (timeline),
      scrutiny_timeline_get_window_length (timeline), scrutiny_series_get_scale (series));
}

/* In the order in which they are first met. */
static GPtrArray *
find_measures (ScrutinyDossier *dossier)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *measures = g_ptr_array_new_with_free_func (measure_free);

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (dossier, i);
    g_autofree char *key = can_be_compared (indicator) ? dup_key (indicator) : NULL;
    Measure *measure = key ? g_hash_table_lookup (by_key, key) : NULL;

    if (!key)
      continue;
    if (!measure) {
      measure = measure_new (scrutiny_indicator_get_title (indicator));
      g_ptr_array_add (measures, measure);
      g_hash_table_insert (by_key, g_steal_pointer (&key), measure);
    }
    g_ptr_array_add (measure->indicators, indicator);
  }

  return measures;
}

/* --- The period ------------------------------------------------------------------------------ */

/* The counts of one period; FALSE where there are none. */
static gboolean
find_counts (ScrutinyIndicator *indicator, gint64 ordinal, double *numerator, double *denominator)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  gsize n;
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), &n);
  const gint64 *found = NULL;

  for (gsize i = n; i > 0 && !found && ordinals[i - 1] >= ordinal; i--)
    if (ordinals[i - 1] == ordinal)
      found = &ordinals[i - 1];
  if (!found)
    return FALSE;
  *numerator = scrutiny_series_get_numerators (series, NULL)[found - ordinals];
  *denominator = scrutiny_series_get_denominators (series, NULL)[found - ordinals];

  return !isnan (*numerator) && !isnan (*denominator);
}

static gsize
count_known (const Measure *self, gint64 ordinal)
{
  double numerator, denominator;
  gsize n = 0;

  for (guint i = 0; i < self->indicators->len; i++)
    n += find_counts (self->indicators->pdata[i], ordinal, &numerator, &denominator);

  return n;
}

static void
find_span (const Measure *self, gint64 *first, gint64 *last)
{
  *first = G_MAXINT64;
  *last = G_MININT64;
  for (guint i = 0; i < self->indicators->len; i++) {
    ScrutinySeries *series = scrutiny_indicator_get_series (self->indicators->pdata[i]);
    gsize n;
    const gint64 *ordinals =
        scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), &n);

    *first = MIN (*first, ordinals[0]);
    *last = MAX (*last, ordinals[n - 1]);
  }
}

/* The last one in which most of the places have their counts; FALSE if there is none. */
static gboolean
choose_period (Measure *self)
{
  gint64 first, last;

  find_span (self, &first, &last);
  for (self->ordinal = last; self->ordinal >= first; self->ordinal--) {
    self->n_known = count_known (self, self->ordinal);
    if (2 * self->n_known > self->indicators->len && self->n_known >= FEWEST_PLACES)
      return TRUE;
  }

  return FALSE;
}

static char *
dup_period (const Measure *self)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (first_of (self));
  Period period = scrutiny_timeline_get_period (scrutiny_series_get_timeline (series), 0);

  period.ordinal = self->ordinal;

  return period_dup_label (&period);
}

/* --- The comparison --------------------------------------------------------------------------- */

static ScrutinyTable *
dup_counts (const Measure *self)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < self->indicators->len; i++) {
    ScrutinyIndicator *indicator = self->indicators->pdata[i];
    double numerator = NAN, denominator = NAN;

    find_counts (indicator, self->ordinal, &numerator, &denominator);
    columns_builder_add_text (builder, "area", scrutiny_indicator_get_area (indicator));
    columns_builder_add_number (builder, "numerator", numerator);
    columns_builder_add_number (builder, "denominator", denominator);
  }

  return columns_builder_end (builder);
}

/* Cases of cases where none has more of them than there are, and it is said in per cent. */
static gboolean
is_share (const Measure *self)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (first_of (self));
  double numerator, denominator;

  if (scrutiny_series_get_scale (series) > PERCENT)
    return FALSE;
  for (guint i = 0; i < self->indicators->len; i++)
    if (find_counts (self->indicators->pdata[i], self->ordinal, &numerator, &denominator) &&
        numerator > denominator)
      return FALSE;

  return TRUE;
}

/* “Ashcombe” is the place of “Ashcombe Council”. */
static gboolean
is_place_of (const char *council, const char *area)
{
  const gsize n = strlen (area);

  return council && n > 0 && g_ascii_strncasecmp (council, area, n) == 0 &&
         (council[n] == '\0' || council[n] == ' ');
}

static ScrutinyIndicator *
find_ours (const Measure *self, ScrutinyDossier *dossier)
{
  const char *council = scrutiny_dossier_get_council (dossier);

  for (guint i = 0; i < self->indicators->len; i++)
    if (is_place_of (council, scrutiny_indicator_get_area (self->indicators->pdata[i])))
      return self->indicators->pdata[i];

  return NULL;
}

static void
compare (Measure *self)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (first_of (self));
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ScrutinyTable) counts = dup_counts (self);

  scrutiny_comparison_options_set_kind (options, is_share (self) ? "proportion" : "rate");
  scrutiny_comparison_options_set_scale (options, scrutiny_series_get_scale (series));
  scrutiny_comparison_options_set_called (options, "places");
  scrutiny_comparison_options_set_draws (options, DRAWS);
  if (self->ours)
    scrutiny_comparison_options_set_focus (options, scrutiny_indicator_get_area (self->ours));
  self->comparison =
      scrutiny_comparison_new (counts, "area", "numerator", "denominator", options, &self->error);
}

/* Takes one after the other until none is left, as others do beside it. */
static gpointer
compare_in_turn (gpointer data)
{
  Places *self = data;

  for (;;) {
    const guint i = (guint) g_atomic_int_add (&self->next, 1);

    if (i >= self->measures->len)
      return NULL;
    compare (self->measures->pdata[i]);
  }
}

static void
start_threads (Places *self)
{
  const guint n = MIN (g_get_num_processors (), MIN (self->measures->len, MOST_THREADS));

  for (guint k = 0; k < n && g_get_num_processors () > 1; k++) {
    GThread *thread = g_thread_try_new ("places", compare_in_turn, self, NULL);

    if (thread)
      g_ptr_array_add (self->threads, thread);
  }
}

static void
join_threads (Places *self)
{
  for (guint k = 0; k < self->threads->len; k++)
    g_thread_join (self->threads->pdata[k]);
  g_ptr_array_set_size (self->threads, 0);
}

/* Only what can be compared is kept. */
static gboolean
is_comparable (Measure *measure)
{
  return measure->indicators->len >= FEWEST_PLACES && choose_period (measure);
}

Places *
places_new (ScrutinyDossier *dossier)
{
  Places *self = g_new0 (Places, 1);

  self->dossier = g_object_ref (dossier);
  self->threads = g_ptr_array_new ();
  self->measures = find_measures (dossier);
  for (guint i = self->measures->len; i > 0; i--)
    if (!is_comparable (self->measures->pdata[i - 1]))
      g_ptr_array_remove_index (self->measures, i - 1);
  for (guint i = 0; i < self->measures->len; i++) {
    Measure *measure = self->measures->pdata[i];

    measure->ours = find_ours (measure, dossier);
  }
  start_threads (self);

  return self;
}

void
places_free (Places *self)
{
  g_atomic_int_set (&self->next, (gint) self->measures->len);
  join_threads (self);
  g_ptr_array_unref (self->threads);
  g_ptr_array_unref (self->measures);
  g_object_unref (self->dossier);
  g_free (self);
}

/* --- The report ------------------------------------------------------------------------------- */

static ReportSection *
section_of (const Measure *self, ScrutinyDossier *dossier, IdMaker *ids)
{
  g_autofree char *period = dup_period (self);
  g_autofree char *id = id_maker_next (ids, self->title, "places");
  const char *level = scrutiny_indicator_get_level (first_of (self));
  g_autofree char *kind = level ? g_strdup_printf (" (%s)", level) : g_strdup ("");
  g_autofree char *title = g_strdup_printf ("%s, %" G_GSIZE_FORMAT " places%s in %s", self->title,
                                            self->n_known, kind, period);

  while (scrutiny_dossier_find_indicator (dossier, id, NULL)) {
    g_free (id);
    id = id_maker_next (ids, self->title, "places");
  }

  return report_section_new_of_places (id, title);
}

/* Where the place that is asked about has its own figure. */
static ReportSection *
find_section (GPtrArray *sections, ScrutinyIndicator *indicator)
{
  for (guint i = 0; i < sections->len; i++) {
    ReportSection *section = sections->pdata[i];

    if (section->indicator == indicator)
      return section;
  }

  return NULL;
}

static gboolean
is_of_one_place (ScrutinyFinding *finding)
{
  static const char *const ids[] = { "compare.focus", "compare.place", "compare.left-out", NULL };

  return g_strv_contains (ids, scrutiny_finding_get_id (finding));
}

/* Parts what is said of the place that is asked about from what is said of all. */
static void
add_comparison (Gathering *gathering,
                ReportSection *section,
                ReportSection *ours,
                ScrutinyComparison *comparison)
{
  g_autoptr (GPtrArray) said = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));
  g_autoptr (GPtrArray) of_all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < said->len; i++) {
    if (ours && is_of_one_place (said->pdata[i]))
      gathering_add_finding (gathering, ours, said->pdata[i]);
    else
      g_ptr_array_add (of_all, g_object_ref (said->pdata[i]));
  }
  gathering_add_findings (gathering, section, SCRUTINY_RESULT (comparison), of_all, "compare");
}

static void
review_measure (const Measure *self, ReportSection *section, Gathering *gathering)
{
  ReportSection *ours = self->ours ? find_section (gathering->sections, self->ours) : NULL;

  if (self->comparison)
    add_comparison (gathering, section, ours, self->comparison);
  else
    gathering_omit (gathering, section, "compare", self->error->message, NULL);
}

void
places_review (Places *self, Gathering *gathering)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  IdMaker ids;

  compare_in_turn (self);
  join_threads (self);
  id_maker_init (&ids, NULL);
  for (guint i = 0; i < self->measures->len; i++) {
    ReportSection *section = section_of (self->measures->pdata[i], self->dossier, &ids);

    g_ptr_array_add (made, section);
    review_measure (self->measures->pdata[i], section, gathering);
  }
  for (guint i = made->len; i > 0; i--)
    g_ptr_array_insert (gathering->sections, 0, made->pdata[i - 1]);
  id_maker_clear (&ids);
}
