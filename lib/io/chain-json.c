/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/chain-json.h"

#include <string.h>

#include "base/printable.h"
#include "indicator/chain-private.h"
#include "indicator/text-record.h"

#define MOST_LAG 1000

static const char *const chain_keys[] = { "claim", "statements", "reasons", "same_as", NULL };
static const char *const statement_keys[] = {
  "id", "kind", "text", "labels", "views", "harms", "companions", NULL,
};
static const char *const reason_keys[] = { "from", "because", "lag", "evidence", NULL };
static const char *const evidence_keys[] = {
  "reference", "date", "kind", "bearing", "grade", NULL,
};
static const char *const same_keys[] = { "statements", "marked_by", NULL };

/* A value of the file, and how much was said to the builder before it. */
typedef struct {
  const JsonValue *value;
  guint n_before;
} Mark;

typedef struct {
  ScrutinyChainBuilder *builder;
  GArray *marks;       /* of Mark */
  GHashTable *pairs;   /* set of char *: the reasons read so far */
  const char *from;    /* of the reason being read */
  const char *because; /* of the reason being read */
  const char *id;      /* of the statement being read */
  ChainRemark sort;    /* of the remarks being read */
} Reading;

/* Members that are neither of @own nor a detail of @details. */
static void
keep_unknown (JsonPlace *place,
              const JsonValue *value,
              const char *const *own,
              const char *const *details)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (gsize i = 0; own[i]; i++)
    g_ptr_array_add (known, (char *) own[i]);
  for (gsize i = 0; details[i]; i++)
    g_ptr_array_add (known, (char *) details[i]);
  g_ptr_array_add (known, NULL);
  json_place_keep_unknown (place, value, (const char *const *) known->pdata);
}

static void
mark (Reading *reading, const JsonValue *value)
{
  const Mark one = { value, scrutiny_chain_builder_get_n_said (reading->builder) };

  g_array_append_val (reading->marks, one);
}

/* The value that said what the builder refused. */
static const JsonValue *
find_refused (const Reading *reading, const JsonValue *root)
{
  const guint n_before = scrutiny_chain_builder_get_n_before (reading->builder);
  guint i = reading->marks->len;

  while (i > 0 && g_array_index (reading->marks, Mark, i - 1).n_before > n_before)
    i--;

  return i > 0 ? g_array_index (reading->marks, Mark, i - 1).value : root;
}

char *
chain_json_dup_kinds (void)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (int kind = SCRUTINY_STATEMENT_KIND_STATUS; kind <= SCRUTINY_STATEMENT_KIND_OUTCOME; kind++)
    g_string_append_printf (kinds, "%s%s", kind ? ", " : "",
                            scrutiny_statement_kind_get_name ((ScrutinyStatementKind) kind));
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

static gboolean
read_kind (JsonPlace *place, const JsonValue *value, ScrutinyStatementKind *kind, GError **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *kinds = NULL;
  const char *name = NULL;

  if (!json_place_need_text (place, value, "kind", &name, error))
    return FALSE;
  if (scrutiny_statement_kind_from_name (name, kind))
    return TRUE;

  shown = printable_dup (name, 40);
  kinds = chain_json_dup_kinds ();
  return json_place_refuse (place, json_value_find (value, "kind"), SCRUTINY_ERROR_UNREADABLE,
                            error, "“%s” is not a kind of statement; there are %s", shown, kinds);
}

static gpointer
read_texts (JsonPlace *place, const JsonValue *value, ChainRemark sort, GError **error)
{
  g_autoptr (GObject) remark = g_object_new (chain_remark_get_type (sort), NULL);

  for (const char *const *key = chain_remark_names[sort].texts; *key; key++) {
    const char *text = NULL;
    GObject *changed;

    if (!json_place_get_text (place, value, *key, &text, error))
      return NULL;
    changed = text_record_copy_with (remark, *key, text, error);
    g_set_object (&remark, changed);
    if (!changed) {
      json_place_prefix (place, value, error);
      return NULL;
    }
    g_object_unref (changed);
  }

  return g_steal_pointer (&remark);
}

