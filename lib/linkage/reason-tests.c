/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/reason-tests.h>

#include <scrutiny/event.h>

#include "base/columns-builder.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "linkage/reason-companions.h"
#include "linkage/reason-test-findings.h"
#include "trend/step-words.h"

#include <math.h>

#define METHOD_ID "reasons"
#define METHOD_VERSION "1"
#define SOURCE \
  "G. V. Bayley, J. M. Hammersley (1946), Supplement to the JRSS 8, 184-197; and that of linkage"

#define NOTHING \
  "No reasons are recorded for this figure, so there is nothing to set figures beside."

/**
 * ScrutinyReasonTests:
 *
 * What figures say of the reasons that are recorded for an indicator.
 *
 * Every statement that the claim leads to and that something in the dossier measures is set beside
 * the last statement before it that has figures, the claim at first. Two facts come of that, and
 * they are never joined. Where the reasons say which way the outcome moves, and the figure moved on
 * a date: whether the outcome stands as stated since then (`linkage.shifted-as-stated`), the other
 * way (`linkage.contradicted`), or where it was (`linkage.not-shifted`); one date is one event,
 * and that is said (`linkage.one-event`). And whether the two move together from period to period:
 * what [class@Linkage] says, or that it cannot tell, with what it could have seen
 * (`linkage.cannot-tell`). A reason that was recorded when the figures were known is said to be
 * (`linkage.recorded-after`), and so is what nothing measures (`linkage.not-measured`).
 *
 * What is recorded as something to look at beside a statement ([class@Companion]) is asked for
 * where no figure of the dossier shows it (`linkage.companion-asked`); where one does, that is
 * said, and what it was before and after the figure moved (`linkage.companion-shown`).
 *
 * Only what the record names is looked at: there is no search for figures that move together.
 *
 * Since: 0.1
 */
struct _ScrutinyReasonTests {
  GObject parent_instance;

  char *indicator;
  ReasonLines lines;
  GArray *tests; /* of ReasonTest */
  ScrutinyTable *table;
  ReasonCompanions companions;
  ScrutinyTable *companion_table;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  const char *cannot_tell;
};

static void scrutiny_reason_tests_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyReasonTests,
                               scrutiny_reason_tests,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_reason_tests_result_init))

static void
scrutiny_reason_tests_finalize (GObject *object)
{
  ScrutinyReasonTests *self = SCRUTINY_REASON_TESTS (object);

  g_free (self->indicator);
  g_array_unref (self->tests);
  reason_lines_clear (&self->lines);
  g_clear_object (&self->table);
  reason_companions_clear (&self->companions);
  g_clear_object (&self->companion_table);
  g_clear_object (&self->method);
  g_ptr_array_unref (self->findings);

  G_OBJECT_CLASS (scrutiny_reason_tests_parent_class)->finalize (object);
}

static void
scrutiny_reason_tests_class_init (ScrutinyReasonTestsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_reason_tests_finalize;
}

static void
clear_test (gpointer test)
{
  reason_test_clear (test);
}

static void
scrutiny_reason_tests_init (ScrutinyReasonTests *self)
{
  self->tests = g_array_new (FALSE, FALSE, sizeof (ReasonTest));
  g_array_set_clear_func (self->tests, clear_test);
  self->table = scrutiny_table_new ();
  self->companion_table = scrutiny_table_new ();
  self->method = scrutiny_method_new (METHOD_ID, METHOD_VERSION, NULL, SOURCE, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = NOTHING;
}

static ScrutinyMethod *
scrutiny_reason_tests_get_method (ScrutinyResult *result)
{
  return SCRUTINY_REASON_TESTS (result)->method;
}

static const char *
scrutiny_reason_tests_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_REASON_TESTS (result)->cannot_tell;
}

static GPtrArray *
scrutiny_reason_tests_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_REASON_TESTS (result)->findings);
}

static void
write_unmeasured (ScrutinyReasonTests *self, JsonWriter *writer)
{
  json_writer_key (writer, "not_measured");
  json_writer_begin_array (writer);
  for (guint i = 0; self->lines.unmeasured && i < self->lines.unmeasured->len; i++)
    json_writer_string (writer, self->lines.unmeasured->pdata[i]);
  json_writer_end_array (writer);
}

static void
write_companions (ScrutinyReasonTests *self, JsonWriter *writer)
{
  json_writer_key (writer, "companions");
  json_writer_begin_array (writer);
  for (guint i = 0; self->companions.list && i < self->companions.list->len; i++)
    reason_companion_write_json (self->companions.list->pdata[i], writer);
  json_writer_end_array (writer);
}

