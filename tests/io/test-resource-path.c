/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <glib/gstdio.h>

#include <scrutiny/error.h>

#include "io/file-bytes.h"
#include "io/resource-path.h"

/* A fault to be named, or NULL for a path that is allowed. */
static const struct checked {
  const char *path;
  const char *fault;
} checked[] = {
  { "figures.csv", NULL },
  { "data/2024/figures 1.csv", NULL },
  { "./figures.csv", NULL },
  { "a..b.csv", NULL },
  { "..data.csv", NULL },
  { "data/\xc3\xa9.csv", NULL },
  { "", "empty" },
  { "../../etc/passwd", "leads out" },
  { "data/../../x.csv", "leads out" },
  { "data/..", "leads out" },
  { "..", "leads out" },
  { "/etc/passwd", "starts outside" },
  { "~/x.csv", "starts outside" },
  { "http://example.org/x.csv", "is an address" },
  { "FILE:///etc/passwd", "is an address" },
  { "data:text/csv,a", "is an address" },
  { "C:x.csv", "names a drive" },
  { "C:\\x.csv", "backslash" },
  { "..\\x.csv", "backslash" },
  { "//host/x.csv", "starts outside" },
  { "a\nb.csv", "character" },
  { "a\x7f.csv", "character" },
  { "a\xff.csv", "character" },
  { "data/", "is a folder" },
};

static void
checks_path (void **state)
{
  const struct checked *row = *state;
  g_autoptr (GError) error = NULL;

  assert_int_equal (resource_path_check ("datapackage.json", row->path, &error), !row->fault);
  if (row->fault) {
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
    assert_non_null (strstr (error->message, row->fault));
    assert_true (g_utf8_validate (error->message, -1, NULL));
  } else {
    assert_null (error);
  }
}

/* A folder with a file, a folder, links in and out of it, and a pipe; its neighbour begins
 * with the same name.
 */
static int
make_folder (void **state)
{
  g_autofree char *top = g_dir_make_tmp ("scrutiny-XXXXXX", NULL);
  g_autofree char *script = g_strdup_printf (
      "cd '%s' && mkdir -p in/sub in-too && echo a >in/a.csv && echo s >in-too/s.csv && "
      "ln -s a.csv in/inner.csv && ln -s ../in-too/s.csv in/outer.csv && ln -s ../in-too in/out && "
      "ln -s missing in/dangling.csv && ln -s loop in/loop && mkfifo in/pipe.csv",
      top);
  const char *const args[] = { "/bin/sh", "-c", script, NULL };
  int status = 1;

  g_spawn_sync (NULL, (char **) args, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL);
  *state = g_steal_pointer (&top);
  return status;
}

static int
remove_folder (void **state)
{
  const char *const args[] = { "/bin/rm", "-rf", *state, NULL };

  g_spawn_sync (NULL, (char **) args, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (*state);
  return 0;
}

static void
finds_only_what_is_inside (void **state)
{
  static const struct {
    const char *path;
    int code; /* -1: found */
  } rows[] = {
    { "a.csv", -1 },
    { "inner.csv", -1 },
    { "sub/../a.csv", -1 }, /* refused by resource_path_check() before */
    { "outer.csv", SCRUTINY_ERROR_UNSUITABLE },
    { "out/s.csv", SCRUTINY_ERROR_UNSUITABLE },
    { "sub", SCRUTINY_ERROR_UNSUITABLE },
    { "pipe.csv", SCRUTINY_ERROR_UNSUITABLE },
    { "b.csv", SCRUTINY_ERROR_NOT_FOUND },
    { "dangling.csv", SCRUTINY_ERROR_NOT_FOUND },
    { "loop", SCRUTINY_ERROR_NOT_FOUND },
  };
  g_autofree char *path = g_build_filename (*state, "in", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GFile) file = resource_path_find (folder, rows[i].path, &error);

    assert_int_equal (file != NULL, rows[i].code < 0);
    if (!file)
      assert_true (g_error_matches (error, SCRUTINY_ERROR, rows[i].code));
  }
}

static void
prepares_only_what_is_inside (void **state)
{
  g_autofree char *path = g_build_filename (*state, "in", NULL);
  g_autofree char *made = g_build_filename (path, "new", "deep", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) file = resource_path_prepare (folder, "new/deep/x.csv", NULL, NULL);
  g_autoptr (GError) error = NULL;

  assert_non_null (file);
  assert_true (g_file_test (made, G_FILE_TEST_IS_DIR));
  assert_null (resource_path_prepare (folder, "out/new/x.csv", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
  g_clear_error (&error);
  assert_null (resource_path_prepare (folder, "../x.csv", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
}

static void
reads_no_more_than_allowed (void **state)
{
  g_autofree char *path = g_build_filename (*state, "in", "a.csv", NULL);
  g_autofree char *hole = g_build_filename (*state, "hole", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) large = g_file_new_for_path (hole);
  g_autoptr (GBytes) bytes = file_bytes_read (file, 2, NULL, NULL);
  g_autoptr (GError) error = NULL;
  FILE *made = g_fopen (hole, "w");

  assert_int_equal (g_bytes_get_size (bytes), 2);
  assert_null (file_bytes_read (file, 1, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
  g_clear_error (&error);

  assert_int_equal (ftruncate (fileno (made), (off_t) 2 << 30), 0);
  fclose (made);
  assert_null (file_bytes_read (large, 1 << 20, NULL, &error));
  assert_string_equal (error->message, "hole: larger than 1 MB; give only the part that is needed");
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (checked) + 3];
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (checked); i++) {
    g_ptr_array_add (names, g_strescape (checked[i].path, NULL));
    tests[n++] = (struct CMUnitTest){ .name = names->pdata[i],
                                      .test_func = checks_path,
                                      .initial_state = (void *) &checked[i] };
  }
  tests[n++] = (struct CMUnitTest) cmocka_unit_test_setup_teardown (finds_only_what_is_inside,
                                                                    make_folder, remove_folder);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test_setup_teardown (prepares_only_what_is_inside,
                                                                    make_folder, remove_folder);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test_setup_teardown (reads_no_more_than_allowed,
                                                                    make_folder, remove_folder);

  return cmocka_run_group_tests_name ("io/resource-path", tests, NULL, NULL);
}
