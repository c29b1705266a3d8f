# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""One property list, four spellings: GObject, Python, JavaScript and the command line.

usage: test_python_options.py GJS-MODULE PROGRAM
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import case
import scrutiny
import tap
from gi.repository import Scrutiny

MODULE, PROGRAM = sys.argv[1:]
# Where a flag is another form of the word: one flag a phase, and the verb for what is left out.
FLAGS = {"phases": "phase", "excluded": "exclude"}
# What the command line has besides: where the figures are and what to make of the chart.
OF_THE_INPUT = {"column", "value", "numerator", "denominator", "period", "indicator", "columns", "sheet", "encoding", "layout",
                "calendar", "mean", "deviation", "size"}
OF_THE_OUTPUT = {"suggest", "path", "help", "format", "output", "lang", "language", "version", "quiet"}
EXAMPLES = {"kind": "p", "baseline": "2023-04..2024-03", "phases": ["2024-10"], "excluded": ["2023-12"],
            "rules": ["anhoej"], "width": 2.5, "constants": "montgomery", "screen": True,
            "profile": "nelson", "centre": "mean", "spread": "median-mr", "gaps": "bridge",
            "known_centre": 70.0, "known_spread": 2.0, "weight": 0.1, "allowance": 1.0,
            "decision": 4.0}
# What makes no difference to a chart of individual values.
KINDS = {"weight": "ewma", "allowance": "cusum", "decision": "cusum"}


def properties(cls):
    return {prop.name.replace("-", "_") for prop in cls.list_properties()}


def listed(message):
    return set(re.search(r"there are (.+)", message)[1].split(", "))


def refused_by_python(call):
    try:
        call()
    except TypeError as error:
        return listed(str(error))
    raise AssertionError("an unknown keyword was taken")


def printed_by_gjs(text):
    with tempfile.NamedTemporaryFile("w", suffix=".js") as source:
        source.write(f"import * as S from 'file://{MODULE}';\n{text}\n")
        source.flush()
        ran = subprocess.run(["gjs", "-m", source.name], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def refused_by_gjs(call):
    said = printed_by_gjs("try { S.%s } catch (error) { print(error.message); }" % call)
    return {re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), name) for name in listed(said)}


class Chart(unittest.TestCase):
    properties = properties(Scrutiny.ChartOptions)

    def test_this_test_knows_them_all(self):
        self.assertEqual(set(EXAMPLES), self.properties)

    def test_setters_and_getters(self):
        for name in self.properties:
            for prefix in ("get", "set"):
                self.assertIn(f"{prefix}_{name}", vars(Scrutiny.ChartOptions))

    def test_python(self):
        self.assertEqual(refused_by_python(lambda: scrutiny.chart(case.series(), nothing=1)), self.properties)
        for name, value in EXAMPLES.items():
            scrutiny.chart(case.series(), **{"kind": KINDS.get(name, "xmr"), name: value})
            self.assertIn(f"`{name}`", scrutiny.chart.__doc__)

    def test_each_makes_a_difference(self):
        for name in self.properties - {"kind"}:
            kind = KINDS.get(name, "xmr")
            plain = scrutiny.chart(case.series(), kind=kind).json
            self.assertNotEqual(scrutiny.chart(case.series(), **{"kind": kind, name: EXAMPLES[name]}).json, plain, name)

    def test_what_is_set_is_what_is_got(self):
        options = Scrutiny.ChartOptions.new()
        for name, value in EXAMPLES.items():
            setattr(options, name, value)
            self.assertEqual(getattr(options, name), value, name)

    @unittest.skipUnless(shutil.which("gjs"), "gjs is not installed")
    def test_javascript(self):
        self.assertEqual(refused_by_gjs("chart(S.series([1], '2023-04'), {nothing: 1})"), self.properties)

    def test_command_line(self):
        said = subprocess.run([PROGRAM, "chart", "--help"], capture_output=True, text=True, check=True).stdout
        flags = set(re.findall(r"--([a-z][a-z-]*)", said))
        own = {FLAGS.get(name, name).replace("_", "-") for name in self.properties}
        self.assertLessEqual(own, flags)
        self.assertEqual(flags - own - OF_THE_INPUT - OF_THE_OUTPUT, set())


