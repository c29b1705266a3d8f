/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/linkage.h>

#include "base/json-writer.h"
#include "linkage/outcome-move.h"
#include "linkage/reason-lines.h"

G_BEGIN_DECLS

/* What figures say of one line of reasons: two facts that are kept apart.
 *
 * @is_own: whether the figure is the one that the reasons are for
 * @expected: which way the outcome is said to move when the figure rises
 * @move: whether the outcome moved as stated since the figure did
 * @is_line: whether the outcome moved, and a line says more of it than that it did then
 * @linkage: whether the two move together
 * @recorded: the latest date of a reason of the line, or NULL
 * @first_finding, @end_finding: where what is said of it stands among all findings
 */
typedef struct {
  ReasonLine *line; /* borrowed */
  gboolean is_own;
  ScrutinyDirection expected;
  guint lag;
  OutcomeMove move;
  gboolean is_line;
  ScrutinyLinkage *linkage;
  char *recorded;
  guint first_finding, end_finding;
} ReasonTest;

/* @options: events that are known of the whole pack */
gboolean reason_test_init (ReasonTest *self,
                           ScrutinyChain *chain,
                           ReasonLine *line,
                           gboolean is_own,
                           ScrutinyLinkageOptions *options,
                           GError **error);

/* Whether an indicator has figures by period. */
gboolean reason_test_has_history (ScrutinyIndicator *indicator);

/* Of a figure that is only to be looked at beside the other: no direction, lag or linkage;
 * @is_asked: whether what it did is.
 */
void
reason_test_init_beside (ReasonTest *self, ReasonLine *line, gboolean is_own, gboolean is_asked);
void reason_test_clear (ReasonTest *self);

/* "as-stated", "other-way", "unchanged"; "not-asked" where no direction is stated or the figure did
 * not move, "cannot-tell" where too little is there.
 */
const char *reason_test_get_moved (const ReasonTest *self);

const char *reason_test_get_from (const ReasonTest *self);
const char *reason_test_get_to (const ReasonTest *self);

/* "move" and what the outcome did, null where that was not asked. */
void reason_test_write_move (const ReasonTest *self, JsonWriter *writer);

void reason_test_write_json (const ReasonTest *self, JsonWriter *writer);

G_END_DECLS
