/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/requests.h"

#include "indicator/request-id.h"
#include "report/figure-name.h"

/* More names than this would hide what is asked. */
static const guint MOST_NAMED = 3;

/* One thing to ask for, and the figures it is asked about. */
typedef struct {
  char *what;
  gboolean is_named;   /* says itself what it is of */
  GPtrArray *subjects; /* of char *, borrowed */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_free (self->what);
  g_ptr_array_unref (self->subjects);
  g_free (self);
}

static Wanted *
find_or_add (GPtrArray *all, GHashTable *by_what, const char *what)
{
  Wanted *wanted = g_hash_table_lookup (by_what, what);

  if (wanted)
    return wanted;

  wanted = g_new0 (Wanted, 1);
  wanted->what = g_strdup (what);
  wanted->subjects = g_ptr_array_new ();
  g_ptr_array_add (all, wanted);
  g_hash_table_insert (by_what, wanted->what, wanted);

  return wanted;
}

static void
want (GPtrArray *all, GHashTable *by_what, const char *what, const char *subject)
{
  if (!what || !*what)
    return;

  g_ptr_array_add (find_or_add (all, by_what, what)->subjects, (gpointer) (subject ? subject : ""));
}

/* What is asked for of reasons names their statements and figures. */
static gboolean
is_of_reasons (ScrutinyFinding *finding)
{
  const char *id = scrutiny_finding_get_id (finding);

  return g_str_has_prefix (id, "because.") || g_str_has_prefix (id, "linkage.");
}

static void
want_of (GPtrArray *all, GHashTable *by_what, ScrutinyFinding *finding)
{
  g_autofree char *request = scrutiny_finding_dup_request (finding, NULL);

  want (all, by_what, request, scrutiny_finding_get_subject (finding));
  if (request && *request && is_of_reasons (finding))
    find_or_add (all, by_what, request)->is_named = TRUE;
}

/* What is being asked for, and what was already. */
typedef struct {
  GPtrArray *all;       /* of Wanted */
  GHashTable *by_what;  /* Wanted by what is asked for */
  GHashTable *sections; /* ReportSection by the id of its indicator */
  GHashTable *asked;    /* of ScrutinyFinding */
} Collecting;

/* Reasons are asked about once, and what they lack is asked for with that: the figure or the
 * evidence that is not there.
 */
static void
want_what_reasons_lack (const Collecting *self, ScrutinyFinding *question)
{
  static const char *const lacks[] = { "because.no-evidence", "because.harm-not-measured",
                                       "linkage.not-measured", "linkage.companion-asked", NULL };
  const char *subject = scrutiny_finding_get_subject (question);
  const ReportSection *section =
      is_of_reasons (question) && subject ? g_hash_table_lookup (self->sections, subject) : NULL;

  for (guint k = 0; section && k < section->findings->len; k++) {
    ScrutinyFinding *finding = section->findings->pdata[k];

    if (g_strv_contains (lacks, scrutiny_finding_get_id (finding)) &&
        g_hash_table_add (self->asked, finding))
      want_of (self->all, self->by_what, finding);
  }
}

static GHashTable *
index_sections (GPtrArray *sections)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sections->len; i++) {
    ReportSection *section = sections->pdata[i];

    if (section->indicator)
      g_hash_table_insert (index, (gpointer) scrutiny_indicator_get_id (section->indicator),
                           section);
  }

  return index;
}

/* What the questions need comes first, in their order. */
static void
collect_from_findings (const ReportContent *content, GPtrArray *all, GHashTable *by_what)
{
  g_autoptr (GHashTable) asked = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) sections = index_sections (content->sections);
  const Collecting collecting = { all, by_what, sections, asked };

  for (guint i = 0; i < content->questions->len; i++) {
    if (g_hash_table_add (asked, content->questions->pdata[i]))
      want_of (all, by_what, content->questions->pdata[i]);
    want_what_reasons_lack (&collecting, content->questions->pdata[i]);
  }
  for (guint i = 0; i < content->sections->len; i++) {
    const ReportSection *section = content->sections->pdata[i];

    for (guint k = 0; k < section->findings->len; k++)
      if (!g_hash_table_contains (asked, section->findings->pdata[k]))
        want_of (all, by_what, section->findings->pdata[k]);
  }
}

static GPtrArray *
collect (const ReportContent *content)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (wanted_free);
  g_autoptr (GHashTable) by_what = g_hash_table_new (g_str_hash, g_str_equal);

  collect_from_findings (content, all, by_what);
  for (guint i = 0; i < content->omissions->len; i++) {
    const ReportOmission *omission = content->omissions->pdata[i];

    want (all, by_what, omission->request, omission->subject);
  }

  return all;
}

/* "The last two years by month: repairs; calls; and 12 more" */
static char *
dup_what (const ReportContent *content, const Wanted *wanted)
{
  ScrutinyDossier *dossier = content->dossier;
  const guint n = wanted->subjects->len;
  const guint n_named = n > MOST_NAMED ? MOST_NAMED - 1 : n;
  GString *what = g_string_new (wanted->what);

  if (what->len > 0 && what->str[what->len - 1] == '.')
    g_string_truncate (what, what->len - 1);
  if (wanted->is_named || scrutiny_dossier_get_n_indicators (dossier) < 2)
    return g_string_free (what, FALSE);

  if (n > MOST_NAMED && n == scrutiny_dossier_get_n_indicators (dossier)) {
    g_string_append_printf (what, ": all %u figures", n);
    return g_string_free (what, FALSE);
  }

  for (guint i = 0; i < n_named; i++) {
    g_autofree char *name = figure_name_dup_of_subject (content, wanted->subjects->pdata[i]);

    if (name)
      g_string_append_printf (what, "%s%s", i == 0 ? ": " : "; ", name);
  }
  if (n > n_named)
    g_string_append_printf (what, "; and %u more", n - n_named);

  return g_string_free (what, FALSE);
}

