/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column is for.  What it is called is data: the table in role.c. */
typedef enum {
  ROLE_NONE,
  ROLE_ID,
  ROLE_INDICATOR,
  ROLE_AREA,
  ROLE_LEVEL, /* which of several area columns counts in this row */
  ROLE_PERIOD,
  ROLE_PERIOD_KIND,
  ROLE_VALUE,
  ROLE_NUMERATOR,
  ROLE_DENOMINATOR,
  ROLE_TARGET,
  ROLE_STATUS,
  ROLE_PREVIOUS,
  ROLE_LAST_YEAR,
  ROLE_UNIT,
  ROLE_MEASURE,
  ROLE_KEY, /* splits a figure into several series: sex, age, type */
  ROLE_OWNER,
  ROLE_NOTE,
  ROLE_PART,   /* part of a period that another column states in full */
  ROLE_CODE,   /* a number that is a name */
  ROLE_LIMIT,  /* confidence limits and other numbers about a number */
  ROLE_IGNORE, /* known, and of no use here */
  ROLE_CASE,   /* names one case: the mark of record-level rows */
  N_ROLES,
} Role;

/* Lower case, words apart: LA_IndicatorReal is "la indicator real". */
char *role_dup_normal (const char *name);
/* @normal as role_dup_normal() makes it. */
Role role_find (const char *normal);
/* The role a user's word stands for: "value", "last_year"; ROLE_NONE if it is none. */
Role role_from_name (const char *name);
const char *role_get_name (Role role);

G_END_DECLS
