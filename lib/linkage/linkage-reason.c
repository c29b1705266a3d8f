/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "linkage/linkage-private.h"

#define LONGEST_ID 40
#define LONGEST_WORDS 90

/* The statements from one to another, and what the reasons between them say. */
typedef struct {
  ScrutinyIndicator *indicator; /* whose chain it is */
  ScrutinyChain *chain;
  GPtrArray *ids; /* of char *, the chain's; none where no reasons lead there */
} ReasonPath;

/* Where each statement was reached from, breadth first. */
static GHashTable *
search (ScrutinyChain *chain, const char *from)
{
  GHashTable *parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GQueue) waiting = g_queue_new ();

  g_hash_table_insert (parents, g_strdup (from), NULL);
  g_queue_push_tail (waiting, g_strdup (from));
  while (!g_queue_is_empty (waiting)) {
    g_autofree char *at = g_queue_pop_head (waiting);
    g_auto (GStrv) reasons = scrutiny_chain_dup_reasons_of (chain, at);

    for (gsize i = 0; reasons[i]; i++) {
      if (g_hash_table_contains (parents, reasons[i]))
        continue;
      g_hash_table_insert (parents, g_strdup (reasons[i]), g_strdup (at));
      g_queue_push_tail (waiting, g_strdup (reasons[i]));
    }
  }

  return parents;
}

static GPtrArray *
dup_path (ScrutinyChain *chain, const char *from, const char *to)
{
  g_autoptr (GHashTable) parents = search (chain, from);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  if (!g_hash_table_contains (parents, to))
    return ids;
  for (const char *at = to; at; at = g_hash_table_lookup (parents, at))
    g_ptr_array_insert (ids, 0, g_strdup (at));

  return ids;
}

static gboolean
find_chain (ReasonPath *self,
            ScrutinyDossier *dossier,
            const char *from,
            const char *to,
            GError **error)
{
  g_autofree char *one = printable_dup (from, LONGEST_ID), *other = printable_dup (to, LONGEST_ID);

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    self->indicator = scrutiny_dossier_get_indicator (dossier, i);
    self->chain = scrutiny_indicator_get_chain (self->indicator);
    if (self->chain && scrutiny_chain_has_statement (self->chain, from) &&
        scrutiny_chain_has_statement (self->chain, to))
      return TRUE;
  }
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, from,
                         "Link: no indicator's reasons hold both “%s” and “%s”", one, other);

  return FALSE;
}

/* The figure that shows a statement; the claim's is the indicator's own unless it names another. */
static gboolean
find_measure (const ReasonPath *path,
              ScrutinyDossier *dossier,
              const char *id,
              ScrutinyIndicator **measure,
              GError **error)
{
  const char *name = scrutiny_chain_get_detail (path->chain, id, "measured_by");
  const gboolean is_claim = g_strcmp0 (id, scrutiny_chain_get_claim (path->chain)) == 0;

  *measure = is_claim ? path->indicator : NULL;
  if (!name)
    return TRUE;
  *measure = scrutiny_dossier_find_indicator (dossier, name, error);
  if (!*measure)
    g_prefix_error (error, "Link: what measures “%s”: ", id);

  return *measure != NULL;
}

static gboolean
is_reason_for (ScrutinyChain *chain, const char *reason, const char *id)
{
  g_auto (GStrv) reasons = scrutiny_chain_dup_reasons_of (chain, id);

  return g_strv_contains ((const char *const *) reasons, reason);
}

/* Reasons one after another take as long as all of them, and turn as often as they say “down”;
 * one that is silent leaves it open.
 */