static const char *
owner_of (ScrutinyDossier *dossier, const char *subject)
{
  ScrutinyIndicator *indicator = scrutiny_dossier_find_indicator (dossier, subject, NULL);

  return indicator ? scrutiny_indicator_get_owner (indicator) : NULL;
}

/* Who keeps the figures, where that is recorded and the same for each of them. */
static const char *
whom_to_ask (ScrutinyDossier *dossier, const Wanted *wanted)
{
  const char *owner = owner_of (dossier, wanted->subjects->pdata[0]);

  for (guint i = 1; i < wanted->subjects->len; i++)
    if (g_strcmp0 (owner_of (dossier, wanted->subjects->pdata[i]), owner) != 0)
      return "whoever keeps each figure";

  return owner && *owner ? owner : "whoever publishes the figure";
}

/* --- What was asked for before ------------------------------------------------------- */

static void
report_request_free (gpointer data)
{
  ReportRequest *self = data;

  g_object_unref (self->request);
  g_free (self);
}

static void
add_request_take (GPtrArray *requests, ScrutinyRequest *request, gboolean is_recorded)
{
  ReportRequest *added = g_new0 (ReportRequest, 1);

  added->request = request;
  added->is_recorded = is_recorded;
  added->is_wanted = !is_recorded;
  g_ptr_array_add (requests, added);
}

/* With the id that what it asks for gives it, where it has none of its own. */
static ScrutinyRequest *
dup_with_id (ScrutinyRequest *request)
{
  g_autofree char *id = request_id_dup (request);

  return scrutiny_request_copy_with (request, "id", id, NULL);
}

static void
add_recorded (GPtrArray *requests, ScrutinyDossier *dossier)
{
  g_autoptr (GPtrArray) recorded = scrutiny_dossier_dup_requests (dossier);

  for (guint i = 0; i < recorded->len; i++)
    add_request_take (requests, dup_with_id (recorded->pdata[i]), TRUE);
}

/* One that says of no figure that it is about it is about all of them. */
static gboolean
covers (ScrutinyRequest *request, const char *base, const char *subject)
{
  const char *about = scrutiny_request_get_about (request);

  return request_id_is_of (scrutiny_request_get_id (request), base) &&
         (!about || request_about_names (about, subject));
}

static gboolean
was_asked (GPtrArray *requests, guint n_recorded, const char *base, const char *subject)
{
  gboolean was_asked = FALSE;

  for (guint i = 0; i < n_recorded; i++) {
    ReportRequest *request = requests->pdata[i];

    if (!covers (request->request, base, subject))
      continue;
    request->is_wanted = TRUE;
    was_asked = TRUE;
  }

  return was_asked;
}

/* Leaves the figures that it was not asked about before. */
static void
drop_asked (Wanted *wanted, GPtrArray *requests, guint n_recorded, const char *base)
{
  for (guint i = wanted->subjects->len; i-- > 0;)
    if (was_asked (requests, n_recorded, base, wanted->subjects->pdata[i]))
      g_ptr_array_remove_index (wanted->subjects, i);
}

static gboolean
is_taken (const GPtrArray *requests, const char *id)
{
  for (guint i = 0; i < requests->len; i++)
    if (g_str_equal (scrutiny_request_get_id (((ReportRequest *) requests->pdata[i])->request), id))
      return TRUE;

  return FALSE;
}

static char *
dup_free_id (const GPtrArray *requests, const char *base)
{
  char *id = g_strdup (base);

  for (guint i = 2; is_taken (requests, id); i++) {
    g_free (id);
    id = g_strdup_printf ("%s-%u", base, i);
  }

  return id;
}

/* --- What is asked for now ----------------------------------------------------------- */

static char *
dup_about (const Wanted *wanted)
{
  GString *about = g_string_new (NULL);

  for (guint i = 0; i < wanted->subjects->len; i++)
    if (*(const char *) wanted->subjects->pdata[i])
      request_about_add (about, wanted->subjects->pdata[i]);

  return g_string_free (about, FALSE);
}

static ScrutinyRequest *
request_of (const ReportContent *content, const Wanted *wanted, const char *id)
{
  g_autofree char *what = dup_what (content, wanted);
  g_autofree char *about = dup_about (wanted);
  g_autoptr (ScrutinyRequest) bare =
      scrutiny_request_new (what, whom_to_ask (content->dossier, wanted), "the next meeting");
  g_autoptr (ScrutinyRequest) named = scrutiny_request_copy_with (bare, "id", id, NULL);

  return scrutiny_request_copy_with (named, "about", about, NULL);
}

GPtrArray *
report_requests_new (const ReportContent *content)
{
  GPtrArray *requests = g_ptr_array_new_with_free_func (report_request_free);
  g_autoptr (GPtrArray) all = collect (content);
  guint n_recorded;

  add_recorded (requests, content->dossier);
  n_recorded = requests->len;
  for (guint i = 0; i < all->len; i++) {
    Wanted *wanted = all->pdata[i];
    g_autofree char *base = request_id_new (wanted->what);
    g_autofree char *id = dup_free_id (requests, base);

    drop_asked (wanted, requests, n_recorded, base);
    if (wanted->subjects->len > 0)
      add_request_take (requests, request_of (content, wanted, id), FALSE);
  }

  return requests;
}
