"""Checks the order of the modules, what they import, and Package.swift's settings; called by Scripts/check.

Package.swift lists the targets in the order in which a document passes through them, and a target depends only on
targets above it. Prints every violation with its place and remedy; ends with 1 if there was one.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

# What belongs to one place: module or header -> (the targets that may import it, what the others do instead).
# The two C libraries are wrapped once, because their headers and exceptions must not reach other Swift code.
CONFINED_MODULES = {
    "CICU": (["ICU"], "use the module ICU"),
    "CXapian": (["Xapian"], "use the module Xapian"),
    "Crypto": (["Ingestion"], "take the hash from the source's signature, which Ingestion computes"),
    "ArgumentParser": (["suoyin", "Benchmark"], "parse the command line there and hand values over"),
    **dict.fromkeys(
        ["NIOCore", "NIOPosix", "NIOHTTP1", "NIOConcurrencyHelpers", "NIOEmbedded"],
        (["Service", "ServiceTests", "Benchmark"], "leave sockets and HTTP to the module Service"),
    ),
}
# Include path -> the same. The bare loops of the benchmark are what our Xapian layer is measured against.
CONFINED_HEADERS = {
    "unicode/": (["CICU"], "declare what you need in CICU.h with opaque types"),
    "xapian": (["CXapian", "BareLoops"], "declare what you need in CXapian.h with opaque handles"),
}
# What comes with the toolchain and needs no declaration in Package.swift.
TOOLCHAIN_MODULES = {
    "Swift", "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization", "RegexBuilder", "Testing",
}

IMPORT = re.compile(
    r"^\s*(?P<attributes>(?:@\w+(?:\([^)]*\))?\s+)*)"
    r"(?:(?P<access>public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?(?P<module>\w+)"
)
INCLUDE = re.compile(r'^\s*#\s*(?:include|import)\s*[<"](?P<path>[^>"]+)[>"]')
C_SUFFIXES = {".c", ".h", ".cc", ".cpp", ".hpp", ".hh", ".cxx"}

violations = 0


def report(place, wrong, remedy):
    global violations
    violations += 1
    print(f"{place}: {wrong}\n  remedy: {remedy}")


def load_package():
    """The manifest as SwiftPM reads it; nothing is fetched and the order of the targets is kept."""
    dump = subprocess.run(["swift", "package", "dump-package"], stdout=subprocess.PIPE)
    if dump.returncode != 0:
        sys.exit("Package.swift: SwiftPM cannot read it; its reason stands above")
    return json.loads(dump.stdout)


def dependencies(target):
    """(name, whether it is a product of another package) of each dependency."""
    for dependency in target["dependencies"]:
        for kind, values in dependency.items():
            yield values[0], kind == "product"


def folder(target):
    if target.get("path"):
        return Path(target["path"])
    return Path("Tests" if target["type"] == "test" else "Sources") / target["name"]


def line_of(name):
    """The line of Package.swift that declares a target, as a place to print."""
    lines = Path("Package.swift").read_text(encoding="utf-8").splitlines()
    declaration = re.compile(rf'(?:[tT]arget\(|^)\s*name: "{name}"')
    # The last one, because the package may have the name of a target.
    numbers = [number for number, line in enumerate(lines, 1) if declaration.search(line)]
    return f"Package.swift:{numbers[-1]}" if numbers else "Package.swift"


def check_order(targets):
    above = set()
    names = {target["name"] for target in targets}
    for target in targets:
        for name, _ in dependencies(target):
            if name in names and name not in above:
                report(
                    line_of(target["name"]), f"'{target['name']}' depends on '{name}', which stands below it",
                    f"turn the dependency round, or move what both need into a module above '{target['name']}'",
                )
        above.add(target["name"])


def check_settings(targets):
    for target in targets:
        for setting in target["settings"]:
            if "unsafeFlags" in setting["kind"]:
                report(
                    line_of(target["name"]), f"'{target['name']}' sets unsafeFlags",
                    "do without: packages with unsafe flags cannot be depended on",
                )


def check_swift_file(path, target, declared):
    features = [setting["kind"].get("enableUpcomingFeature", {}).get("_0") for setting in target["settings"]]
    # Without this feature an import that says nothing is public.
    implied_access = "internal" if "InternalImportsByDefault" in features else "public"
    is_text = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        # What stands in a string over several lines may be Python.
        is_text ^= line.count('"""') % 2 == 1
        found = IMPORT.match(line)
        if not found or is_text:
            continue
        module, place = found["module"], f"{path}:{number}"
        if module in CONFINED_MODULES:
            allowed, remedy = CONFINED_MODULES[module]
            if target["name"] not in allowed:
                report(place, f"'{target['name']}' imports {module}, which only {' and '.join(allowed)} may", remedy)
                continue
        if module not in declared and module not in TOOLCHAIN_MODULES:
            report(
                place, f"'{target['name']}' imports {module} without declaring it",
                f"add it to the dependencies of '{target['name']}' in Package.swift, if it stands above",
            )
        exported = "@_exported" in found["attributes"] or (found["access"] or implied_access) in ("public", "package")
        if module in ("CICU", "CXapian") and exported:
            report(
                place, f"{module} is imported for all who import '{target['name']}'",
                f"write 'internal import {module}' and keep its types out of public declarations",
            )


def check_c_file(path, target):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        for header, (allowed, remedy) in CONFINED_HEADERS.items():
            if found["path"].startswith(header) and target["name"] not in allowed:
                report(
                    f"{path}:{number}",
                    f"'{target['name']}' includes <{found['path']}>, which only {' and '.join(allowed)} may", remedy,
                )


def check_files(targets):
    for target in targets:
        declared = {name for name, _ in dependencies(target)} | {target["name"]}
        for path in sorted(folder(target).rglob("*")):
            if path.suffix == ".swift":
                check_swift_file(path, target, declared)
            elif path.suffix in C_SUFFIXES:
                check_c_file(path, target)


def check_declared_confinement(targets):
    """A confined module must not even be declared: a declaration invites the import."""
    for target in targets:
        for name, _ in dependencies(target):
            allowed, remedy = CONFINED_MODULES.get(name, (None, None))
            if allowed and target["name"] not in allowed:
                report(
                    line_of(target["name"]),
                    f"'{target['name']}' depends on {name}, which only {' and '.join(allowed)} may", remedy,
                )


def main():
    targets = load_package()["targets"]
    check_order(targets)
    check_settings(targets)
    check_declared_confinement(targets)
    check_files(targets)
    sys.exit(1 if violations else 0)


main()
