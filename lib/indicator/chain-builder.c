/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chain-builder.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/chain-private.h"
#include "indicator/object-list.h"

/* What was said, in the order it can be understood in: a reason needs its statements. */
typedef enum {
  SAID_STATEMENT,
  SAID_REASON,
  SAID_SAME,
  SAID_DETAIL,
  SAID_REMARK,
  SAID_LABEL,
  SAID_REASON_DETAIL,
  SAID_LAG,
  SAID_CLAIM,
  N_SAID,
} Said;

typedef struct {
  Said said;
  char *id;
  char *other_id;
  char *text;
  char *name;      /* of a detail or a remark */
  int number;      /* a kind, a lag or a ChainRemark */
  GObject *object; /* evidence or a remark */
} Entry;

/**
 * ScrutinyChainBuilder:
 *
 * Collects statements and reasons, and makes a [class@Chain] of them.
 *
 * Nothing is checked until [method@ChainBuilder.end]: statements, reasons and marks may
 * come in any order.
 *
 * Since: 0.1
 */
struct _ScrutinyChainBuilder {
  GObject parent_instance;

  GPtrArray *entries;      /* of Entry */
  GPtrArray *vocabularies; /* of ScrutinyVocabulary; NULL: none */
  guint n_before;          /* how many were said before the one that was refused last */
};

G_DEFINE_FINAL_TYPE (ScrutinyChainBuilder, scrutiny_chain_builder, G_TYPE_OBJECT)

#define NAMED_AT_MOST 12 /* ids that a message lists */

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->other_id);
  g_free (entry->text);
  g_free (entry->name);
  g_clear_object (&entry->object);
  g_free (entry);
}

static void
scrutiny_chain_builder_finalize (GObject *object)
{
  ScrutinyChainBuilder *self = SCRUTINY_CHAIN_BUILDER (object);

  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->vocabularies, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_chain_builder_parent_class)->finalize (object);
}

static void
scrutiny_chain_builder_class_init (ScrutinyChainBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_chain_builder_finalize;
}

static void
scrutiny_chain_builder_init (ScrutinyChainBuilder *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

static char *
dup_valid (const char *text)
{
  return text ? g_utf8_make_valid (text, -1) : NULL;
}

static Entry *
add_entry (ScrutinyChainBuilder *self,
           Said said,
           const char *id,
           const char *other_id,
           const char *text)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->said = said;
  entry->id = dup_valid (id);
  entry->other_id = dup_valid (other_id);
  entry->text = dup_valid (text);
  g_ptr_array_add (self->entries, entry);

  return entry;
}

/**
 * scrutiny_chain_builder_new:
 *
 * Creates a builder with nothing in it.
 *
 * Returns: (transfer full): the builder
 *
 * Since: 0.1
 */
ScrutinyChainBuilder *
scrutiny_chain_builder_new (void)
{
  return g_object_new (SCRUTINY_TYPE_CHAIN_BUILDER, NULL);
}

