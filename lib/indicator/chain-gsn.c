/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/json-writer.h"
#include "base/printable.h"
#include "indicator/chain-drawing.h"

#include <string.h>

/* In the Goal Structuring Notation a statement is a goal, a reason a strategy that leads from it to
 * two goals: the statement it gives, and that the step holds, which evidence is a solution for.
 * Elements are called by their letters and the place of what they are of: G0, S0, E0 for the step.
 */
typedef struct {
  JsonWriter *writer;
  ScrutinyChain *chain;
  GHashTable *places;  /* of statements */
  GHashTable *numbers; /* of reasons, from 0 */
} Gsn;

static void
write_text (const Gsn *self, const char *text)
{
  g_autofree char *printable = printable_dup (text, 0);

  json_writer_member_string (self->writer, "text", printable);
}

static void
begin_element (const Gsn *self, const char *letters, guint number, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%s%u", letters, number);

  json_writer_key (self->writer, key);
  json_writer_begin_object (self->writer);
  write_text (self, text);
}

static void
write_name (const Gsn *self, const char *letters, guint number)
{
  g_autofree char *name = g_strdup_printf ("%s%u", letters, number);

  json_writer_string (self->writer, name);
}

static void
begin_names (const Gsn *self, const char *key)
{
  json_writer_key (self->writer, key);
  json_writer_begin_array (self->writer);
}

/* “who: tenants; how_many: 2,839”. */
static void
append_recorded (GString *out, const char *name, const char *text)
{
  if (text && *text)
    g_string_append_printf (out, "%s%s: %s", out->len ? "; " : "", name, text);
}

/* What is recorded of a statement, but for what would show it wrong. */
static char *
dup_context (const ChainStatement *statement)
{
  GString *out = g_string_new (NULL);

  append_recorded (out, "kind", scrutiny_statement_kind_get_name (statement->kind));
  for (gsize i = 0; i < N_STATEMENT_DETAILS; i++)
    if (i != STATEMENT_WRONG_IF)
      append_recorded (out, statement_detail_names[i], statement->details[i]);

  return g_string_free (out, FALSE);
}

static char *
dup_context_of_reason (const ChainReason *reason)
{
  g_autofree char *lag = reason->lag >= 0 ? g_strdup_printf ("%d", reason->lag) : NULL;
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < N_REASON_DETAILS; i++)
    if (i != REASON_WRONG_IF && i != REASON_MECHANISM)
      append_recorded (out, reason_detail_names[i], reason->details[i]);
  append_recorded (out, "lag", lag);

  return g_string_free (out, FALSE);
}

/* A view, a harm or a companion: its sort, then what it holds. */
static char *
dup_remark (GObject *remark, const ChainRemarkNames *names)
{
  GString *out = g_string_new (NULL);

  for (const char *const *name = names->texts; *name; name++) {
    g_autofree char *text = NULL;

    g_object_get (remark, *name, &text, NULL);
    append_recorded (out, name == names->texts ? names->name : *name, text);
  }

  return g_string_free (out, FALSE);
}

static void
write_element (const Gsn *self, const char *letters, guint number, const char *text)
{
  begin_element (self, letters, number, text);
  json_writer_end_object (self->writer);
}

/* Each remark of a statement as a context of its own; gives how many there are. */
static guint
each_remark (const Gsn *self, const ChainStatement *statement, guint place, gboolean in_full)
{
  g_autofree char *letters = g_strdup_printf ("C%u_", place);
  guint n = 0;

  for (gsize i = 0; i < N_REMARKS; i++) {
    const GPtrArray *remarks = statement->remarks[i];

    for (guint k = 0; remarks && k < remarks->len; k++, n++) {
      g_autofree char *text = dup_remark (remarks->pdata[k], &chain_remark_names[i]);

      if (in_full)
        write_element (self, letters, n, text);
      else
        write_name (self, letters, n);
    }
  }

  return n;
}

