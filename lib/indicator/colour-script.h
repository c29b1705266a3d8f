/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period-days.h"
#include "indicator/colour-steps.h"
#include "indicator/colour-token.h"

G_BEGIN_DECLS

typedef enum {
  CLAUSE_WHEN,
  CLAUSE_OTHERWISE,
  CLAUSE_MISSING,
  CLAUSE_OVERRIDE,
} ColourClauseKind;

typedef struct {
  ColourClauseKind kind;
  const char *status; /* the script's */
  guint first_step;   /* of a CLAUSE_WHEN */
  guint n_steps;
  PeriodDays days; /* of a CLAUSE_OVERRIDE */
} ColourClause;

/* What is in force between two dates; an open end is G_MININT64 or G_MAXINT64. */
typedef struct {
  PeriodDays days;
  guint first_clause;
  guint n_clauses;
  guint first_step;
  guint n_steps;
  gboolean has_clause; /* besides overrides */
  /* Where it stands: slices of the text. */
  ColourToken from;  /* empty: open */
  ColourToken until; /* empty: open */
  const char *body;
  const char *end;
} ColourPart;

typedef struct {
  char *text;
  GPtrArray *statuses; /* of char *, each once, in the order they are first written */
  GPtrArray *names;    /* of char *, likewise; no NULL at the end */
  GArray *parts;       /* of ColourPart */
  GArray *clauses;     /* of ColourClause */
  GArray *steps;       /* of ColourStep */
} ColourScript;

#define COLOUR_TEXT_LIMIT (64 * 1024) /* bytes of a rule */
#define COLOUR_DEPTH_LIMIT 64         /* brackets within brackets */

ColourScript *colour_script_new (void);
ColourScript *colour_script_parse (const char *text, GError **error);
void colour_script_free (ColourScript *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ColourScript, colour_script_free)

G_END_DECLS
