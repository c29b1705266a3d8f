/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/definition-plan.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "records/expression-token.h"

#include <math.h>
#include <string.h>

#define MOMENT (EXPRESSION_DATE | EXPRESSION_DATETIME)
/* A hundred years. */
#define MOST_DAYS 36525

#define ANY_KIND (EXPRESSION_NUMBER | EXPRESSION_TEXT | MOMENT | EXPRESSION_TIME | EXPRESSION_TRUTH)

typedef struct {
  const ExpressionColumn *columns; /* NULL: not known */
  gsize n_columns;
  GError **error;
} Reader;

/* What a kind of figure needs, and what its scale is unless it is said. */
static const struct {
  const char *name;
  gboolean needs_counted;
  gboolean needs_measure;
  double scale;
} kinds[] = {
  [DEFINITION_SHARE] = { "share", TRUE, FALSE, 100 },
  [DEFINITION_COUNT] = { "count", FALSE, FALSE, 1 },
  [DEFINITION_RATE] = { "rate", TRUE, TRUE, 1 },
  [DEFINITION_MEAN] = { "mean", FALSE, TRUE, 1 },
  [DEFINITION_MEDIAN] = { "median", FALSE, TRUE, 1 },
  [DEFINITION_PERCENTILE] = { "percentile", FALSE, TRUE, 1 },
};

void
definition_plan_free (DefinitionPlan *self)
{
  g_clear_pointer (&self->of, expression_free);
  g_clear_pointer (&self->counted, expression_free);
  g_clear_pointer (&self->measure, expression_free);
  g_clear_pointer (&self->dated, expression_free);
  g_clear_pointer (&self->key, expression_free);
  g_clear_pointer (&self->demand, expression_free);
  g_clear_pointer (&self->cause, expression_free);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->divisors, g_ptr_array_unref);
  g_clear_pointer (&self->working, working_calendar_free);
  g_free (self);
}

static gboolean
refuse (Reader *self, ScrutinyError code, const char *part, const char *value, const char *said)
{
  scrutiny_set_error_at (self->error, code, 0, part, value, "%s: %s", part, said);

  return FALSE;
}

static gboolean
refuse_value (Reader *self,
              ScrutinyError code,
              const char *part,
              const char *value,
              const char *said)
{
  g_autofree char *shown = printable_dup (value, 40);
  g_autofree char *message = g_strdup_printf ("“%s” %s", shown, said);

  return refuse (self, code, part, value, message);
}

static gboolean
find_kind (Reader *self, const char *name, DefinitionKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (g_str_equal (kinds[i].name, name)) {
      *kind = i;
      return TRUE;
    }
  }

  return refuse_value (self, SCRUTINY_ERROR_NOT_FOUND, "kind", name,
                       "is no kind of figure; there are share, count, rate, mean, median and "
                       "percentile");
}

/* An expression of a part, if it is said. */
static gboolean
read_part (Reader *self,
           const char *part,
           const char *text,
           ExpressionKind wanted,
           Expression **read)
{
  g_autoptr (Expression) expression = NULL;

  if (!text || !*text)
    return TRUE;

  expression = expression_parse (text, part, self->error);
  if (!expression || (self->columns && !expression_check (expression, self->columns,
                                                          self->n_columns, wanted, self->error)))
    return FALSE;

  *read = g_steal_pointer (&expression);

  return TRUE;
}

static gboolean
read_parts (Reader *self, ScrutinyDefinition *definition, DefinitionPlan *plan)
{
  return read_part (self, "of", scrutiny_definition_get_of (definition), EXPRESSION_TRUTH,
                    &plan->of) &&
         read_part (self, "counted", scrutiny_definition_get_counted (definition), EXPRESSION_TRUTH,
                    &plan->counted) &&
         read_part (self, "measure", scrutiny_definition_get_measure (definition),
                    EXPRESSION_NUMBER, &plan->measure) &&
         read_part (self, "dated", scrutiny_definition_get_dated (definition), MOMENT,
                    &plan->dated) &&
         read_part (self, "key", scrutiny_definition_get_key (definition), ANY_KIND, &plan->key) &&
         read_part (self, "demand", scrutiny_definition_get_demand (definition), EXPRESSION_TEXT,
                    &plan->demand) &&
         read_part (self, "cause", scrutiny_definition_get_cause (definition), EXPRESSION_TEXT,
                    &plan->cause);
}

static gboolean
has_what_it_needs (Reader *self, const DefinitionPlan *plan)
{
  if (kinds[plan->kind].needs_counted && !plan->counted)
    return refuse (self, SCRUTINY_ERROR_NOT_FOUND, "counted", NULL,
                   "nothing says which rows are counted; give a condition, such as days <= 45");
  if (kinds[plan->kind].needs_measure && !plan->measure)
    return refuse (self, SCRUTINY_ERROR_NOT_FOUND, "measure", NULL,
                   "nothing says what is measured; give a number of each row, such as "
                   "days_between(opened, closed)");
  if (!plan->dated)
    return refuse (self, SCRUTINY_ERROR_NOT_FOUND, "dated", NULL,
                   "nothing says when a row belongs to; give a column of dates");

  return TRUE;
}

