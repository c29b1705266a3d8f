# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The kernels as WebAssembly: every kernel test is built by emcc too and run by
Node.js, and each number it looks at is the one the machine's own build gives.

    test-wasm.py SOURCE_ROOT BUILD_FOLDER COMPILER [ARGUMENT…]
"""

import array
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys

TOLERANCE = 1e-12  # of a number, or of 1 below it
FLAGS = ["-std=gnu11", "-O2", "-ffp-contract=off", "-DNDEBUG=1", "-w"]
LINK = ["-O1", "-sNODERAWFS=1", "-sALLOW_MEMORY_GROWTH=1", "-sTOTAL_STACK=16MB", "-sTOTAL_MEMORY=128MB", "-sEXIT_RUNTIME=1", "-sSINGLE_FILE=1", "-lm"]

root, build = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
here = root / "tests" / "wasm"
tests = sorted((root / "tests" / "kernel").glob("test-*.c"))
kernels = sorted((root / "lib" / "kernel").glob("*.c"))


def skip(why):
    print(f"1..0 # SKIP {why}")
    sys.exit(0)


def main_of(test):
    return "run_" + test.stem.replace("-", "_")


def write_main(path):
    """One program of all the tests: each says what it saw in a file of its own."""
    declared = "".join(f"int {main_of(test)} (void);\n" for test in tests)
    rows = "".join(f'  {{ "{test.stem}", {main_of(test)} }},\n' for test in tests)
    path.write_text(
        f'#include "witness.h"\n#include <stdio.h>\n#include <stdlib.h>\n{declared}'
        "static const struct { const char *name; int (*run) (void); } all[] = {\n" + rows + "};\n"
        "int main (int n, char **words) {\n"
        "  char path[1024];\n"
        "  int n_wrong = 0;\n"
        '  setenv ("SCRUTINY_SHARED", n > 2 ? words[2] : "", 1);\n'
        '  setenv ("SCRUTINY_FIXTURES", n > 3 ? words[3] : "", 1);\n'
        "  for (unsigned i = 0; n > 1 && i < sizeof all / sizeof all[0]; i++) {\n"
        '    snprintf (path, sizeof path, "%s/%s", words[1], all[i].name);\n'
        "    witness_open (path);\n"
        "    all[i].run ();\n"
        "    n_wrong = witness_close ();\n"
        "  }\n"
        "  return n_wrong > 0;\n"
        "}\n"
    )


def compile_all(compiler, folder, main):
    """Compiles what changed since last time; gives the objects."""
    folder.mkdir(parents=True, exist_ok=True)
    includes = [f"-I{path}" for path in (here, root / "lib", root / "tests")]
    newest = max(
        path.stat().st_mtime
        for pattern in ("lib/kernel/*.h", "tests/support/*.h", "tests/wasm/**/*.h")
        for path in root.glob(pattern)
    )

    def compile_one(source):
        out = folder / (source.stem + ".o")
        if out.exists() and out.stat().st_mtime > max(source.stat().st_mtime, newest):
            return out
        names = [f"-Dmain={main_of(source)}"] if source in tests else []
        subprocess.run([*compiler, *FLAGS, *includes, *names, "-c", str(source), "-o", str(out)], check=True)
        return out

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [str(out) for out in pool.map(compile_one, [main, here / "witness.c", *kernels, *tests])]


def run(name, command, program):
    """Runs a build of the tests; gives the folder of what it saw."""
    seen = build / name / "seen"
    shutil.rmtree(seen, ignore_errors=True)
    seen.mkdir()
    folders = [os.environ.get(name, "") for name in ("SCRUTINY_SHARED", "SCRUTINY_FIXTURES")]
    result = subprocess.run([*command, str(program), str(seen), *folders], stdin=subprocess.DEVNULL)
    return seen, result.returncode


def read(path):
    numbers = array.array("d")
    numbers.frombytes(path.read_bytes())
    return numbers[0::2], numbers[1::2]


def differ(one, other):
    """The first place where two lists of numbers are not the same, or None."""
    (lines, left), (_, right) = one, other
    if len(left) != len(right):
        return f"{len(left)} numbers natively, {len(right)} as WebAssembly"
    for line, a, b in zip(lines, left, right):
        if a != b and not (a != a and b != b) and not abs(a - b) <= TOLERANCE * max(1, abs(a)):
            return f"line {line:.0f}: {a!r} natively, {b!r} as WebAssembly"
    return None


def compare(native, wasm):
    print(f"1..{len(tests) + 2}")
    print("ok 1 - every kernel and its tests compile to WebAssembly")
    print(("not ok" if native[1] or wasm[1] else "ok") + " 2 - every assertion holds in both builds")
    failed, total = bool(native[1] or wasm[1]), 0
    for number, test in enumerate(tests, 3):
        one, other = read(native[0] / test.stem), read(wasm[0] / test.stem)
        wrong = differ(one, other) if len(one[0]) else "it looked at no number"
        total += len(one[0])
        failed = failed or wrong is not None
        print(f"{'not ok' if wrong else 'ok'} {number} - {test.stem}: {len(one[0])} numbers agree")
        if wrong:
            print(f"# {wrong}")
    print(f"# {total} numbers compared, to {TOLERANCE:g}")
    return failed


def main():
    emcc, node = shutil.which("emcc"), shutil.which("node") or shutil.which("nodejs")
    if not emcc or not node:
        skip("emcc or node is not installed (package emscripten)")
    build.mkdir(parents=True, exist_ok=True)
    write_main(build / "all.c")
    cc = sys.argv[3:]
    native = compile_all(cc, build / "native", build / "all.c")
    wasm = compile_all([emcc], build / "web", build / "all.c")
    subprocess.run([*cc, *native, "-lm", "-o", str(build / "all")], check=True)
    subprocess.run([emcc, *wasm, *LINK, "-o", str(build / "all.js")], check=True)
    sys.exit(compare(run("native", [], build / "all"), run("web", [node], build / "all.js")))


main()
