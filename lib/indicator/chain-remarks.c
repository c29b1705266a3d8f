/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/chain-remarks.h"

#include <scrutiny/companion.h>
#include <scrutiny/harm.h>
#include <scrutiny/view.h>

#include "indicator/chain-private.h"
#include "indicator/object-list.h"

static const char *const view_texts[] = { "party", "way", "words", "on", "source", NULL };
static const char *const harm_texts[] = { "group", "how", "measured_by", "said_by", "on", NULL };
static const char *const companion_texts[] = { "measure", "why", "said_by", NULL };

const ChainRemarkNames chain_remark_names[N_REMARKS] = {
  [REMARK_VIEW] = { "views", "view", view_texts },
  [REMARK_HARM] = { "harms", "harm", harm_texts },
  [REMARK_COMPANION] = { "companions", "companion", companion_texts },
};

GType
chain_remark_get_type (ChainRemark sort)
{
  switch (sort) {
  case REMARK_VIEW:
    return SCRUTINY_TYPE_VIEW;
  case REMARK_HARM:
    return SCRUTINY_TYPE_HARM;
  default:
    return SCRUTINY_TYPE_COMPANION;
  }
}

static GPtrArray *
dup_remarks (ScrutinyChain *self, const char *id, ChainRemark sort)
{
  ChainStatement *statement = scrutiny_chain_find_statement (self, id);

  return object_list_dup (statement ? statement->remarks[sort] : NULL);
}

/**
 * scrutiny_chain_dup_views:
 * @self: a chain
 * @id: a statement's id
 *
 * Gets how parties value what a statement says.
 *
 * Returns: (transfer container) (element-type ScrutinyView): what is recorded, in the order it was
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_chain_dup_views (ScrutinyChain *self, const char *id)
{
  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return dup_remarks (self, id, REMARK_VIEW);
}

/**
 * scrutiny_chain_dup_harms:
 * @self: a chain
 * @id: a statement's id
 *
 * Gets who may lose by what a statement says.
 *
 * Returns: (transfer container) (element-type ScrutinyHarm): what is recorded, in the order it was
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_chain_dup_harms (ScrutinyChain *self, const char *id)
{
  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return dup_remarks (self, id, REMARK_HARM);
}

/**
 * scrutiny_chain_dup_companions:
 * @self: a chain
 * @id: a statement's id
 *
 * Gets what is to be looked at beside what a statement says.
 *
 * Returns: (transfer container) (element-type ScrutinyCompanion): what is recorded, in the order it
 * was
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_chain_dup_companions (ScrutinyChain *self, const char *id)
{
  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return dup_remarks (self, id, REMARK_COMPANION);
}

/**
 * scrutiny_chain_builder_add_view:
 * @self: a builder
 * @id: a statement's id
 * @view: how a party values what it says
 *
 * Records how a party values what a statement says, beside whatever others do.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_add_view (ScrutinyChainBuilder *self, const char *id, ScrutinyView *view)
{
  g_return_if_fail (SCRUTINY_IS_VIEW (view));

  scrutiny_chain_builder_add_remark (self, id, REMARK_VIEW, G_OBJECT (view));
}

/**
 * scrutiny_chain_builder_add_harm:
 * @self: a builder
 * @id: a statement's id
 * @harm: who may lose by it
 *
 * Records a group that may lose by what a statement says.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_add_harm (ScrutinyChainBuilder *self, const char *id, ScrutinyHarm *harm)
{
  g_return_if_fail (SCRUTINY_IS_HARM (harm));

  scrutiny_chain_builder_add_remark (self, id, REMARK_HARM, G_OBJECT (harm));
}

/**
 * scrutiny_chain_builder_add_companion:
 * @self: a builder
 * @id: a statement's id
 * @companion: what to look at beside it
 *
 * Records a measure to look at beside what a statement says.
 *
 * Since: 0.1
 */
void
scrutiny_chain_builder_add_companion (ScrutinyChainBuilder *self,
                                      const char *id,
                                      ScrutinyCompanion *companion)
{
  g_return_if_fail (SCRUTINY_IS_COMPANION (companion));

  scrutiny_chain_builder_add_remark (self, id, REMARK_COMPANION, G_OBJECT (companion));
}
