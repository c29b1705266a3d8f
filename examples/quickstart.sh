#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# From a fresh Debian 12 to a question sheet: installs what is missing, builds
# the library and the `scrutiny` program in build/, and reviews the example
# dossier. Run it again at any time; it then only does what is left to do.

set -euo pipefail
cd "$(dirname "$0")/.."
. tests/support/set-up.sh

install_missing "${build_packages[@]}"

mkdir -p build
echo "Building in build/quick …"
if ! build_in build/quick \
  --buildtype=release -Dintrospection=false -Ddocs=false -Dtests=false >build/quick.log 2>&1
then
  cat build/quick.log >&2
  exit 1
fi

scrutiny=build/quick/examples/scrutiny
input=examples/data/road-safety
report=build/road-safety.html

"$scrutiny" report "$input" -o "$report"
"$scrutiny" report "$input" --format text

echo
echo "The same with charts, to open in a browser or to print: $PWD/$report"
echo "Now try it on a file of your own:  $scrutiny report FILE.csv -o report.html"
