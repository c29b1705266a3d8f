/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "base/fact-array.h"
#include "linkage/reason-age.h"
#include "linkage/reason-routes.h"

G_BEGIN_DECLS

/* The question itself. */
#define THE_QUESTION N_ ("And that’s good for the public because…?")

/* What is told of a record one by one: so many findings of one sort, and so many statements on the
 * paths of all of them.
 */
#define REASON_MOST_TOLD 1000
#define REASON_MOST_ON_PATHS 200000

/* How much is told of one sort of finding. */
typedef struct {
  const char *id;
  gsize n_told, n_on_paths;
  gsize n_more; /* not told, or not looked for */
} ReasonTold;

/* A record that is checked, and what the checks have found so far. */
typedef struct {
  const ReasonGraph *graph;
  const ReasonRoutes *routes;
  const ReasonAge *age;
  ScrutinyMethod *method;
  GPtrArray *findings;
  GArray *told; /* of ReasonTold */
} ReasonChecks;

/* Whether another finding of @id is told; if not, it is counted. */
gboolean reason_has_room (ReasonChecks *checks, const char *id);

/* Counts one that was not looked for. */
void reason_count_more (ReasonChecks *checks, const char *id);

/* Says how many of each sort were not told. */
void reason_add_more (ReasonChecks *checks);

/* Adds what @statement says to @facts. */
void reason_add_words (GArray *facts, const char *key, const ReasonGraph *graph, gsize statement);

/* “first” > “second” > “third”: the words of a path on one line, in any language; transfer full. */
char *reason_dup_line (const ReasonGraph *graph, const GArray *path);
void reason_add_line (GArray *facts, const ReasonGraph *graph, const GArray *path);

/* Adds where @evidence is found, in full ("evidence") and as a sentence has room for it
 * ("cited"), and how somebody grades it, if they do ("grade").
 */
void reason_add_evidence (GArray *facts, ScrutinyEvidence *evidence);

/* @which is recorded of each group: of the first of its statements that says something; NULL where
 * none does.  (transfer container)
 */
const char **reason_dup_details (const ReasonGraph *graph, StatementDetail which);

/* Adds a finding.  Takes @facts, after adding where @path goes, in ids ("path") and in words
 * ("words"), and what its "first" and "last" statements say.
 */
void reason_add_finding (ReasonChecks *checks,
                         const char *id,
                         const char *statement,
                         const char *question,
                         GArray *facts,
                         const GArray *path);

/* Whether @link leads on, and not to the same in other words. */
gboolean reason_is_step (const ReasonLink *link);

typedef void (*ReasonLook) (ReasonChecks *checks, const ReasonLink *link);

/* Looks at links that the claim leads to, nearest first: those that are steps, or the others. */
void reason_each_link (ReasonChecks *checks, gboolean steps, ReasonLook look);

G_END_DECLS
