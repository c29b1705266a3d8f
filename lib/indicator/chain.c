/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/chain-private.h"

#include "indicator/object-list.h"

/**
 * ScrutinyChain:
 *
 * A recorded chain of reasons: statements, which is a reason for which, what evidence
 * is offered, and which two say the same.
 *
 * A chain is a record of what people said. It may branch, and it may lead back to where
 * it began: finding that out is what it is for. Statements are named by short ids that
 * never reach a reader.
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (ScrutinyChain, scrutiny_chain, G_TYPE_OBJECT)

enum {
  PROP_N_STATEMENTS = 1,
  PROP_N_REASONS,
  N_PROPS,
};

static void
statement_free (gpointer data)
{
  ChainStatement *statement = data;

  g_free (statement->id);
  g_free (statement->text);
  for (guint i = 0; i < N_STATEMENT_DETAILS; i++)
    g_free (statement->details[i]);
  g_ptr_array_unref (statement->reasons);
  g_ptr_array_unref (statement->sames);
  g_clear_pointer (&statement->labels, g_ptr_array_unref);
  for (guint i = 0; i < N_REMARKS; i++)
    g_clear_pointer (&statement->remarks[i], g_ptr_array_unref);
  g_free (statement);
}

static void
reason_free (gpointer data)
{
  ChainReason *reason = data;

  g_ptr_array_unref (reason->evidence);
  for (guint i = 0; i < N_REASON_DETAILS; i++)
    g_free (reason->details[i]);
  g_free (reason);
}

static void
same_free (gpointer data)
{
  ChainSame *same = data;

  g_free (same->marked_by);
  g_free (same);
}

static ChainStatement *
other_of (const ChainSame *same, const ChainStatement *statement)
{
  return same->one == statement ? same->other : same->one;
}

static guint
pair_hash (gconstpointer data)
{
  const ChainReason *reason = data;

  return g_direct_hash (reason->statement) * 31 + g_direct_hash (reason->reason);
}

static gboolean
pair_equal (gconstpointer one, gconstpointer other)
{
  const ChainReason *a = one;
  const ChainReason *b = other;

  return a->statement == b->statement && a->reason == b->reason;
}

static void
scrutiny_chain_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinyChain *self = SCRUTINY_CHAIN (object);

  switch (prop_id) {
  case PROP_N_STATEMENTS:
    g_value_set_uint (value, self->statements->len);
    break;
  case PROP_N_REASONS:
    g_value_set_uint (value, self->reasons->len);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
scrutiny_chain_finalize (GObject *object)
{
  ScrutinyChain *self = SCRUTINY_CHAIN (object);

  g_hash_table_unref (self->by_pair);
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->vocabularies, g_ptr_array_unref);
  g_ptr_array_unref (self->sames);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->statements);

  G_OBJECT_CLASS (scrutiny_chain_parent_class)->finalize (object);
}

static void
scrutiny_chain_class_init (ScrutinyChainClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_chain_finalize;
  object_class->get_property = scrutiny_chain_get_property;

  /**
   * ScrutinyChain:n-statements: (getter get_n_statements)
   *
   * The number of statements.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, PROP_N_STATEMENTS,
                                   g_param_spec_uint ("n-statements", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  /**
   * ScrutinyChain:n-reasons: (getter get_n_reasons)
   *
   * The number of reasons: pairs of a statement and what it rests on.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, PROP_N_REASONS,
                                   g_param_spec_uint ("n-reasons", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
scrutiny_chain_init (ScrutinyChain *self)
{
  self->statements = g_ptr_array_new_with_free_func (statement_free);
  self->reasons = g_ptr_array_new_with_free_func (reason_free);
  self->sames = g_ptr_array_new_with_free_func (same_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_pair = g_hash_table_new (pair_hash, pair_equal);
}

ChainStatement *
scrutiny_chain_add_statement (ScrutinyChain *self,
                              const char *id,
                              ScrutinyStatementKind kind,
                              const char *text)
{
  ChainStatement *statement = g_new0 (ChainStatement, 1);

  statement->id = g_strdup (id);
  statement->text = g_strdup (text);
  statement->kind = kind;
  statement->reasons = g_ptr_array_new ();
  statement->sames = g_ptr_array_new ();
  g_ptr_array_add (self->statements, statement);
  g_hash_table_insert (self->by_id, statement->id, statement);

  return statement;
}

ChainReason *
scrutiny_chain_add_reason (ScrutinyChain *self, ChainStatement *statement, ChainStatement *reason)
{
  ChainReason key = { .statement = statement, .reason = reason };
  ChainReason *added = g_hash_table_lookup (self->by_pair, &key);

  if (added)
    return added;

  added = g_new0 (ChainReason, 1);
  added->statement = statement;
  added->reason = reason;
  added->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  added->lag = -1;
  g_ptr_array_add (self->reasons, added);
  g_ptr_array_add (statement->reasons, added);
  g_hash_table_add (self->by_pair, added);

  return added;
}

void
scrutiny_chain_add_same (ScrutinyChain *self,
                         ChainStatement *one,
                         ChainStatement *other,
                         const char *marked_by)
{
  ChainSame *same = g_new0 (ChainSame, 1);

  same->one = one;
  same->other = other;
  same->marked_by = g_strdup (marked_by);
  g_ptr_array_add (self->sames, same);
  g_ptr_array_add (one->sames, same);
  g_ptr_array_add (other->sames, same);
}

ChainStatement *
scrutiny_chain_find_statement (ScrutinyChain *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

ChainReason *
scrutiny_chain_find_reason (ScrutinyChain *self, const char *id, const char *reason_id)
{
  ChainReason key = {
    .statement = scrutiny_chain_find_statement (self, id),
    .reason = scrutiny_chain_find_statement (self, reason_id),
  };

  return g_hash_table_lookup (self->by_pair, &key);
}

/**
 * scrutiny_chain_get_n_statements: (get-property n-statements)
 * @self: a chain
 *
 * Gets the number of statements.
 *
 * Returns: the number of statements
 *
 * Since: 0.1
 */