static gboolean
read_remark (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const ChainRemarkNames *names = &chain_remark_names[reading->sort];
  const char *needed = NULL;
  g_autoptr (GObject) remark = NULL;

  if (!json_place_need_text (place, value, names->texts[0], &needed, error))
    return FALSE;
  remark = read_texts (place, value, reading->sort, error);
  if (!remark)
    return FALSE;

  scrutiny_chain_builder_add_remark (reading->builder, reading->id, reading->sort, remark);
  json_place_keep_unknown (place, value, names->texts);
  return TRUE;
}

static gboolean
read_remarks (JsonPlace *place, const JsonValue *value, Reading *reading, GError **error)
{
  for (ChainRemark sort = 0; sort < N_REMARKS; sort++) {
    reading->sort = sort;
    if (!json_place_each (place, value, chain_remark_names[sort].key, read_remark, reading, error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
read_labels (JsonPlace *place, const JsonValue *value, Reading *reading, GError **error)
{
  const JsonValue *labels = NULL;

  if (!json_place_get (place, value, "labels", JSON_ARRAY, &labels, error))
    return FALSE;
  for (guint i = 0; labels && i < json_value_get_n_items (labels); i++) {
    const JsonValue *label = json_value_get_item (labels, i);

    if (label->kind != JSON_STRING)
      return json_place_refuse (place, label, SCRUTINY_ERROR_UNREADABLE, error,
                                "“labels” are texts: [\"ecm.stay-safe\"]");
    scrutiny_chain_builder_add_label (reading->builder, reading->id, label->text);
  }

  return TRUE;
}

static gboolean
read_statement (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const char *id = NULL;
  const char *text = NULL;
  ScrutinyStatementKind kind = SCRUTINY_STATEMENT_KIND_STATUS;

  if (!json_place_need_text (place, value, "id", &id, error) ||
      !json_place_need_text (place, value, "text", &text, error) ||
      !read_kind (place, value, &kind, error))
    return FALSE;

  mark (reading, value);
  scrutiny_chain_builder_state (reading->builder, id, kind, text);
  for (gsize i = 0; statement_detail_names[i]; i++) {
    const char *name = statement_detail_names[i], *detail = NULL;

    if (!json_place_get_text (place, value, name, &detail, error))
      return FALSE;
    if (detail)
      scrutiny_chain_builder_set_detail (reading->builder, id, name, detail);
  }
  keep_unknown (place, value, statement_keys, statement_detail_names);
  reading->id = id;
  return read_labels (place, value, reading, error) && read_remarks (place, value, reading, error);
}

static gboolean
set_text (ScrutinyEvidence **evidence, const char *property, const char *text, GError **error)
{
  ScrutinyEvidence *changed;

  if (!text)
    return TRUE;

  changed = scrutiny_evidence_copy_with (*evidence, property, text, error);
  g_object_unref (*evidence);
  *evidence = changed;
  return changed != NULL;
}

static gboolean
read_evidence (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (ScrutinyEvidence) evidence = NULL;
  const char *reference = NULL;
  const char *date = NULL;
  const char *kind = NULL;
  const char *bearing = NULL;
  const char *grade = NULL;

  if (!json_place_need_text (place, value, "reference", &reference, error) ||
      !json_place_get_text (place, value, "date", &date, error) ||
      !json_place_get_text (place, value, "kind", &kind, error) ||
      !json_place_get_text (place, value, "bearing", &bearing, error) ||
      !json_place_get_text (place, value, "grade", &grade, error))
    return FALSE;

  evidence = scrutiny_evidence_new (reference, date);
  if (!set_text (&evidence, "kind", kind, error) ||
      !set_text (&evidence, "bearing", bearing, error) ||
      !set_text (&evidence, "grade", grade, error))
    return json_place_prefix (place, value, error);

  mark (reading, value);
  scrutiny_chain_builder_because (reading->builder, reading->from, reading->because, evidence);
  json_place_keep_unknown (place, value, evidence_keys);
  return TRUE;
}

/* Two entries would become one reason, and what is kept by position would lose its place. */
static gboolean
check_pair (JsonPlace *place, const JsonValue *value, Reading *reading, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *because = NULL;

  if (g_hash_table_add (reading->pairs, g_strconcat (reading->from, "\n", reading->because, NULL)))
    return TRUE;

  from = printable_dup (reading->from, 40);
  because = printable_dup (reading->because, 40);
  return json_place_refuse (place, value, SCRUTINY_ERROR_UNREADABLE, error,
                            "the reason from “%s” because “%s” stands twice; put the evidence "
                            "of both into one",
                            from, because);
}

static gboolean
read_reason (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  guint lag = G_MAXUINT;

  if (!json_place_need_text (place, value, "from", &reading->from, error) ||
      !json_place_need_text (place, value, "because", &reading->because, error) ||
      !json_place_get_uint (place, value, "lag", MOST_LAG, &lag, error))
    return FALSE;

  if (!check_pair (place, value, reading, error))
    return FALSE;
  mark (reading, value);
  scrutiny_chain_builder_because (reading->builder, reading->from, reading->because, NULL);
  for (gsize i = 0; reason_detail_names[i]; i++) {
    const char *name = reason_detail_names[i], *detail = NULL;

    if (!json_place_get_text (place, value, name, &detail, error))
      return FALSE;
    if (detail)
      scrutiny_chain_builder_set_reason_detail (reading->builder, reading->from, reading->because,
                                                name, detail);
  }
  if (lag <= MOST_LAG)
    scrutiny_chain_builder_set_lag (reading->builder, reading->from, reading->because, (int) lag);

  keep_unknown (place, value, reason_keys, reason_detail_names);
  return json_place_each (place, value, "evidence", read_evidence, reading, error);
}

static gboolean
read_same (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const JsonValue *pair;
  const char *marked_by = NULL;

  if (!json_place_get (place, value, "statements", JSON_ARRAY, &pair, error) ||
      !json_place_get_text (place, value, "marked_by", &marked_by, error))
    return FALSE;
  if (!pair || json_value_get_n_items (pair) != 2 ||
      json_value_get_item (pair, 0)->kind != JSON_STRING ||
      json_value_get_item (pair, 1)->kind != JSON_STRING)
    return json_place_refuse (place, value, SCRUTINY_ERROR_UNREADABLE, error,
                              "“statements” names the two that say the same: [\"talked\", "
                              "\"done\"]");

  mark (reading, value);
  scrutiny_chain_builder_same_as (reading->builder, json_value_get_item (pair, 0)->text,
                                  json_value_get_item (pair, 1)->text, marked_by);
  json_place_keep_unknown (place, value, same_keys);
  return TRUE;
}

static gboolean
read_claim (JsonPlace *place, const JsonValue *value, Reading *reading, GError **error)
{
  const char *claim = NULL;

  if (!json_place_get_text (place, value, "claim", &claim, error))
    return FALSE;
  if (claim) {
    mark (reading, json_value_find (value, "claim"));
    scrutiny_chain_builder_set_claim (reading->builder, claim);
  }

  return TRUE;
}

ScrutinyChain *
chain_json_read (JsonPlace *place,
                 const JsonValue *value,
                 const GPtrArray *vocabularies,
                 GError **error)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (ScrutinyChain) chain = NULL;
  Reading reading = { .builder = builder, .marks = marks, .pairs = pairs };

  for (guint i = 0; vocabularies && i < vocabularies->len; i++)
    scrutiny_chain_builder_use_vocabulary (builder, vocabularies->pdata[i]);
  if (!json_place_each (place, value, "statements", read_statement, &reading, error) ||
      !json_place_each (place, value, "reasons", read_reason, &reading, error) ||
      !json_place_each (place, value, "same_as", read_same, &reading, error) ||
      !read_claim (place, value, &reading, error))
    return NULL;

  chain = scrutiny_chain_builder_end (builder, error);
  if (!chain) {
    json_place_prefix (place, find_refused (&reading, value), error);
    return NULL;
  }

  json_place_keep_unknown (place, value, chain_keys);
  return g_steal_pointer (&chain);
}

static JsonValue *
remark_new (GObject *remark, const char *const *texts)
{
  JsonValue *self = json_value_new (JSON_OBJECT);

  for (const char *const *key = texts; *key; key++) {
    g_autofree char *text = NULL;

    g_object_get (remark, *key, &text, NULL);
    json_value_set_text (self, *key, text);
  }

  return self;
}

static void
set_labels (JsonValue *self, const ChainStatement *statement)
{
  JsonValue *labels = statement->labels ? json_value_new (JSON_ARRAY) : NULL;

  for (guint i = 0; labels && i < statement->labels->len; i++)
    json_value_add (labels, json_value_new_string (statement->labels->pdata[i]));
  if (labels)
    json_value_set (self, "labels", labels);
}

static void
set_remarks (JsonValue *self, const ChainStatement *statement)
{
  for (gsize i = 0; i < N_REMARKS; i++) {
    const GPtrArray *remarks = statement->remarks[i];
    JsonValue *list = remarks ? json_value_new (JSON_ARRAY) : NULL;

    for (guint k = 0; list && k < remarks->len; k++)
      json_value_add (list, remark_new (remarks->pdata[k], chain_remark_names[i].texts));
    if (list)
      json_value_set (self, chain_remark_names[i].key, list);
  }
}

static JsonValue *
statement_new (const ChainStatement *statement)
{
  JsonValue *self = json_value_new (JSON_OBJECT);

  json_value_set_text (self, "id", statement->id);
  json_value_set_text (self, "kind", scrutiny_statement_kind_get_name (statement->kind));
  json_value_set_text (self, "text", statement->text);
  for (gsize i = 0; i < N_STATEMENT_DETAILS; i++)
    json_value_set_text (self, statement_detail_names[i], statement->details[i]);
  set_labels (self, statement);
  set_remarks (self, statement);
  return self;
}

static JsonValue *
evidence_new (ScrutinyEvidence *evidence)
{
  JsonValue *self = json_value_new (JSON_OBJECT);

  json_value_set_text (self, "reference", scrutiny_evidence_get_reference (evidence));
  json_value_set_text (self, "date", scrutiny_evidence_get_date (evidence));
  json_value_set_text (self, "kind", scrutiny_evidence_get_kind (evidence));
  json_value_set_text (self, "bearing", scrutiny_evidence_get_bearing (evidence));
  json_value_set_text (self, "grade", scrutiny_evidence_get_grade (evidence));
  return self;
}

static JsonValue *
reason_new (const ChainReason *reason)
{
  JsonValue *self = json_value_new (JSON_OBJECT);
  JsonValue *evidence;

  json_value_set_text (self, "from", reason->statement->id);
  json_value_set_text (self, "because", reason->reason->id);
  for (gsize i = 0; i < N_REASON_DETAILS; i++)
    json_value_set_text (self, reason_detail_names[i], reason->details[i]);
  if (reason->lag >= 0)
    json_value_set (self, "lag", json_value_new_number (reason->lag));
  if (reason->evidence->len > 0) {
    evidence = json_value_new (JSON_ARRAY);
    for (guint i = 0; i < reason->evidence->len; i++)
      json_value_add (evidence, evidence_new (reason->evidence->pdata[i]));
    json_value_set (self, "evidence", evidence);
  }
  return self;
}

static JsonValue *
same_new (const ChainSame *same)
{
  JsonValue *self = json_value_new (JSON_OBJECT);
  JsonValue *pair = json_value_new (JSON_ARRAY);

  json_value_add (pair, json_value_new_string (same->one->id));
  json_value_add (pair, json_value_new_string (same->other->id));
  json_value_set (self, "statements", pair);
  json_value_set_text (self, "marked_by", same->marked_by);
  return self;
}

JsonValue *
chain_json_new (ScrutinyChain *chain)
{
  JsonValue *self = json_value_new (JSON_OBJECT);
  JsonValue *statements = json_value_new (JSON_ARRAY);
  JsonValue *reasons = json_value_new (JSON_ARRAY);
  JsonValue *sames = json_value_new (JSON_ARRAY);

  json_value_set_text (self, "claim", scrutiny_chain_get_claim (chain));
  json_value_set (self, "statements", statements);
  json_value_set (self, "reasons", reasons);
  json_value_set (self, "same_as", sames);
  for (guint i = 0; i < chain->statements->len; i++)
    json_value_add (statements, statement_new (chain->statements->pdata[i]));
  for (guint i = 0; i < chain->reasons->len; i++)
    json_value_add (reasons, reason_new (chain->reasons->pdata[i]));
  for (guint i = 0; i < chain->sames->len; i++)
    json_value_add (sames, same_new (chain->sames->pdata[i]));
  return self;
}