static void
scrutiny_reason_tests_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyReasonTests *self = SCRUTINY_REASON_TESTS (result);

  json_writer_member_string (writer, "schema", "scrutiny.reasons/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_string (writer, "indicator", self->indicator);
  json_writer_key (writer, "tests");
  json_writer_begin_array (writer);
  for (guint i = 0; i < self->tests->len; i++)
    reason_test_write_json (&g_array_index (self->tests, ReasonTest, i), writer);
  json_writer_end_array (writer);
  write_unmeasured (self, writer);
  write_companions (self, writer);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_reason_tests_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_reason_tests_get_method;
  iface->get_cannot_tell = scrutiny_reason_tests_get_cannot_tell;
  iface->dup_findings = scrutiny_reason_tests_dup_findings;
  iface->write_json = scrutiny_reason_tests_write_json;
}

/* --- The tests --------------------------------------------------------------------------- */

/* What is on record of the whole pack moves every figure of it. */
static ScrutinyLinkageOptions *
options_of (GPtrArray *events)
{
  ScrutinyLinkageOptions *options = scrutiny_linkage_options_new ();
  g_autoptr (GStrvBuilder) spans = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < events->len; i++) {
    const char *from = scrutiny_event_get_from (events->pdata[i]);
    const char *until = scrutiny_event_get_until (events->pdata[i]);
    g_autofree char *span =
        until && *until ? g_strdup_printf ("%s..%s", from, until) : g_strdup (from);

    if (span && *span)
      g_strv_builder_add (spans, span);
  }
  all = g_strv_builder_end (spans);
  scrutiny_linkage_options_set_events (options, (const char *const *) all);

  return options;
}

static GPtrArray *
dup_events (ScrutinyDossier *dossier, const ReasonLine *line)
{
  GPtrArray *events = scrutiny_indicator_dup_events (line->figure);

  g_ptr_array_extend_and_steal (events, scrutiny_indicator_dup_events (line->outcome));
  g_ptr_array_extend_and_steal (events, scrutiny_dossier_dup_events (dossier));

  return events;
}

static gboolean
make_tests (ScrutinyReasonTests *self,
            ScrutinyDossier *dossier,
            ScrutinyIndicator *indicator,
            GError **error)
{
  ScrutinyChain *chain = scrutiny_indicator_get_chain (indicator);
  g_autoptr (GPtrArray) pack = scrutiny_dossier_dup_events (dossier);
  g_autoptr (ScrutinyLinkageOptions) options = options_of (pack);

  for (guint i = 0; i < self->lines.lines->len; i++) {
    ReasonLine *line = self->lines.lines->pdata[i];
    g_autoptr (GPtrArray) events = dup_events (dossier, line);
    ReasonTest test;

    if (!reason_test_init (&test, chain, line, line->figure == indicator, options, error)) {
      reason_test_clear (&test);
      return FALSE;
    }
    test.first_finding = self->findings->len;
    reason_test_add_findings (&test, events, self->method, self->findings);
    test.end_finding = self->findings->len;
    g_array_append_val (self->tests, test);
  }

  return TRUE;
}

static ScrutinyTable *
tabulate (const GArray *tests)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < tests->len; i++) {
    const ReasonTest *test = &g_array_index (tests, ReasonTest, i);
    const char *reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (test->linkage));

    columns_builder_add_text (builder, "from", reason_test_get_from (test));
    columns_builder_add_text (builder, "to", reason_test_get_to (test));
    columns_builder_add_text (builder, "figure", scrutiny_indicator_get_id (test->line->figure));
    columns_builder_add_text (builder, "outcome", scrutiny_indicator_get_id (test->line->outcome));
    columns_builder_add_text (builder, "expected", scrutiny_direction_get_name (test->expected));
    columns_builder_add_text (builder, "moved", reason_test_get_moved (test));
    columns_builder_add_text (builder, "at", test->move.at ? test->move.at : "");
    columns_builder_add_number (builder, "before", test->move.before);
    columns_builder_add_number (builder, "after", test->move.after);
    columns_builder_add_text (builder, "verdict", scrutiny_linkage_get_verdict (test->linkage));
    columns_builder_add_text (builder, "reason", reason ? reason : "");
    columns_builder_add_number (builder, "smallest_detectable",
                                scrutiny_linkage_get_smallest_detectable (test->linkage));
  }

  return columns_builder_end (builder);
}