guint
scrutiny_chain_get_n_statements (ScrutinyChain *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), 0);

  return self->statements->len;
}

/**
 * scrutiny_chain_get_n_reasons: (get-property n-reasons)
 * @self: a chain
 *
 * Gets the number of reasons: pairs of a statement and what it rests on.
 *
 * Returns: the number of reasons
 *
 * Since: 0.1
 */
guint
scrutiny_chain_get_n_reasons (ScrutinyChain *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), 0);

  return self->reasons->len;
}

static const ChainStatement *
find_claim (const ScrutinyChain *self)
{
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
  const ChainStatement *claim = NULL;
  guint n = 0;

  for (guint i = 0; i < self->reasons->len; i++)
    g_hash_table_add (given, ((ChainReason *) self->reasons->pdata[i])->reason);

  for (guint i = 0; i < self->statements->len; i++) {
    if (!g_hash_table_contains (given, self->statements->pdata[i])) {
      claim = self->statements->pdata[i];
      n++;
    }
  }

  return n == 1 || self->statements->len == 0 ? claim : self->statements->pdata[0];
}

/**
 * scrutiny_chain_get_claim:
 * @self: a chain
 *
 * Gets the statement that the others are to bear out.
 *
 * It is the one that [method@ChainBuilder.set_claim] recorded. Where none is, it is the only
 * statement that is nobody's reason, and where there are several, or none because the chain leads
 * back to its beginning, the one stated first.
 *
 * Returns: (transfer none) (nullable): the statement's id, `NULL` in an empty chain
 *
 * Since: 0.1
 */
const char *
scrutiny_chain_get_claim (ScrutinyChain *self)
{
  const ChainStatement *claim;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  claim = self->claim ? self->claim : find_claim (self);

  return claim ? claim->id : NULL;
}

/**
 * scrutiny_chain_dup_statements:
 * @self: a chain
 *
 * Gets the ids of all statements, in the order they were stated.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
scrutiny_chain_dup_statements (ScrutinyChain *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  for (guint i = 0; i < self->statements->len; i++)
    g_strv_builder_add (ids, ((ChainStatement *) self->statements->pdata[i])->id);

  return g_strv_builder_end (ids);
}

/**
 * scrutiny_chain_has_statement:
 * @self: a chain
 * @id: an id
 *
 * Checks whether there is a statement of that id.
 *
 * Returns: whether there is
 *
 * Since: 0.1
 */
