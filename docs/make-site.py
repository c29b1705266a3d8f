#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the API site with gi-docgen, the pages of docs/ beside the reference.

gi-docgen wants its pages in one folder and their titles on top; here they are
in folders and start with a heading. With --strict a link to nowhere is fatal.

usage: make-site.py [--strict] CONFIG GIR OUT PAGE…
"""

import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def flat(path):
    """style/README.md is style.md; methods/xmr.md is methods-xmr.md."""
    name = path.relative_to(HERE).with_suffix("").as_posix().lower()
    return name.replace("/readme", "").replace("/", "-") + ".md"


def page(path):
    text = path.read_text()
    title, _, body = text.partition("\n")

    def link(match):
        target = (path.parent / match[1]).resolve()
        if not target.is_relative_to(HERE):
            return match[0]
        return f"]({pathlib.PurePath(flat(target)).with_suffix('.html')})"

    return f"Title: {title.lstrip('# ')}\n\n{re.sub(r'[]][(]([^):]+[.]md)[)]', link, body)}"


def main(*words):
    strict = ["--fatal-warnings"] if words[0] == "--strict" else []
    config, gir, out, *pages = words[len(strict):]
    content = pathlib.Path(out).with_name("pages")
    content.mkdir(parents=True, exist_ok=True)
    pages = [pathlib.Path(path).resolve() for path in pages]
    names = [flat(path) for path in pages]
    for path, name in zip(pages, names):
        (content / name).write_text(page(path))
    whole = content / "site.toml"
    listed = ", ".join(f'"{name}"' for name in names)
    whole.write_text(pathlib.Path(config).read_text().replace("content_files = []", f"content_files = [{listed}]"))
    return subprocess.run(
        ["gi-docgen", "generate", "--quiet", *strict, "--config", whole,
         f"--add-include-path={os.path.dirname(gir) or '.'}", "--no-namespace-dir",
         f"--content-dir={content}", f"--content-dir={HERE}", f"--output-dir={out}", gir],
    ).returncode


sys.exit(main(*sys.argv[1:]))
