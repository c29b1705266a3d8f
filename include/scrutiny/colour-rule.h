/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/claim.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COLOUR_RULE (scrutiny_colour_rule_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyColourRule, scrutiny_colour_rule, SCRUTINY, COLOUR_RULE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourRule *scrutiny_colour_rule_parse (const char *text,
                                                ScrutinyClaim *claim,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourRule *scrutiny_colour_rule_copy_with (ScrutinyColourRule *self,
                                                    const char *property,
                                                    const char *value,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_colour_rule_get_text (ScrutinyColourRule *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyClaim *scrutiny_colour_rule_get_claim (ScrutinyColourRule *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_colour_rule_dup_statuses (ScrutinyColourRule *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_colour_rule_dup_columns (ScrutinyColourRule *self);

G_END_DECLS
