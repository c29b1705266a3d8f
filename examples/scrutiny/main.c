/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

#include <locale.h>
#include <string.h>

static const struct command {
  const char *name, *does;
  CommandFunc run;
} commands[] = {
  { "report", "the main job: any CSV, XLSX or dossier folder becomes a question sheet",
    command_report },
  { "chart", "one chart: limits, signals, and what they say", command_chart },
  { "trend", "what happened in a series: since when, its season, what cannot be told",
    command_trend },
  { "slope", "whether a figure moved steadily one way, and how fast", command_slope },
  { "season", "a series taken apart: trend, season and what is left", command_season },
  { "shifts", "where the level or slope changed, and how sure that is", command_shifts },
  { "batch", "every series of a table in one pass, a row each", command_batch },
  { "compare", "areas set side by side: funnel, dispersion, and which places each could have",
    command_compare },
  { "composite", "what the weights of a score decide: places, exchange, chance",
    command_composite },
  { "colours", "the colours audited against the rule that gives them", command_colours },
  { "drift", "what of a move comes of the count, and what of what it is out of", command_drift },
  { "step", "whether a figure moved at a date that was named", command_step },
  { "link", "whether a figure and an outcome move together", command_link },
  { "mix", "whether a figure moved, or only what it is made of", command_mix },
  { "pileup", "whether cases pile up at a limit, in records of how long each took",
    command_pileup },
  { "recompute", "a figure worked out again from its rows, beside what was published",
    command_recompute },
  { "demand", "what people contact a service about, by cause", command_demand },
  { "waits", "how long cases take, the open ones among them", command_waits },
  { "versions", "figures as first published beside the same ones revised, or by two definitions",
    command_versions },
  { "notice", "the smallest change that a figure could notice", command_notice },
  { "quality", "facts about the quality of figures or of records; no total", command_quality },
  { "because", "the recorded reasons checked. And that’s good for the public because…?",
    command_because },
  { "request", "what is asked for, kept for the next meeting", command_request },
  { "answer", "what was brought or said to a request or a finding, kept beside it",
    command_answer },
};

static void
print_commands (GString *out)
{
  g_string_append (
      out,
      "Usage: scrutiny COMMAND FILE [OPTIONS]\n\n"
      "Turns published performance figures into questions to ask and information to request.\n\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (out, "  %-9s  %s\n", commands[i].name, commands[i].does);
  g_string_append (out, "\nscrutiny COMMAND --help lists a command’s options. Exit status: 0 done, "
                        "1 the input was refused,\n"
                        "2 the words were wrong.\n");
}

/* "report, chart, colours and because" */
static void
print_names (GString *out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (out, "%s%s",
                            i == 0                            ? ""
                            : i + 1 < G_N_ELEMENTS (commands) ? ", "
                                                              : " and ",
                            commands[i].name);
}

int
main (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : "--help";
  g_autoptr (GString) help = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  setlocale (LC_ALL, "");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return commands[i].run (argc - 1, argv + 1);

  print_commands (help);
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0) {
    g_print ("%s", help->str);
    return argc > 1 ? EXIT_DONE : EXIT_USAGE;
  }
  if (strcmp (name, "--version") == 0) {
    g_print ("scrutiny %s\n", SCRUTINY_VERSION);
    return EXIT_DONE;
  }

  print_names (names);
  g_printerr ("scrutiny: no command “%s”; there are %s (see scrutiny --help)\n", name, names->str);
  return EXIT_USAGE;
}