/* A goal without support is undeveloped: nothing is recorded after it. */
static void
write_support (const Gsn *self, const ChainStatement *statement)
{
  if (statement->reasons->len == 0) {
    json_writer_key (self->writer, "undeveloped");
    json_writer_boolean (self->writer, TRUE);
    return;
  }

  begin_names (self, "supportedBy");
  for (guint i = 0; i < statement->reasons->len; i++)
    write_name (self, "S", chain_place_of (self->numbers, statement->reasons->pdata[i]));
  json_writer_end_array (self->writer);
}

static void
write_goal (const Gsn *self, guint place, const ChainStatement *statement)
{
  const char *wrong_if = statement->details[STATEMENT_WRONG_IF];
  g_autofree char *context = dup_context (statement);

  begin_element (self, "G", place, statement->text);
  write_support (self, statement);
  begin_names (self, "inContextOf");
  write_name (self, "C", place);
  if (wrong_if)
    write_name (self, "A", place);
  each_remark (self, statement, place, FALSE);
  json_writer_end_array (self->writer);
  json_writer_end_object (self->writer);

  write_element (self, "C", place, context);
  if (wrong_if) {
    g_autofree char *text = g_strconcat ("It would not be so if: ", wrong_if, NULL);

    write_element (self, "A", place, text);
  }
  each_remark (self, statement, place, TRUE);
}

static gboolean
bears (ScrutinyEvidence *evidence, const char *bearing)
{
  return g_str_equal (scrutiny_evidence_get_bearing (evidence), bearing);
}

static guint
count_bearing (const ChainReason *reason, const char *bearing)
{
  guint n = 0;

  for (guint i = 0; i < reason->evidence->len; i++)
    n += bears (reason->evidence->pdata[i], bearing);

  return n;
}

/* Those items of evidence that bear so, under @key. */
static void
write_solutions (const Gsn *self,
                 const ChainReason *reason,
                 guint number,
                 const char *key,
                 const char *bearing)
{
  g_autofree char *letters = g_strdup_printf ("Sn%u_", number);

  if (count_bearing (reason, bearing) == 0)
    return;
  begin_names (self, key);
  for (guint i = 0; i < reason->evidence->len; i++)
    if (bears (reason->evidence->pdata[i], bearing))
      write_name (self, letters, i);
  json_writer_end_array (self->writer);
}

static void
write_evidence (const Gsn *self, guint number, guint index, ScrutinyEvidence *evidence)
{
  g_autofree char *letters = g_strdup_printf ("Sn%u_", number);
  g_autofree char *step = g_strdup_printf ("GStep%u", number);
  g_autoptr (GString) text = g_string_new (scrutiny_evidence_get_reference (evidence));

  append_recorded (text, "date", scrutiny_evidence_get_date (evidence));
  append_recorded (text, "kind", scrutiny_evidence_get_kind (evidence));
  append_recorded (text, "bearing", scrutiny_evidence_get_bearing (evidence));
  append_recorded (text, "grade", scrutiny_evidence_get_grade (evidence));
  begin_element (self, letters, index, text->str);
  json_writer_key (self->writer, "nodeType");
  json_writer_string (self->writer, bears (evidence, "neutral") ? "Context" : "Solution");
  if (bears (evidence, "contradicts")) {
    begin_names (self, "challenges");
    json_writer_string (self->writer, step);
    json_writer_end_array (self->writer);
  }
  json_writer_end_object (self->writer);
}

/* That one thing brings the other about: what evidence is offered for. */
static void
write_step (const Gsn *self, guint number, const ChainReason *reason)
{
  g_autofree char *text = g_strdup_printf ("The step from “%s” to “%s” holds",
                                           reason->statement->text, reason->reason->text);

  begin_element (self, "GStep", number, text);
  if (count_bearing (reason, "supports") == 0) {
    json_writer_key (self->writer, "undeveloped");
    json_writer_boolean (self->writer, TRUE);
  }
  write_solutions (self, reason, number, "supportedBy", "supports");
  write_solutions (self, reason, number, "inContextOf", "neutral");
  json_writer_end_object (self->writer);
  for (guint i = 0; i < reason->evidence->len; i++)
    write_evidence (self, number, i, reason->evidence->pdata[i]);
}

