/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/role.h"

#include <string.h>

static const char *const role_names[N_ROLES] = {
  [ROLE_ID] = "id",
  [ROLE_INDICATOR] = "indicator",
  [ROLE_AREA] = "area",
  [ROLE_LEVEL] = "level",
  [ROLE_PERIOD] = "period",
  [ROLE_PERIOD_KIND] = "period_kind",
  [ROLE_VALUE] = "value",
  [ROLE_NUMERATOR] = "numerator",
  [ROLE_DENOMINATOR] = "denominator",
  [ROLE_TARGET] = "target",
  [ROLE_STATUS] = "status",
  [ROLE_PREVIOUS] = "previous",
  [ROLE_LAST_YEAR] = "last_year",
  [ROLE_UNIT] = "unit",
  [ROLE_MEASURE] = "measure",
  [ROLE_KEY] = "key",
  [ROLE_OWNER] = "owner",
  [ROLE_NOTE] = "note",
};

/* In order: the first that fits decides.  "*word" fits the end of a name, "word*" its
 * beginning, "*word*" any place in it; the others the whole name.
 */
static const struct {
  Role role;
  const char *name;
} synonyms[] = {
  /* Published by national bodies under these names. */
  { ROLE_PERIOD, "time period" },
  { ROLE_PERIOD_KIND, "time identifier" },
  { ROLE_LEVEL, "geographic level" },
  { ROLE_AREA, "la name" },
  { ROLE_IGNORE, "country name" },
  { ROLE_IGNORE, "region name" },
  { ROLE_INDICATOR, "indicator name" },
  { ROLE_INDICATOR, "data item" },
  { ROLE_AREA, "la and regions" },
  { ROLE_IGNORE, "region" },
  { ROLE_IGNORE, "family group" },
  { ROLE_IGNORE, "parent name" },
  { ROLE_ID, "short desc" },
  { ROLE_VALUE, "la indicator real" },
  { ROLE_NUMERATOR, "la numerator real" },
  { ROLE_DENOMINATOR, "la den real" },
  { ROLE_NUMERATOR, "count" },
  { ROLE_IGNORE, "time period sortable" },
  { ROLE_IGNORE, "time period range" },
  { ROLE_IGNORE, "area type" },
  { ROLE_IGNORE, "recent trend" },
  { ROLE_IGNORE, "new data" },
  { ROLE_IGNORE, "compared to*" },
  { ROLE_IGNORE, "inequality" },
  { ROLE_KEY, "sex" },
  { ROLE_KEY, "age" },
  { ROLE_KEY, "category" },
  { ROLE_KEY, "category type" },
  { ROLE_KEY, "gender" },
  { ROLE_KEY, "age group" },
  { ROLE_KEY, "type" },
  { ROLE_KEY, "department type" },
  /* Limits and other numbers about a number. */
  { ROLE_LIMIT, "lower*" },
  { ROLE_LIMIT, "upper*" },
  { ROLE_LIMIT, "*limit" },
  { ROLE_LIMIT, "*lower ci*" },
  { ROLE_LIMIT, "*upper ci*" },
  { ROLE_LIMIT, "outer *" },
  { ROLE_LIMIT, "inner *" },
  { ROLE_LIMIT, "confidence" },
  { ROLE_LIMIT, "multiplier" },
  { ROLE_LIMIT, "rank" },
  { ROLE_IGNORE, "*qf" },
  { ROLE_IGNORE, "statistic" },
  { ROLE_IGNORE, "method" },
  /* One case. */
  { ROLE_CASE, "case" },
  { ROLE_CASE, "*case id" },
  { ROLE_CASE, "case ref*" },
  { ROLE_CASE, "case no*" },
  { ROLE_CASE, "case enquiry id" },
  { ROLE_CASE, "pa ref" },
  { ROLE_CASE, "*application no" },
  { ROLE_CASE, "*application number" },
  { ROLE_CASE, "reference" },
  { ROLE_CASE, "*reference number" },
  { ROLE_CASE, "referral id" },
  { ROLE_CASE, "child id" },
  { ROLE_CASE, "record id" },
  { ROLE_CASE, "arefno" },
  { ROLE_CASE, "timestamp" },
  /* Figures. */
  { ROLE_NUMERATOR, "numerator" },
  { ROLE_NUMERATOR, "numerator*" },
  { ROLE_NUMERATOR, "*numerator" },
  { ROLE_DENOMINATOR, "denominator" },
  { ROLE_DENOMINATOR, "denominator*" },
  { ROLE_DENOMINATOR, "*denominator" },
  { ROLE_TARGET, "target" },
  { ROLE_TARGET, "target*" },
  { ROLE_TARGET, "*target" },
  { ROLE_STATUS, "status" },
  { ROLE_STATUS, "rag" },
  { ROLE_STATUS, "rag*" },
  { ROLE_STATUS, "*rag" },
  { ROLE_STATUS, "traffic light*" },
  { ROLE_STATUS, "colour" },
  { ROLE_STATUS, "*status" },
  { ROLE_VALUE, "value" },
  { ROLE_VALUE, "values" },
  { ROLE_VALUE, "actual" },
  { ROLE_VALUE, "actual*" },
  { ROLE_VALUE, "result" },
  { ROLE_VALUE, "outturn" },
  { ROLE_VALUE, "this quarter" },
  { ROLE_VALUE, "this period" },
  { ROLE_VALUE, "this month" },
  { ROLE_VALUE, "current value" },
  { ROLE_VALUE, "current" },
  { ROLE_VALUE, "current performance" },
  { ROLE_VALUE, "performance" },
  { ROLE_VALUE, "figure" },
  { ROLE_VALUE, "obs value" },
  { ROLE_VALUE, "counts" },
  { ROLE_VALUE, "* value" },
  { ROLE_VALUE, "* actual" },
  { ROLE_PREVIOUS, "previous" },
  { ROLE_PREVIOUS, "last quarter" },
  { ROLE_PREVIOUS, "last period" },
  { ROLE_PREVIOUS, "last month" },
  { ROLE_PREVIOUS, "previous quarter" },
  { ROLE_PREVIOUS, "previous period" },
  { ROLE_PREVIOUS, "previous month" },
  { ROLE_PREVIOUS, "previous value" },
  { ROLE_LAST_YEAR, "previous year" },
  { ROLE_LAST_YEAR, "last year" },
  /* What it is about. */
  { ROLE_INDICATOR, "indicator" },
  { ROLE_INDICATOR, "performance indicator" },
  { ROLE_INDICATOR, "indicator title" },
  { ROLE_INDICATOR, "indicator description" },
  { ROLE_INDICATOR, "performance measure" },
  { ROLE_INDICATOR, "kpi" },
  { ROLE_INDICATOR, "pi" },
  { ROLE_INDICATOR, "description" },
  { ROLE_INDICATOR, "title" },
  { ROLE_INDICATOR, "name" },
  { ROLE_ID, "id" },
  { ROLE_ID, "code" },
  { ROLE_ID, "ref" },
  { ROLE_ID, "pi code" },
  { ROLE_ID, "indicator id" },
  { ROLE_ID, "indicator code" },
  { ROLE_ID, "indicator ref" },
  { ROLE_AREA, "area" },
  { ROLE_AREA, "area name" },
  { ROLE_AREA, "local authority" },
  { ROLE_AREA, "authority" },
  { ROLE_AREA, "council" },
  { ROLE_AREA, "district" },
  { ROLE_AREA, "ward" },
  { ROLE_AREA, "hospital" },
  { ROLE_AREA, "trust" },
  { ROLE_AREA, "org code" },
  { ROLE_AREA, "org name" },
  { ROLE_AREA, "organisation" },
  { ROLE_AREA, "provider" },
  { ROLE_AREA, "school" },
  { ROLE_AREA, "lad" },
  { ROLE_AREA, "treatment location" },
  { ROLE_AREA, "location" },
  { ROLE_PERIOD, "period" },
  { ROLE_PERIOD, "month" },
  { ROLE_PERIOD, "quarter" },
  { ROLE_PERIOD, "year" },
  { ROLE_PERIOD, "years" },
  { ROLE_PERIOD, "week" },
  { ROLE_PERIOD, "date" },
  { ROLE_PERIOD, "financial year" },
  { ROLE_PERIOD, "academic year" },
  { ROLE_PERIOD, "reporting period" },
  { ROLE_PERIOD, "week ending" },
  { ROLE_PERIOD, "month ending" },
  { ROLE_PERIOD, "quarter ending" },
  { ROLE_PERIOD, "*end year" },
  { ROLE_PART, "week no" },
  { ROLE_PART, "week number" },
  { ROLE_UNIT, "unit" },
  { ROLE_UNIT, "units" },
  { ROLE_UNIT, "unit of measure*" },
  { ROLE_MEASURE, "measure" },
  { ROLE_MEASURE, "measure type" },
  { ROLE_OWNER, "service" },
  { ROLE_OWNER, "owner" },
  { ROLE_OWNER, "directorate" },
  { ROLE_OWNER, "lead officer" },
  { ROLE_NOTE, "note" },
  { ROLE_NOTE, "notes" },
  { ROLE_NOTE, "value note" },
  { ROLE_NOTE, "comment" },
  { ROLE_NOTE, "comments" },
  { ROLE_NOTE, "commentary" },
  { ROLE_NOTE, "source" },
  { ROLE_CODE, "*code" },
  { ROLE_CODE, "la number" },
  { ROLE_CODE, "*id" },
  { ROLE_CODE, "*url" },
};

