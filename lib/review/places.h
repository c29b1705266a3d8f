/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

#include "review/gathering.h"

G_BEGIN_DECLS

/* The figures that several places have, set side by side on threads of their own while the review
 * goes on.
 */
typedef struct _Places Places;

Places *places_new (ScrutinyDossier *dossier);
void places_free (Places *self);

/* Puts each such figure into a section of its own before all others.  What is said of the place
 * whose dossier it is goes to that place's figure.  Only once.
 */
void places_review (Places *self, Gathering *gathering);

G_END_DECLS
