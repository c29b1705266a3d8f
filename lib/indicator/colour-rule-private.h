/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/colour-rule.h>
#include <scrutiny/table.h>

#include "base/period.h"

G_BEGIN_DECLS

/* Looks a name of the rule up in the row being judged; NaN where it is missing. */
typedef double (*ColourRuleLookup) (const char *name, gpointer user_data);

/* The status the rule gives on @period (NULL: undated), and the clause that gave it,
 * counted from 0 over the whole rule; NULL when no clause applies.
 */
const char *scrutiny_colour_rule_judge (ScrutinyColourRule *self,
                                        const Period *period,
                                        ColourRuleLookup lookup,
                                        gpointer user_data,
                                        guint *clause);

G_END_DECLS