/**
 * scrutiny_chain_builder_state:
 * @self: a builder
 * @id: a short name for the statement, used only to refer to it
 * @kind: what the statement is about
 * @text: what it says
 *
 * Adds a statement.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_state (ScrutinyChainBuilder *self,
                              const char *id,
                              ScrutinyStatementKind kind,
                              const char *text)
{
  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));
  g_return_if_fail (id != NULL && text != NULL);

  add_entry (self, SAID_STATEMENT, id, NULL, text)->number = (int) kind;
}

/**
 * scrutiny_chain_builder_because:
 * @self: a builder
 * @id: a statement's id
 * @reason_id: the id of the statement it rests on
 * @evidence: (nullable): what is offered for it
 *
 * Gives one statement as a reason for another.
 *
 * Given again with other evidence, the reason has both.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_because (ScrutinyChainBuilder *self,
                                const char *id,
                                const char *reason_id,
                                ScrutinyEvidence *evidence)
{
  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));
  g_return_if_fail (id != NULL && reason_id != NULL);
  g_return_if_fail (evidence == NULL || SCRUTINY_IS_EVIDENCE (evidence));

  g_set_object (&add_entry (self, SAID_REASON, id, reason_id, NULL)->object, (GObject *) evidence);
}

/**
 * scrutiny_chain_builder_same_as:
 * @self: a builder
 * @id: a statement's id
 * @other_id: another statement's id
 * @marked_by: (nullable): who says so, and when
 *
 * Marks two statements as saying the same in other words.
 *
 * Only a person can tell; the library never guesses.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_same_as (ScrutinyChainBuilder *self,
                                const char *id,
                                const char *other_id,
                                const char *marked_by)
{
  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));
  g_return_if_fail (id != NULL && other_id != NULL);

  add_entry (self, SAID_SAME, id, other_id, marked_by);
}

/**
 * scrutiny_chain_builder_set_who:
 * @self: a builder
 * @id: a statement's id
 * @who: (nullable): the people whose lives it is about
 *
 * Names the people a statement is about.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_set_who (ScrutinyChainBuilder *self, const char *id, const char *who)
{
  scrutiny_chain_builder_set_detail (self, id, statement_detail_names[STATEMENT_WHO], who);
}

/**
 * scrutiny_chain_builder_set_detail:
 * @self: a builder
 * @id: a statement's id
 * @name: which: `who` it is about, `how_many` they are, `by_when`, `measured_by` (the id of an
 *   indicator), `wrong_if` (what would show that it is not so), `confirmed_by` (who confirmed its
 * kind)
 * @text: (nullable): what is recorded
 *
 * Records something of a statement besides its words.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_set_detail (ScrutinyChainBuilder *self,
                                   const char *id,
                                   const char *name,
                                   const char *text)
{
  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));
  g_return_if_fail (id != NULL && name != NULL);

  add_entry (self, SAID_DETAIL, id, NULL, text)->name = dup_valid (name);
}

void
scrutiny_chain_builder_add_remark (ScrutinyChainBuilder *self,
                                   const char *id,
                                   ChainRemark sort,
                                   GObject *remark)
{
  Entry *entry;

  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));
  g_return_if_fail (id != NULL);

  entry = add_entry (self, SAID_REMARK, id, NULL, NULL);
  entry->name = g_strdup (chain_remark_names[sort].name);
  entry->number = (int) sort;
  entry->object = g_object_ref (remark);
}

/**
 * scrutiny_chain_builder_add_label:
 * @self: a builder
 * @id: a statement's id
 * @label: a label of a vocabulary, such as `ecm.stay-safe`
 *
 * Records where people would look for a statement. No check is passed by it.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_add_label (ScrutinyChainBuilder *self, const char *id, const char *label)
{
  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));
  g_return_if_fail (id != NULL && label != NULL);

  add_entry (self, SAID_LABEL, id, NULL, label);
}

/**
 * scrutiny_chain_builder_use_vocabulary:
 * @self: a builder
 * @vocabulary: where labels may come from, besides the vocabularies that the library knows
 *
 * Adds a vocabulary, such as a council's own outcomes.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_use_vocabulary (ScrutinyChainBuilder *self, ScrutinyVocabulary *vocabulary)
{
  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));
  g_return_if_fail (SCRUTINY_IS_VOCABULARY (vocabulary));

  object_list_add (&self->vocabularies, vocabulary);
}

/**
 * scrutiny_chain_builder_set_mechanism:
 * @self: a builder
 * @id: a statement's id
 * @reason_id: the id of a reason for it
 * @mechanism: (nullable): how the one is to bring the other about
 *
 * Says how a reason works.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_set_mechanism (ScrutinyChainBuilder *self,
                                      const char *id,
                                      const char *reason_id,
                                      const char *mechanism)
{
  scrutiny_chain_builder_set_reason_detail (self, id, reason_id,
                                            reason_detail_names[REASON_MECHANISM], mechanism);
}

/**
 * scrutiny_chain_builder_set_reason_detail:
 * @self: a builder
 * @id: a statement's id
 * @reason_id: the id of a reason for it
 * @name: which: `mechanism` (how the one is to bring the other about), `expected` (`up` or `down`:
 *   which way the reason's figure moves when the statement's rises), `wrong_if` (what would show
 *   that it is not so), `author`, `date`
 * @text: (nullable): what is recorded
 *
 * Records something of a reason.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_set_reason_detail (ScrutinyChainBuilder *self,
                                          const char *id,
                                          const char *reason_id,
                                          const char *name,
                                          const char *text)
{
  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));
  g_return_if_fail (id != NULL && reason_id != NULL && name != NULL);

  add_entry (self, SAID_REASON_DETAIL, id, reason_id, text)->name = dup_valid (name);
}

/**
 * scrutiny_chain_builder_set_lag:
 * @self: a builder
 * @id: a statement's id
 * @reason_id: the id of a reason for it
 * @periods: how many periods lie between them, -1 for not stated
 *
 * Says how long a reason takes to work.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_set_lag (ScrutinyChainBuilder *self,
                                const char *id,
                                const char *reason_id,
                                int periods)
{
  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));
  g_return_if_fail (id != NULL && reason_id != NULL);

  add_entry (self, SAID_LAG, id, reason_id, NULL)->number = periods;
}

/**
 * scrutiny_chain_builder_set_claim:
 * @self: a builder
 * @id: (nullable): a statement's id, `NULL` to have the claim found
 *
 * Records which statement the others are to bear out.
 *
 * What is not recorded is found: [method@Chain.get_claim] says how.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_set_claim (ScrutinyChainBuilder *self, const char *id)
{
  g_return_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self));

  add_entry (self, SAID_CLAIM, id, NULL, NULL);
}

/* Which of its sort it is, counted from 1 as people do: the number a message gives it. */
static guint
number_of (const ScrutinyChainBuilder *self, const Entry *entry)
{
  guint n = 1;

  for (guint i = 0; self->entries->pdata[i] != entry; i++) {
    const Entry *before = self->entries->pdata[i];

    n += before->said == entry->said && g_strcmp0 (before->name, entry->name) == 0;
  }

  return n;
}

