/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

/* What the command line says of the date, or of the claim that says it. */
typedef struct {
  char *at, *stated, *claim, *expected;
  gint64 draws, seed;
} StepWords;

static void
step_words_clear (StepWords *self)
{
  g_free (self->at);
  g_free (self->stated);
  g_free (self->claim);
  g_free (self->expected);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StepWords, step_words_clear)

/* --- The claim --------------------------------------------------------------------------- */

/* “choice:2024-04”: what it is about and its first period; NULL where it says none, and no date. */
static char *
dup_name (ScrutinyClaim *claim)
{
  const char *from = scrutiny_claim_get_from (claim);

  return from && *from ? g_strconcat (scrutiny_claim_get_about (claim), ":", from, NULL) : NULL;
}

static char *
dup_names (GPtrArray *claims)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++) {
    g_autofree char *name = dup_name (claims->pdata[i]);

    if (name)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
  }
  if (names->len == 0)
    g_string_append (names, "none with a first period, “from”");

  return g_string_free (names, FALSE);
}

/* The first of that name; else those about that, where only one of them says a date. */
static ScrutinyClaim *
find_claim (GPtrArray *claims, const char *words, guint *n)
{
  ScrutinyClaim *found = NULL;

  *n = 0;
  for (guint i = 0; i < claims->len; i++) {
    ScrutinyClaim *claim = claims->pdata[i];
    g_autofree char *name = dup_name (claim);

    if (name && g_str_equal (name, words)) {
      *n = 1;
      return claim;
    }
    if (!name || !g_str_equal (scrutiny_claim_get_about (claim), words))
      continue;
    found = claim;
    ++*n;
  }

  return found;
}

/* NULL after saying what was wrong. */
static ScrutinyClaim *
choose_claim (const Figure *figure, const char *words)
{
  g_autoptr (GPtrArray) claims = scrutiny_indicator_dup_claims (figure->found);
  g_autofree char *names = dup_names (claims);
  guint n;
  ScrutinyClaim *found = find_claim (claims, words, &n);

  if (n == 1)
    return g_object_ref (found);
  refuse_saying (n == 0 ? "%s: no claim “%s” with a date is recorded; there are %s"
                        : "%s: more than one claim is about “%s”; name one of these: %s",
                 figure->title, words, names);

  return NULL;
}

/* Who said it and when, so that everybody sees which was first: the date or the saying. */
static void
append_claim (GString *out, ScrutinyStep *step)
{
  ScrutinyClaim *claim = scrutiny_step_get_claim (step);
  const char *said_by = scrutiny_claim_get_said_by (claim);
  const char *timing = scrutiny_step_get_timing (step);

  g_string_append_printf (out, "On record (%s): “%s”, from %s", scrutiny_claim_get_about (claim),
                          scrutiny_claim_get_text (claim), scrutiny_claim_get_from (claim));
  if (said_by && *said_by)
    g_string_append_printf (out, "; said by %s", said_by);
  if (g_str_equal (timing, "unknown"))
    g_string_append (out, "; when it was said is not recorded");
  else
    g_string_append_printf (out, "; said on %s, %s %s had begun", scrutiny_claim_get_on (claim),
                            timing, scrutiny_step_get_at (step));
  g_string_append (out, ".\n");
}

/* --- The command ------------------------------------------------------------------------- */

static char *
dup_text (const Figure *figure, ScrutinyStep *step)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n\n", figure->title);
  if (scrutiny_step_get_claim (step))
    append_claim (out, step);
  figure_append_findings (out, SCRUTINY_RESULT (step));

  return g_string_free (out, FALSE);
}

static int
write_step (Common *common, const Figure *figure, ScrutinyStep *step)
{
  g_autofree char *text = g_strcmp0 (common->format, "json") == 0
                              ? figure_dup_json (figure, SCRUTINY_RESULT (step))
                              : dup_text (figure, step);

  return common_write (common, text);
}

static ScrutinyStepOptions *
options_new (const StepWords *words, ScrutinyDirection way)
{
  ScrutinyStepOptions *options = scrutiny_step_options_new ();

  scrutiny_step_options_set_at (options, words->at);
  scrutiny_step_options_set_stated (options, words->stated);
  scrutiny_step_options_set_expected (options, way);
  scrutiny_step_options_set_draws (options, (guint) CLAMP (words->draws, 0, G_MAXUINT));
  scrutiny_step_options_set_seed (options, (guint64) MAX (words->seed, 0));

  return options;
}

static gboolean
parse (StepWords *words, Common *common, Figure *figure, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &words->at,
      "the first period that is said to be changed, such as 2024-04", "PERIOD" },
    { "stated", 0, 0, G_OPTION_ARG_STRING, &words->stated,
      "when that was stated, such as 2024-03-14", "DATE" },
    { "claim", 0, 0, G_OPTION_ARG_STRING, &words->claim,
      "in place of both, what somebody is on record as having said of the figure: what it is "
      "about, such as choice, or choice:2024-04 where several are",
      "ABOUT" },
    { "expected", 0, 0, G_OPTION_ARG_STRING, &words->expected,
      "which way the figure is said to move: up, down", "WAY" },
    { "draws", 0, 0, G_OPTION_ARG_INT64, &words->draws,
      "series in which nothing happens that are drawn (999)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &words->seed, "where the drawing starts (1)", "N" },
    { NULL },
  };

  return figure_parse (figure, common, "FILE - whether a figure moved at a date that was named",
                       "A date that was stated once its figures were known looks back; that is "
                       "said. A claim of a dossier says both: its first period is the date, and "
                       "it was stated when the claim was said.",
                       own, argc, argv);
}

/* What is wrong with the words, or NULL. */
static const char *
find_fault (const StepWords *words)
{
  if (words->claim && (words->at || words->stated))
    return "--claim takes the place of --at and --stated: the claim says both";
  if (!words->at && !words->claim)
    return "--at is needed: the first period that is said to be changed; or --claim";

  return NULL;
}

/* NULL after saying what was wrong. */
static ScrutinyStep *
step_new (const Figure *figure, const StepWords *words, ScrutinyDirection way)
{
  g_autoptr (ScrutinyStepOptions) options = options_new (words, way);
  g_autoptr (ScrutinyClaim) claim = words->claim ? choose_claim (figure, words->claim) : NULL;
  g_autoptr (GError) error = NULL;
  ScrutinyStep *step = NULL;

  if (claim)
    step = scrutiny_step_new_of_claim (figure->found, claim, options, &error);
  else if (!words->claim)
    step = scrutiny_step_new (figure->series, options, &error);
  if (error)
    refuse (error);

  return step;
}

int
command_step (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", NULL };
  g_auto (StepWords) words = { .draws = 999, .seed = 1 };
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };
  g_autoptr (ScrutinyStep) step = NULL;
  ScrutinyDirection way;
  const char *fault;

  if (!parse (&words, &common, &figure, argc, argv) || !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  fault = find_fault (&words);
  if (fault)
    return refuse_usage (argv[0], fault);
  if (!read_way (words.expected, &way))
    return refuse_usage (argv[0], "--expected is up or down");
  if (!figure_read (&figure, &common, "a step"))
    return EXIT_REFUSED;
  step = step_new (&figure, &words, way);

  return step ? write_step (&common, &figure, step) : EXIT_REFUSED;
}
