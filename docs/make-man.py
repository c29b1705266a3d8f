#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the manual page of the program from what its --help says.

The date is SOURCE_DATE_EPOCH's, or none: the same program gives the same page.

usage: make-man.py PROGRAM VERSION OUT
"""

import datetime
import os
import pathlib
import re
import subprocess
import sys

OPTION = re.compile(r"^  (?:(-\w), )?(--[\w-]+)(?:=(\S+))?  +(\S.*)$", re.M)
COMMAND = re.compile(r"^  (\w+)  +(\S.*)$", re.M)


def help_of(program, *words):
    env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
    return subprocess.run([program, *words, "--help"], env=env, check=True,
                          capture_output=True, text=True).stdout


def roff(text):
    """Text as roff prints it: no requests, no hyphens where a minus is meant."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", text, flags=re.M)


def option(short, name, value, meaning):
    names = [rf"\fB{roff(one)}\fR" for one in (short, name) if one]
    shown = ", ".join(names) + (rf"=\fI{roff(value)}\fR" if value else "")
    return f".TP\n{shown}\n{roff(meaning)}\n"


def summary(text):
    """What stands between the usage line and the options."""
    return text.split("\n\n", 1)[1].split("\n\nHelp Options:")[0]


def sentence(line):
    return line[:1].upper() + line[1:] + ("" if line[-1] in ".?…" else ".")


def command(name, line, text, shared):
    operand = re.search(r"\] (\S+) - ", text)[1]
    own = [row for row in OPTION.findall(text) if row not in shared]
    return (f".SS {name}\n.B scrutiny {name}\n[\\fIOPTION\\fR]... \\fI{operand}\\fR\n"
            f".PP\n{roff(sentence(line))}\n.PP\n{roff(summary(text))}\n"
            + "".join(option(*row) for row in own))


def date():
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return ""
    return datetime.datetime.fromtimestamp(int(epoch), datetime.timezone.utc).strftime("%Y-%m-%d")


def page(program, version):
    whole = help_of(program)
    commands = COMMAND.findall(whole)
    texts = {name: help_of(program, name) for name, _ in commands}
    rows = [OPTION.findall(text) for text in texts.values()]
    shared = [row for row in rows[0] if all(row in others for others in rows)]
    purpose = whole.split("\n\n")[1]
    exits = re.search(r"Exit status: (.*)", whole, re.S)[1]
    codes = re.findall(r"(\d) ([^,.]+)", " ".join(exits.split()))

    return "".join([
        f'.TH SCRUTINY 1 "{date()}" "libscrutiny {version}" "User Commands"\n',
        f".SH NAME\nscrutiny \\- {roff(purpose[:1].lower() + purpose[1:].rstrip('.'))}\n",
        ".SH SYNOPSIS\n.B scrutiny\n\\fICOMMAND\\fR \\fIFILE\\fR [\\fIOPTION\\fR]...\n",
        f".SH DESCRIPTION\n{roff(purpose)}\nNothing leaves the machine.\n",
        ".SH COMMANDS\n",
        *(command(name, line, texts[name], shared) for name, line in commands),
        ".SH OPTIONS\nEvery command has these.\n",
        *(option(*row) for row in shared),
        ".SH EXIT STATUS\n",
        *(f".TP\n.B {code}\n{roff(meaning)}\n" for code, meaning in codes),
        ".SH SEE ALSO\nThe reference of the library and a page for each method come with its documentation.\n",
    ])


pathlib.Path(sys.argv[3]).write_text(page(sys.argv[1], sys.argv[2]))
