/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>
#include <scrutiny/table.h>

#include "base/json-writer.h"
#include "challenge/quality-table.h"

G_BEGIN_DECLS

/* Rows that a fact names at most; it counts all of them. */
#define QUALITY_MOST_ROWS 100

/* One thing that was found out. */
typedef struct {
  const char *dimension, *id;
  char *column;     /* "" where it is of no one column */
  double value;     /* NaN where it cannot be told */
  double of;        /* what the value is out of; NaN where of nothing */
  double low, high; /* its interval; NaN where there is none */
  GArray *rows;     /* of gsize */
} QualityFact;

/* What is looked at, and what was found and is to be said so far. */
typedef struct {
  const QualityTable *table;
  ScrutinyMethod *method;
  GPtrArray *facts;    /* of QualityFact */
  GPtrArray *findings; /* of ScrutinyFinding */
} QualityReading;

QualityFact *quality_facts_add (QualityReading *reading,
                                const char *dimension,
                                const char *id,
                                const char *column,
                                double value,
                                double of);
void quality_fact_add_row (QualityFact *self, gsize row);

/* What there is to say; @request may be NULL.  Ends @facts. */
void quality_say (QualityReading *reading,
                  const char *id,
                  const char *statement,
                  const char *question,
                  const char *request,
                  GVariantDict *facts);

/* The rows a fact names as a reader would: “row 3”, “Leeds, March 2010”; three and how many more.
 */
char *quality_fact_dup_rows (const QualityFact *self, const QualityTable *table);

GPtrArray *quality_facts_new (void);
ScrutinyTable *quality_facts_tabulate (GPtrArray *facts);
void quality_facts_write_json (GPtrArray *facts, JsonWriter *writer);

G_END_DECLS