gboolean
scrutiny_chain_has_statement (ScrutinyChain *self, const char *id)
{
  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return scrutiny_chain_find_statement (self, id) != NULL;
}

/**
 * scrutiny_chain_get_text:
 * @self: a chain
 * @id: a statement's id
 *
 * Gets what a statement says.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if there is no such statement
 *
 * Since: 0.1
 */
const char *
scrutiny_chain_get_text (ScrutinyChain *self, const char *id)
{
  ChainStatement *statement;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  statement = scrutiny_chain_find_statement (self, id);

  return statement ? statement->text : NULL;
}

/**
 * scrutiny_chain_get_kind:
 * @self: a chain
 * @id: a statement's id
 *
 * Gets what a statement is about.
 *
 * Returns: the kind, [enum@Scrutiny.StatementKind.STATUS] if there is no such statement
 *
 * Since: 0.1
 */
ScrutinyStatementKind
scrutiny_chain_get_kind (ScrutinyChain *self, const char *id)
{
  ChainStatement *statement;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), SCRUTINY_STATEMENT_KIND_STATUS);
  g_return_val_if_fail (id != NULL, SCRUTINY_STATEMENT_KIND_STATUS);

  statement = scrutiny_chain_find_statement (self, id);

  return statement ? statement->kind : SCRUTINY_STATEMENT_KIND_STATUS;
}

/**
 * scrutiny_chain_get_who:
 * @self: a chain
 * @id: a statement's id
 *
 * Gets whose lives a statement is about.
 *
 * Returns: (transfer none) (nullable): the people, as they were named
 *
 * Since: 0.1
 */
const char *
scrutiny_chain_get_who (ScrutinyChain *self, const char *id)
{
  return scrutiny_chain_get_detail (self, id, statement_detail_names[STATEMENT_WHO]);
}

/**
 * scrutiny_chain_get_detail:
 * @self: a chain
 * @id: a statement's id
 * @name: which, as [method@ChainBuilder.set_detail] names it
 *
 * Gets what is recorded of a statement besides its words.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if nothing is recorded
 *
 * Since: 0.1
 */
const char *
scrutiny_chain_get_detail (ScrutinyChain *self, const char *id, const char *name)
{
  ChainStatement *statement;
  int detail;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL && name != NULL, NULL);

  statement = scrutiny_chain_find_statement (self, id);
  detail = chain_details_find (statement_detail_names, name);

  return statement && detail >= 0 ? statement->details[detail] : NULL;
}

/**
 * scrutiny_chain_dup_reasons_of:
 * @self: a chain
 * @id: a statement's id
 *
 * Gets the ids of the statements given as reasons for a statement, in the order they
 * were given.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
scrutiny_chain_dup_reasons_of (ScrutinyChain *self, const char *id)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  ChainStatement *statement;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  statement = scrutiny_chain_find_statement (self, id);
  for (guint i = 0; statement && i < statement->reasons->len; i++)
    g_strv_builder_add (ids, ((ChainReason *) statement->reasons->pdata[i])->reason->id);

  return g_strv_builder_end (ids);
}

/**
 * scrutiny_chain_dup_same_as:
 * @self: a chain
 * @id: a statement's id
 *
 * Gets the ids of the statements marked as saying the same as a statement.
 *
 * A mark counts both ways. Only direct marks are given.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
scrutiny_chain_dup_same_as (ScrutinyChain *self, const char *id)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  ChainStatement *statement;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  statement = scrutiny_chain_find_statement (self, id);
  for (guint i = 0; statement && i < statement->sames->len; i++) {
    ChainSame *same = statement->sames->pdata[i];
    g_strv_builder_add (ids, other_of (same, statement)->id);
  }

  return g_strv_builder_end (ids);
}

/**
 * scrutiny_chain_get_marked_by:
 * @self: a chain
 * @id: a statement's id
 * @other_id: another statement's id
 *
 * Gets who marked two statements as saying the same.
 *
 * Returns: (transfer none) (nullable): who, and when if they said so; `NULL` if nobody did
 *
 * Since: 0.1
 */
