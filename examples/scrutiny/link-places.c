/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "link.h"

#include <math.h>
#include <string.h>

const GOptionEntry *
link_places_entries (LinkWords *self, GOptionEntry entries[12])
{
  const GOptionEntry own[] = {
    { "key", 0, 0, G_OPTION_ARG_STRING, &self->key,
      "the column that says which place a row is of; --indicator and --outcome are then columns",
      "NAME" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &self->period, "of such a table: column of periods",
      "NAME" },
    { "region", 0, 0, G_OPTION_ARG_STRING, &self->region,
      "likewise: column of regions, within which places may change", "NAME" },
    { "indicator-of", 0, 0, G_OPTION_ARG_STRING, &self->indicator_of,
      "likewise: what the indicator is out of", "NAME" },
    { "outcome-of", 0, 0, G_OPTION_ARG_STRING, &self->outcome_of,
      "likewise: what the outcome is out of", "NAME" },
    { "lag", 0, 0, G_OPTION_ARG_INT, &self->lag, "likewise: how many periods the outcome takes (0)",
      "N" },
    { "contrast", 0, 0, G_OPTION_ARG_DOUBLE, &self->contrast,
      "likewise: how much higher the indicator is where risks are set side by side", "X" },
    { "draws", 0, 0, G_OPTION_ARG_INT64, &self->draws,
      "likewise: orders of the places that are drawn (999)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &self->seed, "likewise: where the drawing starts (1)",
      "N" },
    { NULL },
  };

  memcpy (entries, own, sizeof own);

  return entries;
}

const char *
link_places_find_stray (const LinkWords *self)
{
  if (self->key && (self->because || self->events || self->max_lag >= 0))
    return "--because, --max-lag and --event mean nothing with --key";
  if (self->key && !link_words_name_two (self))
    return "with --key one column is named with --indicator, and one with --outcome";
  if (!self->key &&
      (self->period || self->region || self->indicator_of || self->outcome_of || self->lag >= 0 ||
       !isnan (self->contrast) || self->draws >= 0 || self->seed >= 0))
    return "--period, --region, --indicator-of, --outcome-of, --lag, --contrast, "
           "--draws and --seed need --key: the column that says which place a row is of";

  return NULL;
}

static ScrutinyLinkagePanelOptions *
options_new (const LinkWords *words)
{
  ScrutinyLinkagePanelOptions *options = scrutiny_linkage_panel_options_new ();

  scrutiny_linkage_panel_options_set_region (options, words->region);
  scrutiny_linkage_panel_options_set_indicator_of (options, words->indicator_of);
  scrutiny_linkage_panel_options_set_outcome_of (options, words->outcome_of);
  scrutiny_linkage_panel_options_set_lag (options, (guint) MAX (words->lag, 0));
  scrutiny_linkage_panel_options_set_expected (options, words->way);
  scrutiny_linkage_panel_options_set_contrast (options, words->contrast);
  if (words->draws >= 0)
    scrutiny_linkage_panel_options_set_draws (options, (guint) MIN (words->draws, G_MAXUINT));
  if (words->seed >= 0)
    scrutiny_linkage_panel_options_set_seed (options, (guint64) words->seed);

  return options;
}

static char *
dup_answer (const Common *common, ScrutinyLinkagePanel *panel, const char *file, const char *hash)
{
  g_autofree char *json = NULL;

  if (g_strcmp0 (common->format, "json") != 0)
    return link_dup_text (SCRUTINY_RESULT (panel));
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (panel));

  return with_file (json, file, hash);
}

int
link_places (Common *common, const LinkWords *words)
{
  const char *const keys[] = { words->key, NULL };
  const char *period = words->period ? words->period : "period";
  g_autofree char *name = NULL, *hash = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) read = common_read_table (common, &name, &hash);
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyLinkagePanelOptions) options = options_new (words);
  g_autoptr (ScrutinyLinkagePanel) panel = NULL;

  if (!read)
    return EXIT_REFUSED;
  table = scrutiny_table_copy_grouped (read, keys, period, &error);
  if (table)
    panel = scrutiny_linkage_panel_new (table, words->key, period, words->indicators[0],
                                        words->outcomes[0], options, &error);
  if (!panel)
    return refuse_saying ("%s: %s", name, error->message);
  text = dup_answer (common, panel, name, hash);

  return common_write (common, text);
}
