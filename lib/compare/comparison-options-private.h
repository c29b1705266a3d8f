/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/comparison-options.h>

G_BEGIN_DECLS

struct _ScrutinyComparisonOptions {
  GObject parent_instance;

  char *kind;
  double scale;
  char *dispersion;
  char *limits;
  char *score;
  char *trim;
  double level;
  guint draws;
  guint disclosure;
  guint round_to; /* of a dossier that asks for it; 0: counts are shown as they are */
  guint64 seed;
  char *focus;
  char *band;
  char *standard;
  char *spread;
  char *published;
  char *rank;
  char *quartile;
  char **ranges;
  char *called;
  ScrutinyTable *neighbours;
};

enum {
  PROP_KIND = 1,
  PROP_SCALE,
  PROP_DISPERSION,
  PROP_LIMITS,
  PROP_SCORE,
  PROP_TRIM,
  PROP_LEVEL,
  PROP_DRAWS,
  PROP_SEED,
  PROP_FOCUS,
  PROP_BAND,
  PROP_STANDARD,
  PROP_SPREAD,
  PROP_PUBLISHED,
  PROP_RANGES,
  PROP_CALLED,
  PROP_NEIGHBOURS,
  PROP_DISCLOSURE,
  PROP_RANK,
  PROP_QUARTILE,
  N_PROPS,
};

/* Rounds counts that are shown, and what is worked out of them, to multiples of @round_to. */
void comparison_options_set_round_to (ScrutinyComparisonOptions *self, guint round_to);

/* Tells of a property that is now another. */
void comparison_options_notify (ScrutinyComparisonOptions *self, guint id);

/* Keeps a copy of @text in @field, whose property is @id, and tells of it if it is another. */
void comparison_options_set_text (ScrutinyComparisonOptions *self,
                                  char **field,
                                  const char *text,
                                  guint id);

G_END_DECLS