#define MOST_NORMAL 120

/* A letter case change or a mark between words starts a new one. */
char *
role_dup_normal (const char *name)
{
  GString *normal = g_string_new (NULL);
  gboolean after_lower = FALSE, gap = FALSE;

  for (const char *at = name; *at && normal->len < MOST_NORMAL; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);
    gboolean upper = g_unichar_isupper (character);

    if (!g_unichar_isalnum (character)) {
      gap = TRUE;
      after_lower = FALSE;
      continue;
    }
    if ((gap || (upper && after_lower)) && normal->len > 0)
      g_string_append_c (normal, ' ');
    gap = FALSE;
    after_lower = g_unichar_islower (character);
    g_string_append_unichar (normal, g_unichar_tolower (character));
  }

  return g_string_free (normal, FALSE);
}

static gboolean
fits (const char *normal, const char *pattern)
{
  gsize n = strlen (pattern);
  gboolean open_start = pattern[0] == '*', open_end = pattern[n - 1] == '*';
  g_autofree char *word = g_strndup (pattern + open_start, n - open_start - open_end);

  if (open_start && open_end)
    return strstr (normal, word) != NULL;
  if (open_start)
    return g_str_has_suffix (normal, word);
  if (open_end)
    return g_str_has_prefix (normal, word);

  return g_str_equal (normal, word);
}

Role
role_find (const char *normal)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (fits (normal, synonyms[i].name))
      return synonyms[i].role;

  return ROLE_NONE;
}

Role
role_from_name (const char *name)
{
  for (guint i = 0; i < N_ROLES; i++)
    if (role_names[i] && g_str_equal (role_names[i], name))
      return (Role) i;

  return ROLE_NONE;
}

const char *
role_get_name (Role role)
{
  return role_names[role] ? role_names[role] : "";
}