/* “How many” of how_many. */
static char *
dup_capital (const char *name)
{
  g_autofree char *shown = printable_dup (name, 40);

  *shown = g_ascii_toupper (*shown);

  return g_strdelimit (g_steal_pointer (&shown), "_", ' ');
}

static char *
dup_place (const ScrutinyChainBuilder *self, const Entry *entry)
{
  static const char *const words[N_SAID] = {
    "Statement", "Reason", "Same-as mark", "Detail", "Remark", "Label", "Detail", "Lag", "Claim",
  };
  g_autofree char *name = entry->name ? dup_capital (entry->name) : NULL;

  return g_strdup_printf ("%s %u", name ? name : words[entry->said], number_of (self, entry));
}

static char *
dup_ids (ScrutinyChain *chain)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < chain->statements->len && i < NAMED_AT_MOST; i++) {
    const ChainStatement *statement = chain->statements->pdata[i];
    g_autofree char *shown = printable_dup (statement->id, 40);
    g_string_append_printf (ids, "%s“%s”", i ? ", " : "", shown);
  }
  if (chain->statements->len > NAMED_AT_MOST)
    g_string_append_printf (ids, " and %u more", chain->statements->len - NAMED_AT_MOST);

  return g_string_free (ids, FALSE);
}

static ChainStatement *
need_statement (const ScrutinyChainBuilder *self,
                ScrutinyChain *chain,
                const Entry *entry,
                const char *id,
                GError **error)
{
  ChainStatement *statement = scrutiny_chain_find_statement (chain, id);
  g_autofree char *place = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *ids = NULL;

  if (statement)
    return statement;

  place = dup_place (self, entry);
  shown = printable_dup (id, 40);
  ids = dup_ids (chain);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, id,
                         "%s: no statement “%s”; %s%s", place, shown,
                         *ids ? "there are " : "nothing was stated", ids);
  return NULL;
}

static ChainReason *
need_reason (const ScrutinyChainBuilder *self,
             ScrutinyChain *chain,
             const Entry *entry,
             GError **error)
{
  ChainReason *reason = scrutiny_chain_find_reason (chain, entry->id, entry->other_id);
  g_autofree char *place = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *other = NULL;

  if (reason || !need_statement (self, chain, entry, entry->id, error) ||
      !need_statement (self, chain, entry, entry->other_id, error))
    return reason;

  place = dup_place (self, entry);
  shown = printable_dup (entry->id, 40);
  other = printable_dup (entry->other_id, 40);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, entry->other_id,
                         "%s: “%s” was not given as a reason for “%s”; give the reason as well",
                         place, other, shown);
  return NULL;
}

static gboolean
refuse (const ScrutinyChainBuilder *self,
        const Entry *entry,
        ScrutinyError code,
        const char *why,
        GError **error)
{
  g_autofree char *place = dup_place (self, entry);
  g_autofree char *shown = printable_dup (entry->id, 40);

  scrutiny_set_error_at (error, code, 0, NULL, entry->id, "%s, “%s”: %s", place, shown, why);

  return FALSE;
}

