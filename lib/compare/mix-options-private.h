/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/mix-options.h>

G_BEGIN_DECLS

struct _ScrutinyMixOptions {
  GObject parent_instance;

  char *period;
  char *before;
  char *after;
  char *counts;
  char *deviation;
  char *standard_error;
  char *unit;
  double scale;
  double level;
  guint draws;
  guint disclosure;
  guint round_to; /* of a dossier that asks for it; 0: counts are shown as they are */
  guint64 seed;
};

enum {
  PROP_PERIOD = 1,
  PROP_BEFORE,
  PROP_AFTER,
  PROP_COUNTS,
  PROP_SCALE,
  PROP_LEVEL,
  PROP_DRAWS,
  PROP_SEED,
  PROP_DISCLOSURE,
  PROP_DEVIATION,
  PROP_STANDARD_ERROR,
  PROP_UNIT,
  N_PROPS,
};

/* Keeps a copy of @text in @field, whose property is @id, and tells of it if it is another. */
void mix_options_set_text (ScrutinyMixOptions *self, char **field, const char *text, guint id);

/* Rounds counts once small parts are taken together, and with them what is worked out of them, to
 * multiples of @round_to.
 */
void mix_options_set_round_to (ScrutinyMixOptions *self, guint round_to);

G_END_DECLS
