/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

#include "kernel/rule.h"
#include "kernel/run-box.h"

G_BEGIN_DECLS

/* How a rule is looked for. */
typedef enum {
  RULE_PATTERN,       /* KernelRule over the points */
  RULE_BEYOND_LIMITS, /* beyond the limits drawn, whatever their width */
  RULE_LONG_RUN,      /* a run longer than chance commonly gives */
  RULE_FEW_CROSSINGS, /* fewer crossings than chance commonly gives */
  RULE_RUN_COUNT,     /* fewer or more runs than chance commonly gives */
} RuleHow;

typedef struct {
  const char *id;
  RuleHow how;
  KernelRule pattern;
  KernelBox box; /* of runs and crossings */
} Rule;

/* A named set of rules, as data. */
typedef struct {
  const char *name;
  const char *source;
  const Rule *rules;
  guint n_rules;
} RuleSet;

const RuleSet *rule_set_find (const char *name);
const RuleSet *rule_set_get (guint i); /* NULL after the last */
char *rule_set_dup_names (void);       /* anhoej, mdc-2023, … */

/* Whether the rule needs limits. */
gboolean rule_needs_limits (const Rule *rule);

G_END_DECLS