static gboolean
add_statement (const ScrutinyChainBuilder *self,
               ScrutinyChain *chain,
               const Entry *entry,
               GError **error)
{
  ScrutinyStatementKind kind = (ScrutinyStatementKind) entry->number;

  if (!*entry->id)
    return refuse (self, entry, SCRUTINY_ERROR_UNREADABLE, "its id is empty; give it a short name",
                   error);
  if (scrutiny_chain_find_statement (chain, entry->id))
    return refuse (self, entry, SCRUTINY_ERROR_MISMATCH,
                   "another statement has the same id; give each its own", error);
  if (!scrutiny_statement_kind_get_name (kind))
    return refuse (self, entry, SCRUTINY_ERROR_OUT_OF_RANGE, "its kind is not a kind of statement",
                   error);

  scrutiny_chain_add_statement (chain, entry->id, kind, entry->text);

  return TRUE;
}

static gboolean
add_reason (const ScrutinyChainBuilder *self,
            ScrutinyChain *chain,
            const Entry *entry,
            GError **error)
{
  ChainStatement *statement = need_statement (self, chain, entry, entry->id, error);
  ChainStatement *other =
      statement ? need_statement (self, chain, entry, entry->other_id, error) : NULL;
  ChainReason *reason;

  if (!other)
    return FALSE;

  reason = scrutiny_chain_add_reason (chain, statement, other);
  if (entry->object && !g_ptr_array_find (reason->evidence, entry->object, NULL))
    g_ptr_array_add (reason->evidence, g_object_ref (entry->object));

  return TRUE;
}

static gboolean
add_same (const ScrutinyChainBuilder *self,
          ScrutinyChain *chain,
          const Entry *entry,
          GError **error)
{
  ChainStatement *one = need_statement (self, chain, entry, entry->id, error);
  ChainStatement *other = one ? need_statement (self, chain, entry, entry->other_id, error) : NULL;

  if (!other)
    return FALSE;
  if (one == other)
    return refuse (self, entry, SCRUTINY_ERROR_MISMATCH,
                   "a statement always says the same as itself; name two", error);

  scrutiny_chain_add_same (chain, one, other, entry->text);

  return TRUE;
}

/* The place of the detail that an entry names; -1 after saying which there are. */
static int
need_detail (const ScrutinyChainBuilder *self,
             const Entry *entry,
             const char *const *names,
             GError **error)
{
  const int detail = chain_details_find (names, entry->name);
  g_autofree char *place = NULL, *shown = NULL, *known = NULL;

  if (detail >= 0)
    return detail;
  place = dup_place (self, entry);
  shown = printable_dup (entry->name, 40);
  known = chain_details_dup_names (names);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, entry->name,
                         "%s: nothing is recorded under “%s”; there are %s", place, shown, known);

  return -1;
}

static gboolean
set_detail (const ScrutinyChainBuilder *self,
            ScrutinyChain *chain,
            const Entry *entry,
            GError **error)
{
  ChainStatement *statement = need_statement (self, chain, entry, entry->id, error);
  const int detail = statement ? need_detail (self, entry, statement_detail_names, error) : -1;

  if (detail < 0)
    return FALSE;

  g_free (statement->details[detail]);
  statement->details[detail] = g_strdup (entry->text);

  return TRUE;
}

/* A view is a party's, a harm a group's, and a companion some measure. */
static gboolean
add_said (const ScrutinyChainBuilder *self,
          ScrutinyChain *chain,
          const Entry *entry,
          GError **error)
{
  ChainStatement *statement = need_statement (self, chain, entry, entry->id, error);
  const char *needed = chain_remark_names[entry->number].texts[0];
  g_autofree char *said = NULL, *why = NULL;

  if (!statement)
    return FALSE;
  g_object_get (entry->object, needed, &said, NULL);
  if (!*said) {
    why = g_strdup_printf ("its %s is not said; name it", needed);
    return refuse (self, entry, SCRUTINY_ERROR_UNREADABLE, why, error);
  }

  object_list_add (&statement->remarks[entry->number], entry->object);

  return TRUE;
}

/* A label that nobody can look up says nothing. */
static gboolean
add_label (const ScrutinyChainBuilder *self,
           ScrutinyChain *chain,
           const Entry *entry,
           GError **error)
{
  ChainStatement *statement = need_statement (self, chain, entry, entry->id, error);
  g_autofree char *why = NULL;

  if (!statement)
    return FALSE;
  if (!chain_label_find (self->vocabularies, entry->text)) {
    why = chain_label_dup_why (self->vocabularies, entry->text);
    return refuse (self, entry, SCRUTINY_ERROR_NOT_FOUND, why, error);
  }

  if (!statement->labels)
    statement->labels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (statement->labels, g_strdup (entry->text));

  return TRUE;
}

