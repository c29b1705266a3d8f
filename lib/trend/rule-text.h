/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/rule-set.h"

G_BEGIN_DECLS

/* A set of one rule of one's own, written out:
 *
 *   2 of 3 beyond 2          1 beyond limits        8 on one side
 *   6 trending               14 alternating         15 within 1
 *   8 outside 1              long run               few crossings
 *   run count
 *
 * followed by any of: tie breaks|skips|below, mark whole|hits|completing|span,
 * inclusive, same side, ends beyond, up to NUMBER, gaps skipped.
 */
RuleSet *rule_text_parse (const char *text, GError **error);
void rule_text_free (RuleSet *set);

G_END_DECLS
