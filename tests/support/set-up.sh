# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Sourced by examples/quickstart.sh and tests/run.sh, from the top of the
# project. The one list of the Debian packages this project needs: what each is
# for stands in docs/CONTRIBUTING.md.

# To build the library and the command-line program.
build_packages=(
  gcc libc6-dev meson ninja-build pkg-config
  libglib2.0-dev libzip-dev libxml2-dev libsqlite3-dev libpq-dev libstemmer-dev
)
# To build the rest (introspection, Vala, the API site) and to test all of it.
test_packages=(
  "${build_packages[@]}"
  gobject-introspection libgirepository1.0-dev valac gi-docgen
  libcmocka-dev valgrind libc6-dbg clang-format universal-ctags locales tzdata
  python3 python3-gi python3-numpy python3-jsonschema gjs
)

is_installed () {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# As root, or through sudo; says what to do when neither is to be had.
as_root () {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "Not root, and no sudo here. As root, run:" >&2
    echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
    return 1
  fi
}

apt_get () {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@"
}

# Installs those of the named packages that are missing. No network is needed,
# and nothing outside the build folder is touched, when none is.
install_missing () {
  missing=()
  if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian: going on with what is installed. On Debian it would be:"
    echo "  $*"
    return 0
  fi
  for package; do
    is_installed "$package" || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0

  echo "These packages are missing and will now be installed with apt-get:"
  printf '  %s\n' "${missing[@]}"
  apt_get update || return 1
  apt_get install --yes --no-install-recommends "${missing[@]}" || {
    echo "apt-get could not install them (the first run needs a network)." >&2
    return 1
  }
}

# build_in FOLDER OPTION…: configures once, then builds what changed of $goal, or of all.
build_in () {
  local folder=$1
  shift
  [ -f "$folder/build.ninja" ] || meson setup "$folder" . "$@" || return 1
  ninja -C "$folder" ${goal:+"$goal"}
}
