/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/object-list.h"
#include "support/near.h"

static void
gives_a_fresh_list_each_time (void **state)
{
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);
  GPtrArray *kept = NULL;
  GPtrArray *one, *two;

  object_list_add (&kept, object);
  object_list_add (&kept, object);
  assert_int_equal (object->ref_count, 3);
  one = object_list_dup (kept);
  two = object_list_dup (kept);
  assert_int_equal (one->len, 2);
  assert_ptr_equal (two->pdata[1], object);
  assert_ptr_not_equal (one, two);
  assert_int_equal (object->ref_count, 7);
  g_ptr_array_unref (one);
  g_ptr_array_unref (two);
  assert_int_equal (object->ref_count, 3);
  g_ptr_array_unref (kept);
  assert_int_equal (object->ref_count, 1);
}

static void
none_is_an_empty_list (void **state)
{
  g_autoptr (GPtrArray) none = object_list_dup (NULL);

  assert_int_equal (none->len, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_a_fresh_list_each_time),
    cmocka_unit_test (none_is_an_empty_list),
  };

  return cmocka_run_group_tests_name ("object-list", tests, NULL, NULL);
}
