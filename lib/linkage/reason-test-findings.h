/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

#include "linkage/reason-test.h"

G_BEGIN_DECLS

/* Adds what one line of reasons comes to: the move, the date it hangs on, and the linkage, each a
 * finding of its own.
 *
 * @events: what is on record of the pack and of both figures
 */
void reason_test_add_findings (const ReasonTest *self,
                               GPtrArray *events,
                               ScrutinyMethod *method,
                               GPtrArray *findings);

/* Adds which statements nothing measures; @step: by what their figures would be asked for. */
void reason_test_add_unmeasured (ScrutinyChain *chain,
                                 const GPtrArray *ids,
                                 const char *step,
                                 ScrutinyMethod *method,
                                 GPtrArray *findings);

G_END_DECLS