static ScrutinyTable *
tabulate_companions (const GPtrArray *companions)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < companions->len; i++) {
    const ReasonCompanion *companion = companions->pdata[i];
    const OutcomeMove *move = &companion->test.move;
    const char *figure = reason_companion_get_figure (companion);

    columns_builder_add_text (builder, "statement", reason_companion_get_statement (companion));
    columns_builder_add_text (builder, "measure", companion->measure);
    columns_builder_add_text (builder, "beside",
                              scrutiny_indicator_get_id (companion->line.figure));
    columns_builder_add_text (builder, "figure", figure ? figure : "");
    columns_builder_add_text (builder, "moved", reason_companion_get_moved (companion));
    columns_builder_add_text (builder, "at", move->at ? move->at : "");
    columns_builder_add_number (builder, "before", move->at ? move->before : NAN);
    columns_builder_add_number (builder, "after", move->at ? move->after : NAN);
  }

  return columns_builder_end (builder);
}

/* By what figures come here: month, quarter; a period where there are none. */
static const char *
step_of (ScrutinyIndicator *indicator)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);

  return step_words_get (
             series ? scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (series))
                    : SCRUTINY_CALENDAR_UNKNOWN)
      .one;
}

/* What is to be looked at beside the figures, though no reason leads to it. */
static void
look_beside (ScrutinyReasonTests *self,
             ReasonGraph *graph,
             ScrutinyDossier *dossier,
             ScrutinyIndicator *indicator)
{
  reason_companions_init (&self->companions, graph, dossier, indicator, &self->lines);
  reason_companions_add_findings (&self->companions, step_of (indicator), self->method,
                                  self->findings);
  g_object_unref (self->companion_table);
  self->companion_table = tabulate_companions (self->companions.list);
}

/**
 * scrutiny_reason_tests_new:
 * @dossier: a dossier
 * @indicator: the id of an indicator
 * @error: return location for an error
 *
 * Sets the figures of a dossier beside the reasons for one of its indicators.
 *
 * Where no reasons are recorded the result [iface@Result] cannot tell. A figure that is named and
 * not in the dossier, or without a history, is as none: it is asked for. Fails with
 * [error@Scrutiny.Error.NOT_FOUND] if there is no such indicator, and as [ctor@Linkage.new] does
 * where the periods of an event cannot be read.
 *
 * Returns: (transfer full): what the figures say
 *
 * Since: 0.1
 */