/* A number of a definition, or @value as it is where none is said. */
static gboolean
read_number (Reader *self,
             const char *part,
             const char *text,
             double least,
             double most,
             double *value)
{
  double number;

  if (!text || !*text)
    return TRUE;
  if (!number_parse (text, strlen (text), &number))
    return refuse_value (self, SCRUTINY_ERROR_UNREADABLE, part, text, "is not a number");
  if (!(least <= number && number <= most))
    return refuse_value (self, SCRUTINY_ERROR_OUT_OF_RANGE, part, text,
                         g_str_equal (part, "level") ? "is no percentile; it is between 0 and 100"
                                                     : "is out of range; it is more than 0");

  *value = number;

  return TRUE;
}

static gboolean
check_unit (Reader *self, const char *unit)
{
  static const char *const units[] = { "days", "working-days", "hours", "minutes", "points", NULL };

  return !unit || !*unit || g_strv_contains (units, unit) ||
         refuse_value (self, SCRUTINY_ERROR_UNREADABLE, "unit", unit,
                       "is no unit; there are days, working-days, hours, minutes and points");
}

static gboolean
read_days (Reader *self, const char *text, double *days)
{
  double number;

  if (!text || !*text)
    return TRUE;
  if (!number_parse (text, strlen (text), &number) || !(number >= 1 && number <= MOST_DAYS) ||
      number != floor (number))
    return refuse_value (self, SCRUTINY_ERROR_UNREADABLE, "looks_back", text,
                         "is no number of days; write 365 for a year");
  *days = number;

  return TRUE;
}

static gboolean
check_key (Reader *self, const DefinitionPlan *plan)
{
  return plan->days == 0 || plan->key ||
         refuse (self, SCRUTINY_ERROR_NOT_FOUND, "key", NULL,
                 "nothing says what rows of one case have in common, without which nothing looks "
                 "back; give a column, such as child_id");
}

static gboolean
read_numbers (Reader *self, ScrutinyDefinition *definition, DefinitionPlan *plan)
{
  const char *level = scrutiny_definition_get_level (definition);

  plan->scale = kinds[plan->kind].scale;
  plan->level = 50;
  plan->limit = NAN;
  if (plan->kind == DEFINITION_PERCENTILE && !(level && *level))
    return refuse (self, SCRUTINY_ERROR_NOT_FOUND, "level", NULL,
                   "nothing says which percentile; give a number between 0 and 100");

  return read_number (self, "scale", scrutiny_definition_get_scale (definition), G_MINDOUBLE,
                      G_MAXDOUBLE, &plan->scale) &&
         read_number (self, "level", level, 0, 100, &plan->level) &&
         read_number (self, "limit", scrutiny_definition_get_limit (definition), -G_MAXDOUBLE,
                      G_MAXDOUBLE, &plan->limit) &&
         read_days (self, scrutiny_definition_get_looks_back (definition), &plan->days) &&
         check_unit (self, scrutiny_definition_get_unit (definition)) && check_key (self, plan);
}

static gboolean
read_segment (Reader *self, const ExpressionToken *token, GPtrArray *segments)
{
  g_autofree char *name = g_strndup (token->start, (gsize) (token->end - token->start));
  Expression *column = NULL;

  if (token->kind != EXPRESSION_TOKEN_NAME)
    return refuse_value (self, SCRUTINY_ERROR_UNREADABLE, "segments", name,
                         "is not a column; give columns with commas between, such as ward, \"age "
                         "band\"");
  if (!read_part (self, "segments", name, ANY_KIND, &column))
    return FALSE;
  g_ptr_array_add (segments, column);

  return TRUE;
}

static gboolean
read_segments (Reader *self, const char *text, GPtrArray *segments)
{
  ExpressionToken token = expression_token_next (text ? text : "");

  if (text && !g_utf8_validate (text, -1, NULL))
    return refuse (self, SCRUTINY_ERROR_UNREADABLE, "segments", NULL, "the text is not UTF-8");

  for (; token.kind != EXPRESSION_TOKEN_END || segments->len;
       token = expression_token_next (token.end)) {
    if (!read_segment (self, &token, segments))
      return FALSE;
    token = expression_token_next (token.end);
    if (token.kind == EXPRESSION_TOKEN_END)
      break;
    if (token.kind != EXPRESSION_TOKEN_COMMA)
      return refuse_value (self, SCRUTINY_ERROR_UNREADABLE, "segments", text,
                           "is not a list of columns; put commas between them");
  }

  return TRUE;
}