const char *
scrutiny_chain_get_marked_by (ScrutinyChain *self, const char *id, const char *other_id)
{
  ChainStatement *one;
  ChainStatement *other;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL && other_id != NULL, NULL);

  one = scrutiny_chain_find_statement (self, id);
  other = scrutiny_chain_find_statement (self, other_id);
  for (guint i = 0; one && i < one->sames->len; i++) {
    ChainSame *same = one->sames->pdata[i];
    if (other_of (same, one) == other)
      return same->marked_by;
  }

  return NULL;
}

/**
 * scrutiny_chain_dup_evidence:
 * @self: a chain
 * @id: a statement's id
 * @reason_id: the id of a reason for it
 *
 * Gets the evidence offered for a reason.
 *
 * Returns: (transfer container) (element-type ScrutinyEvidence): the evidence, in the
 *   order it was offered
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_chain_dup_evidence (ScrutinyChain *self, const char *id, const char *reason_id)
{
  ChainReason *reason;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL && reason_id != NULL, NULL);

  reason = scrutiny_chain_find_reason (self, id, reason_id);

  return object_list_dup (reason ? reason->evidence : NULL);
}

/**
 * scrutiny_chain_get_mechanism:
 * @self: a chain
 * @id: a statement's id
 * @reason_id: the id of a reason for it
 *
 * Gets how a reason is said to bring its statement about.
 *
 * Returns: (transfer none) (nullable): the mechanism, `NULL` if none was stated
 *
 * Since: 0.1
 */
const char *
scrutiny_chain_get_mechanism (ScrutinyChain *self, const char *id, const char *reason_id)
{
  return scrutiny_chain_get_reason_detail (self, id, reason_id,
                                           reason_detail_names[REASON_MECHANISM]);
}

/**
 * scrutiny_chain_get_reason_detail:
 * @self: a chain
 * @id: a statement's id
 * @reason_id: the id of a reason for it
 * @name: which, as [method@ChainBuilder.set_reason_detail] names it
 *
 * Gets what is recorded of a reason.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if nothing is recorded
 *
 * Since: 0.1
 */
const char *
scrutiny_chain_get_reason_detail (ScrutinyChain *self,
                                  const char *id,
                                  const char *reason_id,
                                  const char *name)
{
  ChainReason *reason;
  int detail;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL && reason_id != NULL && name != NULL, NULL);

  reason = scrutiny_chain_find_reason (self, id, reason_id);
  detail = chain_details_find (reason_detail_names, name);

  return reason && detail >= 0 ? reason->details[detail] : NULL;
}

/**
 * scrutiny_chain_get_expected:
 * @self: a chain
 * @id: a statement's id
 * @reason_id: the id of a reason for it
 *
 * Gets which way what the reason speaks of is said to move when what the statement speaks of rises.
 *
 * Returns: the direction, [enum@Scrutiny.Direction.NONE] if none was stated
 *
 * Since: 0.1
 */
ScrutinyDirection
scrutiny_chain_get_expected (ScrutinyChain *self, const char *id, const char *reason_id)
{
  const char *expected =
      scrutiny_chain_get_reason_detail (self, id, reason_id, reason_detail_names[REASON_EXPECTED]);

  if (g_strcmp0 (expected, scrutiny_direction_get_name (SCRUTINY_DIRECTION_UP)) == 0)
    return SCRUTINY_DIRECTION_UP;
  if (g_strcmp0 (expected, scrutiny_direction_get_name (SCRUTINY_DIRECTION_DOWN)) == 0)
    return SCRUTINY_DIRECTION_DOWN;

  return SCRUTINY_DIRECTION_NONE;
}

/**
 * scrutiny_chain_get_lag:
 * @self: a chain
 * @id: a statement's id
 * @reason_id: the id of a reason for it
 *
 * Gets how many periods lie between a statement and what it is to bring about.
 *
 * Returns: the number of periods, -1 if none was stated
 *
 * Since: 0.1
 */
int
scrutiny_chain_get_lag (ScrutinyChain *self, const char *id, const char *reason_id)
{
  ChainReason *reason;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), -1);
  g_return_val_if_fail (id != NULL && reason_id != NULL, -1);

  reason = scrutiny_chain_find_reason (self, id, reason_id);

  return reason ? reason->lag : -1;
}