/* Which way is a word, so that a verdict can be given. */
static gboolean
check_expected (const ScrutinyChainBuilder *self, const Entry *entry, GError **error)
{
  if (!entry->text ||
      g_str_equal (entry->text, scrutiny_direction_get_name (SCRUTINY_DIRECTION_UP)) ||
      g_str_equal (entry->text, scrutiny_direction_get_name (SCRUTINY_DIRECTION_DOWN)))
    return TRUE;

  return refuse (self, entry, SCRUTINY_ERROR_UNREADABLE,
                 "what is expected is “up” or “down”: which way the reason's figure moves when the "
                 "statement's rises",
                 error);
}

static gboolean
set_reason_detail (const ScrutinyChainBuilder *self,
                   ScrutinyChain *chain,
                   const Entry *entry,
                   GError **error)
{
  ChainReason *reason = need_reason (self, chain, entry, error);
  const int detail = reason ? need_detail (self, entry, reason_detail_names, error) : -1;

  if (detail < 0 || (detail == REASON_EXPECTED && !check_expected (self, entry, error)))
    return FALSE;

  g_free (reason->details[detail]);
  reason->details[detail] = g_strdup (entry->text);

  return TRUE;
}

static gboolean
set_lag (const ScrutinyChainBuilder *self, ScrutinyChain *chain, const Entry *entry, GError **error)
{
  ChainReason *reason = need_reason (self, chain, entry, error);

  if (!reason)
    return FALSE;
  if (entry->number < -1)
    return refuse (self, entry, SCRUTINY_ERROR_OUT_OF_RANGE,
                   "a reason cannot work backwards in time; give 0 periods or more", error);

  reason->lag = entry->number;

  return TRUE;
}

guint
scrutiny_chain_builder_get_n_said (ScrutinyChainBuilder *self)
{
  return self->entries->len;
}

guint
scrutiny_chain_builder_get_n_before (ScrutinyChainBuilder *self)
{
  return self->n_before;
}

static gboolean
set_claim (const ScrutinyChainBuilder *self,
           ScrutinyChain *chain,
           const Entry *entry,
           GError **error)
{
  chain->claim = entry->id ? need_statement (self, chain, entry, entry->id, error) : NULL;

  return chain->claim || !entry->id;
}

/**
 * scrutiny_chain_builder_end:
 * @self: a builder
 * @error: return location for an error
 *
 * Makes a chain of everything that was said.
 *
 * The builder keeps what it holds, so more can be added and another chain made.
 *
 * A statement may be its own reason: that is a finding to show, not an error. Fails with
 * [error@Scrutiny.Error.NOT_FOUND] if a reason, a mark or the claim names a statement that there
 * is not, or a detail or a label is none, with [error@Scrutiny.Error.MISMATCH] if two statements or
 * vocabularies have one id or a statement is marked as the same as itself, with
 * [error@Scrutiny.Error.UNREADABLE] if an id is empty or a remark says nothing, and with
 * [error@Scrutiny.Error.OUT_OF_RANGE] for a kind that is none or a lag below 0.
 *
 * Returns: (transfer full): the chain
 *
 * Since: 0.1
 */
ScrutinyChain *
scrutiny_chain_builder_end (ScrutinyChainBuilder *self, GError **error)
{
  static gboolean (*const understand[N_SAID]) (const ScrutinyChainBuilder *, ScrutinyChain *,
                                               const Entry *, GError **) = {
    add_statement, add_reason,        add_same, set_detail, add_said,
    add_label,     set_reason_detail, set_lag,  set_claim,
  };
  g_autoptr (ScrutinyChain) chain = NULL;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN_BUILDER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  chain = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  for (guint i = 0; self->vocabularies && i < self->vocabularies->len; i++)
    if (!chain_vocabulary_add (&chain->vocabularies, self->vocabularies->pdata[i], error))
      return NULL;
  for (Said said = 0; said < N_SAID; said++) {
    for (guint i = 0; i < self->entries->len; i++) {
      const Entry *entry = self->entries->pdata[i];

      if (entry->said == said && !understand[said](self, chain, entry, error)) {
        self->n_before = i;
        return NULL;
      }
    }
  }

  return g_steal_pointer (&chain);
}
