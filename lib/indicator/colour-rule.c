/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/colour-rule-private.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/colour-script.h"

#include <math.h>
#include <string.h>

/**
 * ScrutinyColourRule:
 *
 * How a publisher turns a figure into a status, and since when.
 *
 * A rule is text. Each clause gives a status when a condition holds; the first that holds
 * decides:
 *
 * ```
 * from 2022-04: "Met" when value >= 88; "Near" when value >= 83.6; otherwise "Missed"
 * from 2024-04 until 2025-03:
 *   "Met" when round(value, 1) >= 90 and overdue < 10
 *   "Near" when value within 5% of target and value >= previous
 *   otherwise "Missed"
 *   missing "No data"
 *   override 2024-06 "Near" because "figures restated"
 * ```
 *
 * - Statuses are the publisher's words in quotation marks. They are compared, never
 *   understood.
 * - `from` and `until` say which periods a part of the rule is for. The period a figure
 *   ends in counts. Of several parts in force the one that began last decides; a part
 *   without dates is always in force.
 * - Names are columns: `value`, `target`, `previous` (the period before), `last_year` (the
 *   same period a year before) and any other. A name with blanks stands in grave accents:
 *   `` `cases overdue` ``.
 * - Conditions have `>=`, `>`, `<=`, `<`, `=`, `<>`, `within 5 of target`, `within 10% of
 *   target` (both ends count), `is missing`, `is not missing`, `and`, `or`, `not`, `+`, `-`,
 *   `*`, `/`, `round(value, 1)`, `abs(value)` and brackets.
 * - Numbers are decimals as people write them: two that agree to one part in a million
 *   million are the same, so 0.1 + 0.2 reaches 0.3, and 2.675 rounds to 2.68.
 * - A missing number makes what it takes part in unknown, and an unknown condition does not
 *   hold. A missing figure has the status that `missing` gives, or none; `otherwise` is not
 *   for it. The figure is `value`, or, where a part does not name it, all it names but
 *   `target`, `previous` and `last_year`.
 * - `override` gives one period its status, whatever the clauses say.
 * - What stands after `#` on a line is a remark.
 *
 * Since: 0.1
 */
struct _ScrutinyColourRule {
  GObject parent_instance;

  ScrutinyClaim *claim;
  ColourScript *script;
};

G_DEFINE_FINAL_TYPE (ScrutinyColourRule, scrutiny_colour_rule, G_TYPE_OBJECT)

enum {
  PROP_TEXT = 1,
  PROP_CLAIM,
};

