#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Installs what is missing, builds in build/, and runs every test:
#
#   whole      everything built, every test
#   comma      the same, in a locale that writes 0.5 as 0,5
#   valgrind   the C tests, for leaks and bad reads
#   sanitize   the C tests and the fuzz corpora under ASan and UBSan
#   threads    what works on several threads, under ThreadSanitizer
#   bare       built without any optional part
#
# Name some of them to run only those. The closing line counts all of them:
# N passed, N failed, N skipped.

set -uo pipefail
cd "$(dirname "$0")/.."
. tests/support/set-up.sh

logs=$PWD/build/logs
n_broken=0
environment=() # what a pass adds to it
goal= # what a pass builds, if not all

# On GLib before 2.76 the slice allocator hides leaks from every checker.
export LC_ALL=C.UTF-8
export G_SLICE=always-malloc

# Each of the hundreds of tests is linked by itself: by the quicker linker, where it is there.
if command -v ld.gold >/dev/null; then
  export CC_LD=${CC_LD:-gold}
fi

export ASAN_OPTIONS=detect_leaks=1:halt_on_error=1:abort_on_error=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1:abort_on_error=1

say () {
  printf '\n== %s\n' "$*"
}

# build NAME OPTION…: in build/NAME; a build that breaks counts as a failure.
build () {
  local name=$1
  shift
  say "building build/$name"
  if build_in "build/$name" "$@" >"build/$name.log" 2>&1; then
    return 0
  fi
  tail -n 60 "build/$name.log"
  echo "build/$name could not be built; see build/$name.log"
  n_broken=$((n_broken + 1))
  return 1
}

# check PASS NAME ARGUMENT…: meson test in build/NAME, logged under PASS.
check () {
  local pass=$1 name=$2
  shift 2
  say "testing: $pass"
  rm -f "build/$name/meson-logs/$pass"*
  env "${environment[@]}" \
    meson test -C "build/$name" --no-rebuild --logbase "$pass" --print-errorlogs "$@"
  cp "build/$name/meson-logs/$pass"*.json "$logs/" || n_broken=$((n_broken + 1))
}

run_whole () {
  build whole && check whole whole
}

# The locale is made in the build folder, so that the system stays as it is.
run_comma () {
  local locales=$PWD/build/locales
  if [ ! -d "$locales/de_DE.UTF-8" ]; then
    mkdir -p "$locales"
    if ! localedef -i de_DE -f UTF-8 "$locales/de_DE.UTF-8" 2>/dev/null; then
      rm -rf "$locales"
      echo "comma: localedef cannot make de_DE.UTF-8 here (package locales)" >>"$logs/skipped.txt"
      return
    fi
  fi
  build whole || return
  environment=("LOCPATH=$locales" LC_ALL=de_DE.UTF-8 LANGUAGE=en SCRUTINY_DECIMAL_POINT=, SCRUTINY_QUICK=1)
  check comma whole --no-suite lint --no-suite docs --no-suite install --no-suite slow
  environment=()
}

run_valgrind () {
  build whole && check valgrind whole --setup valgrind
}

run_sanitize () {
  goal=meson-test-prereq
  environment=(SCRUTINY_QUICK=1)
  build sanitize --buildtype=debug -Doptimization=1 -Db_sanitize=address,undefined -Db_lundef=false \
    -Ddocs=false -Dintrospection=false &&
    check sanitize sanitize --no-suite lint --no-suite install --no-suite slow
  environment=()
  goal=
}

# Only those tests are built: the rest knows no thread.
run_threads () {
  goal=threaded-tests
  environment=(SCRUTINY_QUICK=1 "TSAN_OPTIONS=suppressions=$PWD/tests/support/thread-sanitizer.txt")
  build threads --buildtype=debug -Doptimization=1 -Db_sanitize=thread -Db_lundef=false \
    -Ddocs=false -Dintrospection=false &&
    check threads threads --suite threads
  environment=()
  goal=
}

run_bare () {
  goal=meson-test-prereq
  environment=(SCRUTINY_QUICK=1)
  build bare --auto-features=disabled -Dintrospection=false -Ddocs=false &&
    check bare bare --no-suite lint --no-suite install --no-suite slow
  environment=()
  goal=
}

passes=("$@")
[ "${#passes[@]}" -gt 0 ] || passes=(whole comma valgrind sanitize threads bare)
for pass in "${passes[@]}"; do
  if ! declare -F "run_$pass" >/dev/null; then
    echo "usage: tests/run.sh [whole] [comma] [valgrind] [sanitize] [threads] [bare]" >&2
    exit 2
  fi
done

install_missing "${test_packages[@]}" || exit 1

rm -rf "$logs"
mkdir -p "$logs"
for pass in "${passes[@]}"; do
  "run_$pass"
done

say "all of it"
exec /usr/bin/python3 tests/support/count.py "$logs" "$n_broken"