static gboolean
read_calendar (Reader *self, const char *name, ScrutinyCalendar *calendar)
{
  *calendar = SCRUTINY_CALENDAR_MONTH;
  if (!name || !*name)
    return TRUE;

  for (ScrutinyCalendar i = SCRUTINY_CALENDAR_DAY; i <= SCRUTINY_CALENDAR_ACADEMIC_YEAR; i++) {
    if (g_str_equal (scrutiny_calendar_get_name (i), name)) {
      *calendar = i;
      return TRUE;
    }
  }

  return refuse_value (self, SCRUTINY_ERROR_NOT_FOUND, "calendar", name,
                       "is not a calendar; there are day, week, month, quarter, half, year, "
                       "financial-quarter, financial-half, financial-year and academic-year");
}

/* Parts of an expression, by themselves. */
static gboolean
add_parts (Reader *self, char **texts, GPtrArray *parts)
{
  for (guint i = 0; texts[i]; i++) {
    Expression *part = NULL;

    if (!read_part (self, "measure", texts[i], EXPRESSION_NUMBER, &part))
      return FALSE;
    g_ptr_array_add (parts, part);
  }

  return TRUE;
}

/* What an odd row of @expression is known by. */
static gboolean
add_odd_parts (Reader *self, const Expression *expression, DefinitionPlan *plan)
{
  g_auto (GStrv) spans = expression ? expression_dup_spans (expression) : NULL;
  g_auto (GStrv) divisors = expression ? expression_dup_divisors (expression) : NULL;

  return !expression ||
         (add_parts (self, spans, plan->spans) && add_parts (self, divisors, plan->divisors));
}

DefinitionPlan *
definition_plan_new (ScrutinyDefinition *definition,
                     const ExpressionColumn *columns,
                     gsize n_columns,
                     GError **error)
{
  g_autoptr (DefinitionPlan) self = g_new0 (DefinitionPlan, 1);
  const char *kind = scrutiny_definition_get_kind (definition);
  Reader reader = { columns, n_columns, error };

  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) expression_free);
  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) expression_free);
  self->divisors = g_ptr_array_new_with_free_func ((GDestroyNotify) expression_free);
  if (!kind) {
    refuse (&reader, SCRUTINY_ERROR_NOT_FOUND, "kind", NULL,
            "the definition does not say how its figure comes of the rows");
    return NULL;
  }

  if (!find_kind (&reader, kind, &self->kind) || !read_parts (&reader, definition, self) ||
      !has_what_it_needs (&reader, self) || !read_numbers (&reader, definition, self) ||
      !read_segments (&reader, scrutiny_definition_get_segments (definition), self->segments) ||
      !read_calendar (&reader, scrutiny_definition_get_calendar (definition), &self->calendar) ||
      !add_odd_parts (&reader, self->of, self) || !add_odd_parts (&reader, self->counted, self) ||
      !add_odd_parts (&reader, self->measure, self))
    return NULL;

  self->working = working_calendar_parse (scrutiny_definition_get_holidays (definition), error);

  return self->working ? g_steal_pointer (&self) : NULL;
}

static void
append_part (GString *out, const char *part, const Expression *expression)
{
  g_autofree char *text = expression ? expression_dup_text (expression) : NULL;

  if (text)
    g_string_append_printf (out, "; %s %s", part, text);
}

/* All but the segments. */
static GString *
write_figure (const DefinitionPlan *self)
{
  GString *out = g_string_new (kinds[self->kind].name);
  char shown[NUMBER_TEXT_SIZE];

  if (self->kind == DEFINITION_PERCENTILE)
    g_string_append_printf (out, " %s", number_format (self->level, shown));
  if (self->scale != 1)
    g_string_append_printf (out, " times %s", number_format (self->scale, shown));
  append_part (out, "of", self->of);
  append_part (out, "counted", self->counted);
  append_part (out, "measure", self->measure);
  append_part (out, "dated", self->dated);

  return out;
}

char *
definition_plan_dup_text (const DefinitionPlan *self)
{
  GString *out = write_figure (self);

  for (guint i = 0; i < self->segments->len; i++)
    append_part (out, "segment", self->segments->pdata[i]);

  return g_string_free (out, FALSE);
}

char *
definition_plan_dup_name (const DefinitionPlan *self, const Expression *segment)
{
  GString *out = write_figure (self);

  append_part (out, "segment", segment);
  g_string_append_printf (out, "; work from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " but",
                          self->working->first, self->working->last);
  for (gsize i = 0; i < self->working->n_holidays; i++)
    g_string_append_printf (out, " %" G_GINT64_FORMAT, self->working->holidays[i]);

  return g_string_free (out, FALSE);
}
