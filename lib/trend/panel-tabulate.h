/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/panel.h>

G_BEGIN_DECLS

typedef double (*PanelNumber) (gpointer result);
typedef const char *(*PanelLent) (gpointer result);
typedef char *(*PanelMade) (gpointer result);

/* One column: its name, and one of three ways to ask a result for what stands in it. */
typedef struct {
  const char *name;
  PanelNumber number;
  PanelLent lent; /* a text, which may be NULL */
  PanelMade made; /* likewise, to be freed */
} PanelColumn;

#define PANEL_NUMBER(name, getter) \
  { \
    name, (PanelNumber) (getter), NULL, NULL \
  }
#define PANEL_LENT(name, getter) \
  { \
    name, NULL, (PanelLent) (getter), NULL \
  }
#define PANEL_MADE(name, getter) \
  { \
    name, NULL, NULL, (PanelMade) (getter) \
  }
#define PANEL_END \
  { \
    NULL, NULL, NULL, NULL \
  }

typedef gpointer (*PanelMake) (ScrutinySeries *series, gpointer how, GError **error);

/* What a panel can be asked: how one series is read, and what of the reading is kept. */
typedef struct {
  PanelMake make;
  GDestroyNotify free;
  PanelLent get_cannot_tell;
  const PanelColumn *columns; /* up to PANEL_END */
  PanelNumber is_flagged;     /* 1 where there is something to say, 0 where not */
  PanelNumber false_alarm;    /* how often chance alone flags one; NULL where not known */
  const char *chance;         /* the column to judge across the panel; NULL without one */
} PanelAnalysis;

/* A row a series, in their order: keys, status, reason, n_values, first, last, then the
 * columns of @analysis, flagged and false_alarm, then what [func@discoveries_tabulate] adds.  @how
 * is handed on to `make`, and used on several threads.
 */
ScrutinyTable *panel_tabulate (ScrutinyPanel *panel,
                               const PanelAnalysis *analysis,
                               gpointer how,
                               ScrutinyProgress *progress,
                               GCancellable *cancellable,
                               GError **error);

/* For `findings`: the ids of what a result has to say, with blanks between. */
char *panel_dup_finding_ids (gpointer result);

G_END_DECLS
