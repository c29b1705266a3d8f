#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""check-symbols.py finds what is planted: a symbol too many, one too few, one without Since."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).with_name("check-symbols.py")
HEADER = """
SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyX, scrutiny_x, SCRUTINY, X, GObject)
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_x_get_name (ScrutinyX *self);
/* SCRUTINY_AVAILABLE_IN_ALL void scrutiny_not_meant (void); */
"""
SYMBOLS = ("scrutiny_x_get_name", "scrutiny_x_get_type")
GIR = """<repository xmlns="http://www.gtk.org/introspection/core/1.0"
 xmlns:c="http://www.gtk.org/introspection/c/1.0"><namespace>
 <method name="get_name" c:identifier="scrutiny_x_get_name"{version}>{doc}</method></namespace></repository>"""


class Symbols(unittest.TestCase):
    def check(self, symbols=SYMBOLS, listed=SYMBOLS, header=HEADER, gir=None, refresh=False):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "x.h").write_text(header)
            (folder / "x.c").write_text("".join(f"void {name} (void) {{}}\n" for name in symbols))
            subprocess.run(["cc", "-shared", "-fPIC", folder / "x.c", "-o", folder / "x.so"], check=True)
            (folder / "list.txt").write_text("".join(f"{name}\n" for name in listed))
            words = [folder / "x.so", folder / "x.h", "--list", folder / "list.txt"]
            if gir is not None:
                (folder / "x.gir").write_text(gir)
                words += ["--gir", folder / "x.gir"]
            ran = subprocess.run([sys.executable, CHECK, *words, *["--refresh"] * refresh],
                                 capture_output=True, text=True)
            return ran.returncode, ran.stdout.strip(), (folder / "list.txt").read_text()

    def test_passes_what_agrees(self):
        gir = GIR.format(version=' version="0.1"', doc="<doc>Gets.</doc>")
        self.assertEqual(self.check(gir=gir)[:2], (0, ""))

    def test_finds_what_is_exported_by_accident(self):
        code, said, _ = self.check(symbols=(*SYMBOLS, "kernel_mean"), listed=(*SYMBOLS, "kernel_mean"))
        self.assertEqual((code, said), (1, "kernel_mean: exported, and declared in no public header"))

    def test_finds_what_is_declared_and_not_there(self):
        code, said, _ = self.check(symbols=SYMBOLS[:1], listed=SYMBOLS[:1])
        self.assertEqual((code, said), (1, "scrutiny_x_get_type: declared, and not exported"))

    def test_finds_what_is_new_on_the_list(self):
        code, said, _ = self.check(listed=SYMBOLS[:1])
        self.assertEqual((code, said.startswith("scrutiny_x_get_type: new")), (1, True))

    def test_finds_what_is_gone_from_the_library(self):
        code, said, _ = self.check(listed=(*SYMBOLS, "scrutiny_y"))
        self.assertEqual((code, said.startswith("scrutiny_y: gone")), (1, True))

    def test_finds_what_has_no_since(self):
        code, said, _ = self.check(gir=GIR.format(version="", doc="<doc>Gets.</doc>"))
        self.assertEqual((code, "no “Since:”" in said), (1, True))

    def test_finds_what_has_no_documentation(self):
        code, said, _ = self.check(gir=GIR.format(version=' version="0.1"', doc=""))
        self.assertEqual((code, "no documentation" in said), (1, True))

    def test_refreshes_its_list(self):
        code, _, listed = self.check(listed=(), refresh=True)
        self.assertEqual((code, listed.split()), (0, list(SYMBOLS)))


if __name__ == "__main__":
    unittest.main()
