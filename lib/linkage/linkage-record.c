/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/linkage-private.h"

#include <scrutiny/event.h>

#include "base/printable.h"

#define MOST_OF_A_TITLE 120

/* Whether a definition began to count after the first period and not after the last. */
static gboolean
begins_inside (ScrutinyDefinition *definition, ScrutinyTimeline *timeline)
{
  const char *from = scrutiny_definition_get_from (definition);

  return from && *from && scrutiny_timeline_find (timeline, from, NULL) > 0;
}

char *
linkage_dup_break (ScrutinyIndicator *indicator, ScrutinySeries *series)
{
  g_autoptr (GPtrArray) definitions = scrutiny_indicator_dup_definitions (indicator);
  g_autofree char *title =
      printable_dup (scrutiny_indicator_get_title (indicator), MOST_OF_A_TITLE);
  gboolean is_inside = FALSE;

  for (guint i = 0; definitions && i < definitions->len; i++)
    is_inside |= begins_inside (definitions->pdata[i], scrutiny_series_get_timeline (series));

  return is_inside ? g_strdup_printf ("What “%s” counts was defined anew within these periods: ask "
                                      "for all of them by one definition.",
                                      title)
                   : NULL;
}

void
linkage_add_events (GPtrArray *spans, ScrutinyIndicator *indicator)
{
  g_autoptr (GPtrArray) events = scrutiny_indicator_dup_events (indicator);

  for (guint i = 0; events && i < events->len; i++) {
    const char *from = scrutiny_event_get_from (events->pdata[i]);
    const char *until = scrutiny_event_get_until (events->pdata[i]);

    if (from && *from)
      g_ptr_array_add (spans,
                       until && *until ? g_strdup_printf ("%s..%s", from, until) : g_strdup (from));
  }
}
