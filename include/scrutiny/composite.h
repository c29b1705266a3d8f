/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/composite-options.h>
#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COMPOSITE (scrutiny_composite_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyComposite, scrutiny_composite, SCRUTINY, COMPOSITE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyComposite *scrutiny_composite_new (ScrutinyTable *table,
                                           const char *unit,
                                           ScrutinyCompositeOptions *options,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_composite_get_n_units (ScrutinyComposite *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_composite_get_units (ScrutinyComposite *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_composite_get_components (ScrutinyComposite *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_composite_get_exchanges (ScrutinyComposite *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_composite_get_n_within (ScrutinyComposite *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_composite_get_expected_lost (ScrutinyComposite *self);

G_END_DECLS