ScrutinyReasonTests *
scrutiny_reason_tests_new (ScrutinyDossier *dossier, const char *indicator, GError **error)
{
  g_autoptr (ScrutinyReasonTests) self = NULL;
  g_autoptr (ReasonGraph) graph = NULL;
  ScrutinyIndicator *found;
  ScrutinyChain *chain;

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (indicator != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = scrutiny_dossier_find_indicator (dossier, indicator, error);
  if (!found)
    return NULL;
  self = g_object_new (SCRUTINY_TYPE_REASON_TESTS, NULL);
  self->indicator = g_strdup (indicator);
  chain = scrutiny_indicator_get_chain (found);
  graph = chain ? reason_graph_new (chain) : NULL;
  if (!graph)
    return g_steal_pointer (&self);

  self->cannot_tell = NULL;
  reason_lines_init (&self->lines, graph, dossier, found);
  if (!make_tests (self, dossier, found, error))
    return NULL;
  g_object_unref (self->table);
  self->table = tabulate (self->tests);
  reason_test_add_unmeasured (chain, self->lines.unmeasured, step_of (found), self->method,
                              self->findings);
  look_beside (self, graph, dossier, found);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_reason_tests_get_n_tests:
 * @self: what the figures say
 *
 * Gets how many lines of reasons have figures at both ends.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
scrutiny_reason_tests_get_n_tests (ScrutinyReasonTests *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REASON_TESTS (self), 0);

  return self->tests->len;
}

/**
 * scrutiny_reason_tests_get_table:
 * @self: what the figures say
 *
 * Gets what came of each line of reasons, a row each.
 *
 * Columns: `from` and `to`, ids of statements; `figure` and `outcome`, ids of the indicators that
 * measure them; `expected`, which way the outcome is said to move when the figure rises: `up`,
 * `down` or `none`; `moved`: `as-stated`, `other-way`, `unchanged`, `cannot-tell`, or `not-asked`
 * where no direction is stated or the figure did not move on a date; `at`, when the figure moved;
 * `before` and `after`, what the outcome was; `verdict` and `smallest_detectable`, as
 * [method@Linkage.get_verdict] and [method@Linkage.get_smallest_detectable] give them; `reason`,
 * why the linkage cannot be told. No rows where nothing was tested.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_reason_tests_get_table (ScrutinyReasonTests *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REASON_TESTS (self), NULL);

  return self->table;
}

/**
 * scrutiny_reason_tests_get_companions:
 * @self: what the figures say
 *
 * Gets what is on record as something to look at beside the figures, a row each; 12 at most.
 *
 * Columns: `statement`, the id of the statement that it is recorded with; `measure`, as recorded;
 * `beside`, the id of the indicator that it is to be looked at beside; `figure`, that of the
 * indicator that it is, empty where it is none of the dossier; `moved`, what it did when the other
 * had moved: `up`, `down`, `unchanged`, `cannot-tell`, or `not-asked` where that has no date, where
 * one of the two has no history, and where the reasons lead from the one to the other; `at`, when
 * the other moved; `before` and `after`, what it was. No rows where nothing is recorded.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_reason_tests_get_companions (ScrutinyReasonTests *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REASON_TESTS (self), NULL);

  return self->companion_table;
}

/**
 * scrutiny_reason_tests_dup_path:
 * @self: what the figures say
 * @index: which line of reasons, from 0
 *
 * Gets the statements of a line of reasons in order.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): their ids, or `NULL` if there is
 *   no such line
 *
 * Since: 0.1
 */
char **
scrutiny_reason_tests_dup_path (ScrutinyReasonTests *self, guint index)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const GPtrArray *path;

  g_return_val_if_fail (SCRUTINY_IS_REASON_TESTS (self), NULL);

  if (index >= self->tests->len)
    return NULL;
  path = g_array_index (self->tests, ReasonTest, index).line->ids;
  for (guint i = 0; i < path->len; i++)
    g_strv_builder_add (ids, path->pdata[i]);

  return g_strv_builder_end (ids);
}

/**
 * scrutiny_reason_tests_get_linkage:
 * @self: what the figures say
 * @index: which line of reasons, from 0
 *
 * Gets whether the figures at both ends of a line of reasons move together.
 *
 * Returns: (transfer none) (nullable): the answer, or `NULL` if there is no such line
 *
 * Since: 0.1
 */
ScrutinyLinkage *
scrutiny_reason_tests_get_linkage (ScrutinyReasonTests *self, guint index)
{
  g_return_val_if_fail (SCRUTINY_IS_REASON_TESTS (self), NULL);

  return index < self->tests->len ? g_array_index (self->tests, ReasonTest, index).linkage : NULL;
}

/**
 * scrutiny_reason_tests_dup_findings_of:
 * @self: what the figures say
 * @index: which line of reasons, from 0
 *
 * Gets what the figures say of one line of reasons. What is said of no line, such as that nothing
 * measures a statement, stands among all findings only, after these.
 *
 * Returns: (transfer container) (element-type ScrutinyFinding): the findings; none if there is no
 *   such line
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_reason_tests_dup_findings_of (ScrutinyReasonTests *self, guint index)
{
  g_autoptr (GPtrArray) findings = finding_list_new ();
  const ReasonTest *test;

  g_return_val_if_fail (SCRUTINY_IS_REASON_TESTS (self), NULL);

  if (index >= self->tests->len)
    return g_steal_pointer (&findings);
  test = &g_array_index (self->tests, ReasonTest, index);
  for (guint i = test->first_finding; i < test->end_finding; i++)
    g_ptr_array_add (findings, g_object_ref (self->findings->pdata[i]));

  return g_steal_pointer (&findings);
}

/**
 * scrutiny_reason_tests_dup_unmeasured:
 * @self: what the figures say
 *
 * Gets the statements that the claim leads to, on the way to people, and that no figure shows.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, nearest to the claim first
 *
 * Since: 0.1
 */
char **
scrutiny_reason_tests_dup_unmeasured (ScrutinyReasonTests *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (SCRUTINY_IS_REASON_TESTS (self), NULL);

  for (guint i = 0; self->lines.unmeasured && i < self->lines.unmeasured->len; i++)
    g_strv_builder_add (ids, self->lines.unmeasured->pdata[i]);

  return g_strv_builder_end (ids);
}