ScrutinyLinkageOptions *
linkage_options_new_of_reasons (ScrutinyChain *chain,
                                const GPtrArray *ids,
                                ScrutinyLinkageOptions *given)
{
  ScrutinyLinkageOptions *options = scrutiny_linkage_options_new ();
  gboolean has_lag = TRUE, has_way = TRUE, is_up = TRUE;
  int lag = 0;

  for (guint i = 0; i + 1 < ids->len; i++) {
    const char *id = ids->pdata[i], *reason = ids->pdata[i + 1];
    const int own = scrutiny_chain_get_lag (chain, id, reason);
    const ScrutinyDirection way = scrutiny_chain_get_expected (chain, id, reason);

    if (!is_reason_for (chain, reason, id))
      continue; /* the same in other words */
    has_lag = has_lag && own >= 0;
    has_way = has_way && way != SCRUTINY_DIRECTION_NONE;
    is_up = is_up == (way != SCRUTINY_DIRECTION_DOWN);
    lag += MAX (own, 0);
  }
  if (given)
    scrutiny_linkage_options_set_events (options, scrutiny_linkage_options_get_events (given));
  scrutiny_linkage_options_set_max_lag (options,
                                        given && scrutiny_linkage_options_get_max_lag (given) >= 0
                                            ? scrutiny_linkage_options_get_max_lag (given)
                                        : has_lag ? lag
                                                  : -1);
  scrutiny_linkage_options_set_expected (options, has_way ? is_up ? SCRUTINY_DIRECTION_UP
                                                                  : SCRUTINY_DIRECTION_DOWN
                                                          : SCRUTINY_DIRECTION_NONE);

  return options;
}

static ScrutinyLinkage *
refuse_unmeasured (const ReasonPath *path, const char *id)
{
  g_autofree char *words = printable_dup (scrutiny_chain_get_text (path->chain, id), LONGEST_WORDS);

  return scrutiny_linkage_new_refused (
      g_strdup_printf ("Nothing measures “%s”: ask for a figure that would show it.", words));
}

static ScrutinyLinkage *
link_path (const ReasonPath *path,
           ScrutinyDossier *dossier,
           ScrutinyLinkageOptions *given,
           GError **error)
{
  const char *from = path->ids->pdata[0], *to = path->ids->pdata[path->ids->len - 1];
  g_autoptr (ScrutinyLinkageOptions) options =
      linkage_options_new_of_reasons (path->chain, path->ids, given);
  ScrutinyIndicator *indicator, *outcome;

  if (!find_measure (path, dossier, from, &indicator, error) ||
      !find_measure (path, dossier, to, &outcome, error))
    return NULL;
  if (!indicator || !outcome)
    return refuse_unmeasured (path, indicator ? to : from);

  return scrutiny_linkage_new (indicator, outcome, options, error);
}

/**
 * scrutiny_linkage_new_for_reason:
 * @dossier: a dossier
 * @id: the id of a statement in an indicator's chain of reasons
 * @reason_id: the id of a statement that its reasons lead to
 * @options: (nullable): events, and how many periods it may take where the reasons do not say;
 *   which way is the reasons' to say
 * @error: return location for an error
 *
 * Asks whether what measures one statement moves with what measures another, as the reasons
 * between them say. The claim is measured by the indicator itself, unless it says otherwise.
 *
 * Where nothing measures a statement the result [iface@Result] cannot tell, and says what to ask
 * for. Fails with [error@Scrutiny.Error.NOT_FOUND] if no chain holds both, no reasons lead from
 * the one to the other, or an indicator that is named is not in the dossier; else as
 * [ctor@Linkage.new] does.
 *
 * Returns: (transfer full): the answer
 *
 * Since: 0.1
 */
ScrutinyLinkage *
scrutiny_linkage_new_for_reason (ScrutinyDossier *dossier,
                                 const char *id,
                                 const char *reason_id,
                                 ScrutinyLinkageOptions *options,
                                 GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  ReasonPath path = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (id != NULL && reason_id != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_LINKAGE_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_chain (&path, dossier, id, reason_id, error))
    return NULL;
  path.ids = ids = dup_path (path.chain, id, reason_id);
  if (ids->len < 2) {
    g_autofree char *one = printable_dup (id, LONGEST_ID);
    g_autofree char *other = printable_dup (reason_id, LONGEST_ID);

    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, reason_id,
                           "Link: no reasons lead from “%s” to “%s”", one, other);
    return NULL;
  }

  return link_path (&path, dossier, options, error);
}
