/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chain.h>
#include <scrutiny/linkage.h>

G_BEGIN_DECLS

#define LINKAGE_NOTHING "No figures were given: ask for those of the indicator and of the outcome."
#define LINKAGE_NOTHING_LEFT \
  "One of the two is all trend and season: nothing is left that could move with something."

/* Adds the spans of an indicator's events, as char *. */
void linkage_add_events (GPtrArray *spans, ScrutinyIndicator *indicator);

/* An answer that cannot tell; @reason is taken. */
ScrutinyLinkage *scrutiny_linkage_new_refused (char *reason);

/* Why an indicator's figures are not of one thing throughout, or NULL; transfer full. */
char *linkage_dup_break (ScrutinyIndicator *indicator, ScrutinySeries *series);

/* What the reasons along @ids say of how long it takes and which way it goes; of two that say the
 * same nothing is said.  What @given says of events and of how long is taken first.
 */
ScrutinyLinkageOptions *linkage_options_new_of_reasons (ScrutinyChain *chain,
                                                        const GPtrArray *ids,
                                                        ScrutinyLinkageOptions *given);

G_END_DECLS