class Shifts(unittest.TestCase):
    properties = properties(Scrutiny.ShiftsOptions)
    examples = {"season": "none", "minimum_segment": 3, "sensitivity": "less", "level": 0.9, "seed": 7,
                "model": "mean", "penalty": 9.5, "events": ["2023-09 new team"]}

    def test_this_test_knows_them_all(self):
        self.assertEqual(set(self.examples), self.properties)

    def test_python(self):
        self.assertEqual(refused_by_python(lambda: scrutiny.shifts(case.series(), nothing=1)), self.properties)
        for name, value in self.examples.items():
            parameters = scrutiny.shifts(case.series(), **{name: value}).method.parameters
            self.assertEqual(parameters[name], value, name)
            self.assertIn(f"`{name}`", scrutiny.shifts.__doc__)

    def test_a_model_from_both(self):
        values = [3, 5, 4, 6, 4, 5, 3, 4, 6, 5, 14, 17, 15, 16, 13, 15, 17, 14, 16, 15]
        shifts = scrutiny.shifts(scrutiny.series(values, "2001"), model="poisson", events=["2011 new team"])
        self.assertEqual(shifts.table["at"], ["2011"])
        self.assertIn("“new team” is dated 2011, within that time.", str(shifts.findings[0]))
        with self.assertRaisesRegex(scrutiny.Error, "needs a numerator"):
            scrutiny.shifts(scrutiny.series(values, "2001"), model="binomial")
        if shutil.which("gjs"):
            call = "const found = S.shifts(S.series(%s, '2001'), {model: 'poisson', penalty: 11.5, events: ['2011 new team']})"
            self.assertEqual(printed_by_gjs(f"{call % values}; print(found.findings[0].statement)"), str(shifts.findings[0]))

    @unittest.skipUnless(shutil.which("gjs"), "gjs is not installed")
    def test_javascript(self):
        self.assertEqual(refused_by_gjs("shifts(S.series([1], '2023-04'), {nothing: 1})"), self.properties)

    def test_command_line(self):
        said = subprocess.run([PROGRAM, "shifts", "--help"], capture_output=True, text=True, check=True).stdout
        flags = set(re.findall(r"--([a-z][a-z-]*)", said))
        own = {{"events": "event"}.get(name, name).replace("_", "-") for name in self.properties}
        self.assertLessEqual(own, flags)
        self.assertEqual(flags - own - OF_THE_INPUT - OF_THE_OUTPUT, set())


class Comparison(unittest.TestCase):
    properties = properties(Scrutiny.ComparisonOptions)
    figures = {"area": ["a", "b"], "cases": [5, 9], "all": [10, 20], "said": [50, 45], "from": [30, 31], "to": [60, 61]}
    banded = {"area": ["a", "a", "b", "b"], "cases": [5, 9, 7, 8], "all": [10, 20, 30, 40], "age": ["0", "1"] * 2,
              "weight": [1, 3] * 2, "squares": [6, 9, 7, 8]}
    words = {"area": "area", "numerator": "cases", "denominator": "all"}
    examples = {"kind": "rate", "scale": 10.0, "dispersion": "additive", "limits": "normal", "score": "arcsine", "trim": "none",
                "level": 0.9, "draws": 1000, "seed": 7, "focus": "b", "published": "said", "rank": "said", "quartile": "from",
                "ranges": ["from..to"], "called": "places", "disclosure": 5}
    of_bands = {"band": "age", "standard": "weight", "spread": "squares"}

    def test_this_test_knows_them_all(self):
        self.assertEqual({*self.examples, *self.of_bands, "neighbours"}, self.properties)

    def test_python(self):
        self.assertEqual(refused_by_python(lambda: scrutiny.compare(self.figures, nothing=1, **self.words)), self.properties)
        for name, value in self.examples.items():
            parameters = scrutiny.compare(self.figures, **self.words, **{name: value}).method.parameters
            self.assertEqual(parameters[name], value, name)
            self.assertIn(f"`{name}`", scrutiny.compare.__doc__)
        banded = scrutiny.compare(self.banded, kind="standardised", **self.of_bands, **self.words).method.parameters
        self.assertEqual({name: banded[name] for name in self.of_bands}, self.of_bands)

    @unittest.skipUnless(shutil.which("gjs"), "gjs is not installed")
    def test_javascript(self):
        call = "compare({a: ['x'], n: [1], d: [2]}, {area: 'a', numerator: 'n', denominator: 'd', nothing: 1})"
        self.assertEqual(refused_by_gjs(call), self.properties)

    def test_command_line(self):
        said = subprocess.run([PROGRAM, "compare", "--help"], capture_output=True, text=True, check=True).stdout
        flags = set(re.findall(r"--([a-z][a-z-]*)", said))
        own = {name.replace("_", "-") for name in self.properties}
        self.assertLessEqual(own, flags)
        self.assertEqual(flags - own - {"area", "at", "where"} - OF_THE_INPUT - OF_THE_OUTPUT, set())


class Read(unittest.TestCase):
    def settings(self):
        return {name[4:] for name in vars(Scrutiny.ReadOptions) if name.startswith("set_")} - {"column"}

    def test_python(self):
        self.assertEqual(refused_by_python(lambda: scrutiny.read(os.devnull, nothing=1)) - {"column"}, self.settings())

    def test_properties(self):
        self.assertLessEqual(properties(Scrutiny.ReadOptions) - {"columns"}, self.settings())


if __name__ == "__main__":
    del sys.argv[1:]
    tap.main()