static void
write_context_of_reason (const Gsn *self, guint number, const char *context, const char *wrong_if)
{
  if (!*context && !wrong_if)
    return;
  begin_names (self, "inContextOf");
  if (*context)
    write_name (self, "CStep", number);
  if (wrong_if)
    write_name (self, "AStep", number);
  json_writer_end_array (self->writer);
}

static void
write_strategy (const Gsn *self, guint number, const ChainReason *reason)
{
  const char *mechanism = reason->details[REASON_MECHANISM];
  const char *wrong_if = reason->details[REASON_WRONG_IF];
  g_autofree char *context = dup_context_of_reason (reason);

  begin_element (self, "S", number,
                 mechanism ? mechanism : "How the one is to bring the other about is not recorded");
  begin_names (self, "supportedBy");
  write_name (self, "G", chain_place_of (self->places, reason->reason));
  write_name (self, "GStep", number);
  json_writer_end_array (self->writer);
  write_context_of_reason (self, number, context, wrong_if);
  json_writer_end_object (self->writer);

  if (*context)
    write_element (self, "CStep", number, context);
  if (wrong_if) {
    g_autofree char *text = g_strconcat ("It would not be so if: ", wrong_if, NULL);

    write_element (self, "AStep", number, text);
  }
  write_step (self, number, reason);
}

/* Elements that nothing refers to say which statements are the same. */
static void
write_same (const Gsn *self, guint number, const ChainSame *same)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text, "G%u and G%u say the same: “%s” and “%s”", chain_place_of (self->places, same->one),
      chain_place_of (self->places, same->other), same->one->text, same->other->text);
  append_recorded (text, "marked_by", same->marked_by);
  write_element (self, "J", number, text->str);
}

static void
write_all (const Gsn *self)
{
  json_writer_begin_object (self->writer);
  for (guint i = 0; i < self->chain->statements->len; i++)
    write_goal (self, i, self->chain->statements->pdata[i]);
  for (guint i = 0; i < self->chain->reasons->len; i++)
    write_strategy (self, i, self->chain->reasons->pdata[i]);
  for (guint i = 0; i < self->chain->sames->len; i++)
    write_same (self, i, self->chain->sames->pdata[i]);
  json_writer_end_object (self->writer);
}

/**
 * scrutiny_chain_dup_gsn:
 * @self: a chain
 *
 * Writes the chain in the Goal Structuring Notation, as JSON that is also YAML for gsn2x.
 *
 * A statement is a goal in the context of what is recorded of it. A reason is a strategy: it is
 * supported by the statement it gives and by a goal of its own, that the step holds, which evidence
 * is a solution for. A goal that nothing supports is `undeveloped`; evidence that points the other
 * way `challenges` the step, and neutral evidence is context. What would show something wrong is an
 * assumption, a mark that two statements are the same a justification.
 *
 * Returns: (transfer full): one object of elements by their names
 *
 * Since: 0.1
 */
char *
scrutiny_chain_dup_gsn (ScrutinyChain *self)
{
  g_autoptr (GHashTable) places = NULL, numbers = NULL;
  GString *out;
  JsonWriter writer;
  Gsn gsn;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  places = chain_places_new (self);
  numbers = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->reasons->len; i++)
    g_hash_table_insert (numbers, self->reasons->pdata[i], GUINT_TO_POINTER (i));
  out = g_string_new (NULL);
  json_writer_init (&writer, out);
  gsn = (Gsn){ .writer = &writer, .chain = self, .places = places, .numbers = numbers };
  write_all (&gsn);

  return g_string_free (out, FALSE);
}
