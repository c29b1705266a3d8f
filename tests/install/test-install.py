#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Installs into a folder of its own and uses the library from there as a stranger would.

usage: test-install.py SOURCE-ROOT BUILD-ROOT with|without (introspection)
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
INTROSPECTION = sys.argv[3] == "with"
HERE = SOURCE / "tests/install"
FLAGS = ["-std=gnu11", "-Wall", "-Wextra", "-Werror"]


class Skip(Exception):
    pass


def run(*command, **environment):
    env = {**os.environ, **{name: str(value) for name, value in environment.items()}}
    ran = subprocess.run([str(word) for word in command], capture_output=True, text=True, env=env)
    assert ran.returncode == 0, f"{' '.join(map(str, command))}\n{ran.stdout}{ran.stderr}"
    return ran.stdout


class Installed:
    """What `meson install` put under a folder, found by its .pc file."""

    def __init__(self, folder):
        run("meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", folder)
        self.work = folder / "work"
        self.work.mkdir()
        pc = self.only(folder, "scrutiny-1.pc")
        self.lib = pc.parent.parent
        prefix = re.search(r"^prefix=(.+)$", pc.read_text(), re.M)[1]
        self.prefix = pathlib.Path(f"{folder}{prefix}")
        moved = self.work / pc.name
        moved.write_text(pc.read_text().replace(f"prefix={prefix}", f"prefix={self.prefix}", 1))
        self.headers = self.only(folder, "scrutiny.h").parent

    @staticmethod
    def only(folder, name):
        found = sorted(folder.rglob(name))
        assert len(found) == 1, f"{name} is installed {len(found)} times: {found}"
        return found[0]

    def wants_whole(self):
        named = re.findall(r"<scrutiny/(\S+)>", (self.headers / "scrutiny.h").read_text())
        absent = [name for name in named if not (self.headers / name).exists()]
        if absent:
            raise Skip(f"scrutiny.h names what is still to come: {' '.join(absent)}")

    def flags(self, what):
        path = f"{self.work}:{os.environ.get('PKG_CONFIG_PATH', '')}"
        return run("pkg-config", what, "scrutiny-1", PKG_CONFIG_PATH=path).split()

    def use(self, *command):
        return run(*command, LD_LIBRARY_PATH=self.lib, GI_TYPELIB_PATH=self.lib / "girepository-1.0")


def c_program_builds_and_runs(installed):
    installed.wants_whole()
    program = installed.work / "program"
    run("cc", *FLAGS, HERE / "program.c", "-o", program, *installed.flags("--cflags"), *installed.flags("--libs"))
    said = installed.use(program)
    assert re.fullmatch(r"xlsx [01], ScrutinyError, \d+ codes\n", said), said


def every_header_stands_alone(installed):
    installed.wants_whole()
    for header in sorted(installed.headers.glob("*.h")):
        alone = installed.work / "alone.c"
        alone.write_text(f"#include <scrutiny/{header.name}>\nint alone;\n")
        run("cc", *FLAGS, "-fsyntax-only", alone, *installed.flags("--cflags"))


def every_public_header_is_installed(installed):
    there = {path.name for path in installed.headers.glob("*.h")}
    listed = set()
    for build in (SOURCE / "lib").glob("*/meson.build"):
        listed.update(re.findall(r"'[./]*/include/scrutiny/([\w-]+\.h)'", build.read_text()))
    assert there == listed | {"macros.h", "scrutiny.h", "enums.h"}, there ^ listed
    private = [path for path in installed.prefix.rglob("*-private.h")]
    assert not private, private


def library_has_its_soname(installed):
    library = installed.lib / "libscrutiny-1.so.0"
    assert library.exists(), sorted(installed.lib.iterdir())
    assert "Library soname: [libscrutiny-1.so.0]" in run("readelf", "-d", library)


def links_no_more_than_it_needs(installed):
    needed = re.findall(r"Shared library: \[([^\]]+)\]", run("readelf", "-d", installed.lib / "libscrutiny-1.so.0"))
    known = re.compile(r"(libc|libm|libglib-2\.0|libgobject-2\.0|libgio-2\.0|libzip|libxml2|libsqlite3|libpq|libstemmer|ld-linux.*)\.so.*")
    strange = [name for name in needed if not known.fullmatch(name)]
    assert not strange, f"{strange}: a dependency needs a line in docs/CONTRIBUTING.md and here"


def introspection_is_installed(installed):
    if not INTROSPECTION:
        raise Skip("built without introspection")
    installed.only(installed.prefix, "Scrutiny-1.gir")
    said = installed.use(
        "/usr/bin/python3", "-c",
        "import gi; gi.require_version('Scrutiny', '1'); from gi.repository import Scrutiny;"
        "print(Scrutiny.has_feature('nothing'))")
    assert said == "False\n", said


def python_package_is_installed(installed):
    if not INTROSPECTION:
        raise Skip("built without introspection")
    package = installed.only(installed.prefix, "Scrutiny.py").parents[2]
    said = installed.use(
        "/usr/bin/env", f"PYTHONPATH={package}", "/usr/bin/python3", "-c",
        "import scrutiny; print(scrutiny.__file__); print(scrutiny.series([1, None], '2023-04'))")
    assert said == f"{package}/scrutiny/__init__.py\n<Scrutiny.Series 2 values 2023-04..2023-05>\n", said


def gjs_module_is_installed(installed):
    if not INTROSPECTION or not shutil.which("gjs"):
        raise Skip("gjs is not installed" if INTROSPECTION else "built without introspection")
    module = installed.only(installed.prefix, "scrutiny.js")
    program = installed.work / "program.js"
    program.write_text(f"import * as S from 'file://{module}'; print(S.series([1, null], '2023-04').states);\n")
    assert installed.use("gjs", "-m", program) == "observed,missing\n"


def vala_program_builds_and_runs(installed):
    installed.wants_whole()
    if not INTROSPECTION or not shutil.which("valac"):
        raise Skip("valac is not installed" if INTROSPECTION else "built without introspection")
    vapi = installed.only(installed.prefix, "scrutiny-1.vapi")
    program = installed.work / "vala-program"
    words = installed.flags("--cflags") + installed.flags("--libs")
    run("valac", f"--vapidir={vapi.parent}", f"--girdir={installed.prefix / 'share/gir-1.0'}",
        "--pkg=scrutiny-1", *(f"--Xcc={word}" for word in words), "-o", program, HERE / "program.vala",
        PKG_CONFIG_PATH=installed.work)
    assert re.fullmatch(r"xlsx [01]\n", installed.use(program))


PARTS = [c_program_builds_and_runs, every_header_stands_alone, every_public_header_is_installed,
         library_has_its_soname, links_no_more_than_it_needs, introspection_is_installed, python_package_is_installed,
         gjs_module_is_installed, vala_program_builds_and_runs]


def main():
    print(f"1..{len(PARTS)}", flush=True)
    n_failed = 0
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        installed = Installed(pathlib.Path(folder))
        for number, part in enumerate(PARTS, 1):
            try:
                part(installed)
                print(f"ok {number} - {part.__name__}", flush=True)
            except Skip as why:
                print(f"ok {number} - {part.__name__} # SKIP {why}", flush=True)
            except AssertionError as why:
                n_failed += 1
                print(f"not ok {number} - {part.__name__}", flush=True)
                print(f"{part.__name__}: {why}", file=sys.stderr, flush=True)
    return bool(n_failed)


sys.exit(main())
