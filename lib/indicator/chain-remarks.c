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