static void
scrutiny_colour_rule_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinyColourRule *self = SCRUTINY_COLOUR_RULE (object);

  switch (prop_id) {
  case PROP_TEXT:
    g_value_set_string (value, self->script->text);
    break;
  case PROP_CLAIM:
    g_value_set_object (value, self->claim);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
scrutiny_colour_rule_finalize (GObject *object)
{
  ScrutinyColourRule *self = SCRUTINY_COLOUR_RULE (object);

  g_clear_object (&self->claim);
  colour_script_free (self->script);

  G_OBJECT_CLASS (scrutiny_colour_rule_parent_class)->finalize (object);
}

static void
scrutiny_colour_rule_class_init (ScrutinyColourRuleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_colour_rule_finalize;
  object_class->get_property = scrutiny_colour_rule_get_property;

  /**
   * ScrutinyColourRule:text: (getter get_text)
   *
   * The rule as it was written.
   *
   * Since: 0.1
   */
  g_object_class_install_property (
      object_class, PROP_TEXT,
      g_param_spec_string ("text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  /**
   * ScrutinyColourRule:claim: (getter get_claim)
   *
   * Who says that this is the rule.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, PROP_CLAIM,
                                   g_param_spec_object ("claim", NULL, NULL, SCRUTINY_TYPE_CLAIM,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
scrutiny_colour_rule_init (ScrutinyColourRule *self)
{
  self->script = colour_script_new ();
}

static const ColourPart *
part_at (const ScrutinyColourRule *self, guint index)
{
  return &g_array_index (self->script->parts, ColourPart, index);
}

static const ColourClause *
clause_at (const ScrutinyColourRule *self, guint index)
{
  return &g_array_index (self->script->clauses, ColourClause, index);
}

/* The part for what ends on @day: of those in force the one that began last. */
static const ColourPart *
part_on_day (const ScrutinyColourRule *self, gint64 day)
{
  const ColourPart *found = NULL;

  for (guint i = 0; i < self->script->parts->len; i++) {
    const ColourPart *part = part_at (self, i);

    if (part->has_clause && part->days.first <= day && day <= part->days.last &&
        (!found || part->days.first >= found->days.first))
      found = part;
  }

  return found;
}

/* Without a date there is no telling which of several parts was in force, unless one always is. */
static const ColourPart *
part_undated (const ScrutinyColourRule *self)
{
  const ColourPart *found = NULL;

  if (self->script->parts->len == 1)
    return part_at (self, 0);

  for (guint i = 0; i < self->script->parts->len; i++) {
    const ColourPart *part = part_at (self, i);

    if (part->has_clause && part->days.first == G_MININT64 && part->days.last == G_MAXINT64)
      found = part;
  }

  return found;
}

static gboolean
is_context (const char *name)
{
  static const char *const context[] = { "target", "previous", "last_year", NULL };

  return g_strv_contains (context, name);
}

/* The names of a part, each perhaps more than once. */
static gboolean
is_missing (const ScrutinyColourRule *self,
            const ColourPart *part,
            ColourRuleLookup lookup,
            gpointer user_data)
{
  gboolean lacks_one = FALSE;
  gboolean has_own = FALSE;

  for (guint i = part->first_step; i < part->first_step + part->n_steps; i++) {
    const ColourStep *step = &g_array_index (self->script->steps, ColourStep, i);
    const char *name = step->op == COLOUR_NAME ? self->script->names->pdata[step->name] : "target";

    if (g_str_equal (name, "value"))
      return isnan (lookup (name, user_data));
    if (!is_context (name)) {
      has_own = TRUE;
      lacks_one |= isnan (lookup (name, user_data));
    }
  }

  return has_own ? lacks_one : isnan (lookup ("value", user_data));
}

static gboolean
applies (const ScrutinyColourRule *self,
         const ColourClause *clause,
         gboolean is_figure_missing,
         ColourRuleLookup lookup,
         gpointer user_data)
{
  switch (clause->kind) {
  case CLAUSE_WHEN:
    return colour_steps_evaluate (
               &g_array_index (self->script->steps, ColourStep, clause->first_step),
               clause->n_steps, (char *const *) self->script->names->pdata, lookup, user_data) == 1;
  case CLAUSE_OTHERWISE:
    return !is_figure_missing;
  case CLAUSE_MISSING:
  case CLAUSE_OVERRIDE:
  default:
    return FALSE;
  }
}

static gint64
find_override (const ScrutinyColourRule *self, const PeriodDays *days)
{
  for (guint i = self->script->clauses->len; i-- > 0;) {
    const ColourClause *clause = clause_at (self, i);

    if (clause->kind == CLAUSE_OVERRIDE && clause->days.first == days->first &&
        clause->days.last == days->last)
      return i;
  }

  return -1;
}

static gint64
find_missing (const ScrutinyColourRule *self, const ColourPart *part)
{
  for (guint i = part->first_clause; i < part->first_clause + part->n_clauses; i++) {
    if (clause_at (self, i)->kind == CLAUSE_MISSING)
      return i;
  }

  return -1;
}

static gint64
find_in_part (const ScrutinyColourRule *self,
              const ColourPart *part,
              ColourRuleLookup lookup,
              gpointer user_data)
{
  const gboolean is_figure_missing = is_missing (self, part, lookup, user_data);
  const gint64 missing = is_figure_missing ? find_missing (self, part) : -1;

  if (missing >= 0)
    return missing;

  for (guint i = part->first_clause; i < part->first_clause + part->n_clauses; i++) {
    if (applies (self, clause_at (self, i), is_figure_missing, lookup, user_data))
      return i;
  }

  return -1;
}

const char *
scrutiny_colour_rule_judge (ScrutinyColourRule *self,
                            const Period *period,
                            ColourRuleLookup lookup,
                            gpointer user_data,
                            guint *clause)
{
  const ColourPart *part;
  PeriodDays days = { 0, 0 };
  const gboolean is_dated = period && period_get_days (period, &days);
  gint64 found = is_dated ? find_override (self, &days) : -1;

  if (found < 0) {
    part = is_dated ? part_on_day (self, days.last) : part_undated (self);
    found = part ? find_in_part (self, part, lookup, user_data) : -1;
  }
  if (found < 0)
    return NULL;

  if (clause)
    *clause = (guint) found;

  return clause_at (self, (guint) found)->status;
}

/**
 * scrutiny_colour_rule_parse:
 * @text: the rule
 * @claim: (nullable): who says that this is the rule
 * @error: return location for an error
 *
 * Reads a rule.
 *
 * Whether the names in a rule are columns of anything is asked when it is used:
 * [method@ColourRule.dup_columns] lists them.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] and the line and column where the text is
 * no rule, with [error@Scrutiny.Error.OUT_OF_RANGE] if a part ends before it begins, and
 * with [error@Scrutiny.Error.LIMIT] if the rule is longer than 64 KiB or its brackets are
 * more than 64 deep.
 *
 * Returns: (transfer full): the rule
 *
 * Since: 0.1
 */
ScrutinyColourRule *
scrutiny_colour_rule_parse (const char *text, ScrutinyClaim *claim, GError **error)
{
  ScrutinyColourRule *self;
  ColourScript *script;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (claim == NULL || SCRUTINY_IS_CLAIM (claim), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  script = colour_script_parse (text, error);
  if (!script)
    return NULL;

  self = g_object_new (SCRUTINY_TYPE_COLOUR_RULE, NULL);
  colour_script_free (self->script);
  self->script = script;
  g_set_object (&self->claim, claim);

  return self;
}

static void
append_part (GString *text, const ColourPart *part)
{
  const gboolean has_from = part->from.start != NULL;
  const gboolean has_until = part->until.start != NULL;

  if (has_from)
    g_string_append_printf (text, "from %.*s", (int) part->from.content_length, part->from.start);
  if (has_until)
    g_string_append_printf (text, "%suntil %.*s", has_from ? " " : "",
                            (int) part->until.content_length, part->until.start);
  if (has_from || has_until)
    g_string_append (text, ": ");
  g_string_append_len (text, part->body, part->end - part->body);
  if (part->end[-1] != '\n')
    g_string_append_c (text, '\n');
}

/* Whether @part stays beside @now when @now is all there is after, or before, @day. */
static gboolean
stays (const ColourPart *part, const ColourPart *now, gint64 day, gboolean after)
{
  if (!after)
    return part->days.first > day;

  /* Of two that begin together the later one decides, and now it has no end. */
  return part->days.first <= day && !(part < now && part->days.first == now->days.first);
}

/* The rule as if what was in force on @day had been so ever after, or ever before. */
static char *
dup_text_without_moves (const ScrutinyColourRule *self, gint64 day, gboolean after)
{
  const ColourPart *now = part_on_day (self, day);
  ColourPart opened;
  gboolean is_first;
  GString *text;

  if (!now)
    return NULL;

  opened = *now;
  if (after)
    opened.until.start = NULL;
  else
    opened.from.start = NULL;

  /* Without dates it can only be told from the others in front of them. */
  is_first = !opened.from.start && !opened.until.start;
  text = g_string_new (NULL);
  if (is_first)
    append_part (text, &opened);
  for (guint i = 0; i < self->script->parts->len; i++) {
    const ColourPart *part = part_at (self, i);

    if (part == now && !is_first)
      append_part (text, &opened);
    else if (part != now && stays (part, now, day, after))
      append_part (text, part);
  }

  return g_string_free (text, FALSE);
}

static ScrutinyColourRule *
copy_without_moves (ScrutinyColourRule *self, const char *value, gboolean after, GError **error)
{
  const char *name = after ? "until" : "from";
  g_autofree char *shown = printable_dup (value ? value : "", 40);
  g_autofree char *text = NULL;
  PeriodDays days;

  if (!value || !period_parse_days (value, strlen (value), &days)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, name, value,
                           "Rule, %s: “%s” is not a period; give one such as 2024-04 or 2024/25",
                           name, shown);
    return NULL;
  }

  text = dup_text_without_moves (self, days.last, after);
  if (!text) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, name, value,
                           "Rule, %s: no part of the rule was in force in %s", name, shown);
    return NULL;
  }

  return scrutiny_colour_rule_parse (text, self->claim, error);
}

/**
 * scrutiny_colour_rule_copy_with:
 * @self: a rule
 * @property: what to change: `text`, `until` or `from`
 * @value: (nullable): what it shall be
 * @error: return location for an error
 *
 * Creates a copy with one thing changed, to ask what would have been.
 *
 * With `until` and a period the rule is as if nobody had moved it since: the part that was
 * in force then stays in force, and later parts are gone. With `from` it is as if it had
 * always been what it was then. With `text` it is another rule that the same person states.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if there is no such property or nothing was
 * in force in that period, and as [func@ColourRule.parse] does.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyColourRule *
scrutiny_colour_rule_copy_with (ScrutinyColourRule *self,
                                const char *property,
                                const char *value,
                                GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (SCRUTINY_IS_COLOUR_RULE (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_str_equal (property, "text"))
    return scrutiny_colour_rule_parse (value ? value : "", self->claim, error);
  if (g_str_equal (property, "until") || g_str_equal (property, "from"))
    return copy_without_moves (self, value, *property == 'u', error);

  shown = printable_dup (property, 40);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, property,
                         "Rule: “%s” cannot be changed; there are text, until, from", shown);
  return NULL;
}

/**
 * scrutiny_colour_rule_get_text: (get-property text)
 * @self: a rule
 *
 * Gets the rule as it was written.
 *
 * Returns: (transfer none): the text
 *
 * Since: 0.1
 */
const char *
scrutiny_colour_rule_get_text (ScrutinyColourRule *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_RULE (self), NULL);

  return self->script->text;
}

/**
 * scrutiny_colour_rule_get_claim: (get-property claim)
 * @self: a rule
 *
 * Gets who says that this is the rule.
 *
 * Returns: (transfer none) (nullable): the claim
 *
 * Since: 0.1
 */
ScrutinyClaim *
scrutiny_colour_rule_get_claim (ScrutinyColourRule *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_RULE (self), NULL);

  return self->claim;
}

static char **
dup_list (const GPtrArray *list)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < list->len; i++)
    g_strv_builder_add (texts, list->pdata[i]);

  return g_strv_builder_end (texts);
}

/**
 * scrutiny_colour_rule_dup_statuses:
 * @self: a rule
 *
 * Gets the statuses the rule can give, each once, in the order they are first written.
 *
 * Returns: (transfer full) (array zero-terminated=1): the statuses
 *
 * Since: 0.1
 */
char **
scrutiny_colour_rule_dup_statuses (ScrutinyColourRule *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_RULE (self), NULL);

  return dup_list (self->script->statuses);
}

/**
 * scrutiny_colour_rule_dup_columns:
 * @self: a rule
 *
 * Gets the names the rule looks up, each once, in the order they are first written.
 *
 * `previous` and `last_year` are among them where they are used; they stand for `value` in
 * another period.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 0.1
 */
char **
scrutiny_colour_rule_dup_columns (ScrutinyColourRule *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_RULE (self), NULL);

  return dup_list (self->script->names);
}
