/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

/**
 * ScrutinyDirection:
 * @SCRUTINY_DIRECTION_NONE: neither way
 * @SCRUTINY_DIRECTION_UP: higher
 * @SCRUTINY_DIRECTION_DOWN: lower
 *
 * Which way numbers lie or moved. Never which way is wanted.
 *
 * Since: 0.1
 */
typedef enum {
  SCRUTINY_DIRECTION_NONE,
  SCRUTINY_DIRECTION_UP,
  SCRUTINY_DIRECTION_DOWN,
} ScrutinyDirection;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_direction_get_name (ScrutinyDirection direction);

G_END_DECLS
