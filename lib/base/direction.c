/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/direction.h>

/**
 * scrutiny_direction_get_name:
 * @direction: a direction
 *
 * Gets the name a direction goes by in files: `up`, `down` or `none`.
 *
 * Returns: the name; `none` for a value it does not know
 *
 * Since: 0.1
 */
const char *
scrutiny_direction_get_name (ScrutinyDirection direction)
{
  switch (direction) {
  case SCRUTINY_DIRECTION_UP:
    return "up";
  case SCRUTINY_DIRECTION_DOWN:
    return "down";
  case SCRUTINY_DIRECTION_NONE:
  default:
    return "none";
  }
}
