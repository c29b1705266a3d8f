#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# examples/quickstart.sh ends with a report; a second run has nothing left to
# do, needs no network, and never runs whatever python3 comes first on PATH.

set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/set-up.sh

for package in "${build_packages[@]}"; do
  is_installed "$package" || {
    echo "it would install $package"
    exit 77
  }
done

trap_folder=$(mktemp -d)
trap 'rm -rf "$trap_folder"' EXIT
printf '#!/bin/sh\necho "the wrong python3" >&2\nexit 1\n' >"$trap_folder/python3"
chmod +x "$trap_folder/python3"
export PATH=$trap_folder:$PATH

offline=()
unshare --map-root-user --net true 2>/dev/null && offline=(unshare --map-root-user --net)

quickstart () {
  "$@" examples/quickstart.sh >"$trap_folder/said" || {
    cat "$trap_folder/said"
    return 1
  }
}

quickstart
rm -f build/road-safety.html
quickstart "${offline[@]}"

grep -qF "$PWD/build/road-safety.html" "$trap_folder/said"
grep -qi '<svg' build/road-safety.html
grep -q 'no work to do' build/quick.log
if grep -q 'will now be installed' "$trap_folder/said"; then
  echo "the second run installs again"
  exit 1
fi
