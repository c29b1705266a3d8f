/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/label-room.h"
#include "support/near.h"

#include <string.h>

/* Five characters are at most 32 units wide; text begins 6 from its point. */
static void
goes_round_a_point (void **state)
{
  static const char *const anchors[] = { "start", "end", "middle", "middle" };
  g_autoptr (LabelRoom) room = label_room_new (0, 0, 200, 100);
  LabelPlace place;

  (void) state;
  label_room_block (room, 100, 50, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (anchors); i++) {
    assert_true (label_room_find (room, 100, 50, 5, &place));
    assert_string_equal (place.anchor, anchors[i]);
  }
  assert_true (place.y > 50);
  assert_false (label_room_find (room, 100, 50, 5, &place));
}

static void
stays_inside (void **state)
{
  g_autoptr (LabelRoom) room = label_room_new (0, 0, 200, 100);
  LabelPlace place;

  (void) state;
  assert_true (label_room_find (room, 190, 50, 5, &place));
  assert_string_equal (place.anchor, "end");
  assert_near (place.x, 184, 0);
  assert_false (label_room_find (room, 100, 50, 40, &place));
}

static void
keeps_off_other_points (void **state)
{
  g_autoptr (LabelRoom) room = label_room_new (0, 0, 200, 100);
  LabelPlace place;

  (void) state;
  label_room_block (room, 120, 50, 4);
  assert_true (label_room_find (room, 100, 50, 5, &place));
  assert_string_equal (place.anchor, "end");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (goes_round_a_point),
    cmocka_unit_test (stays_inside),
    cmocka_unit_test (keeps_off_other_points),
  };

  return cmocka_run_group_tests_name ("report/label-room", tests, NULL, NULL);
}
