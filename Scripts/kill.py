"""Kills indexing at random moments and looks what is left; called by Scripts/kill, which says what for.

The files have three states, and so has each collection of an index, or none. A run brings one collection after another
to the state of the files, with a flip for each: what a killed run leaves must be one of the indexes on this way, and
each of them is built once without disturbance to compare with.
"""

import collections
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COLLECTIONS = ("a", "b", "c")
STATES = (1, 2, 3)
STAGES = ("before any segment", "while segments are written", "while compacting", "after the flip")
# Full builds take about a second with this on two cores: long enough to be hit everywhere.
SOURCE_COUNT = 45
PARAGRAPH_COUNT = 160

WORDS = "普惠金融 农业保险 首贷 乡村振兴 防汛抗旱 地质灾害 营商环境 政务服务 绿色发展 数字经济 项目建设 安全生产".split()
VERBS = "推进 加快 规范 支持 落实 完善".split()
QUERIES = ["普惠金融", "\"推进农业保险\"", "防汛抗旱 营商环境 首贷", "第2稿", "第3稿", "国办发〔2024〕7号", "\"完善安全生产\""]


# What a run says is of no interest while it is to be killed.
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Fault(Exception):
    """Something that must not be."""


def source_text(collection, number, draft):
    generator = random.Random(f"{collection}/{number}/{draft}")
    lines = [f"关于{generator.choice(WORDS)}的通知", f"国办发〔2024〕{number}号第{draft}稿"]
    for paragraph in range(PARAGRAPH_COUNT):
        words = generator.sample(WORDS, 4)
        lines.append(f"第{paragraph + 1}条　" + "，".join(generator.choice(VERBS) + word for word in words) + "。")
    return "\n".join(lines)


def write_state(directory, state):
    """Beside what stays, each state lacks some sources of the others, has some in another draft, and touched others."""
    for place, collection in enumerate(COLLECTIONS):
        (directory / collection).mkdir(parents=True)
        for number in range(SOURCE_COUNT):
            kind = (number * 7 + place) % 20
            if state > 1 and kind == state or state == 1 and kind in (4, 5):
                continue
            draft = state if kind in (6, 7) else 1
            path = directory / collection / f"{number}.txt"
            path.write_text(source_text(collection, number, draft), encoding="utf-8")
            # The same file has the same time in every state, unless it is to be another.
            seconds = 1_700_000_000 + number + (state * 1000 if kind in (6, 7, 8) else 0)
            os.utime(path, (seconds, seconds))


class Workplace:
    """The files, their states, and the indexes that undisturbed runs make of them."""

    def __init__(self, suoyin, directory):
        self.suoyin, self.directory = suoyin, directory
        self.corpus, self.state = directory / "corpus", None
        self.config, self.queries = directory / "corpus.json", directory / "queries.jsonl"
        corpora = [{"paths": [f"corpus/{name}"], "collection": name, "prune": True} for name in COLLECTIONS]
        self.config.write_text(json.dumps({"corpora": corpora}))
        self.queries.write_text(
            "".join(json.dumps({"id": f"q{number}", "q": query}) + "\n" for number, query in enumerate(QUERIES)))
        for state in STATES:
            write_state(directory / f"state-{state}", state)
        self.references = {}

    def show(self, state):
        """Puts the files of a state where they are indexed; renaming keeps their times."""
        if self.state:
            self.corpus.rename(self.directory / f"state-{self.state}")
        (self.directory / f"state-{state}").rename(self.corpus)
        self.state = state

    def run(self, *arguments):
        return subprocess.run([self.suoyin, *arguments], capture_output=True, text=True, encoding="utf-8")

    def index_command(self, index):
        return ["index", "--config", self.config, "--index", index]

    def look(self, index):
        """What an index is: nothing, or its digest and all answers with their scores."""
        check = self.run("check", "--digest", "--sample", "10", "--index", index)
        search = self.run("search", "--queries", self.queries, "--format", "trec", "--limit", "1000", "--index", index)
        if check.returncode == 4 and search.returncode == 4 and not (index / "current").exists():
            return None
        if check.returncode or search.returncode or check.stderr or search.stderr:
            raise Fault(f"check {check.returncode} {check.stderr}; search {search.returncode} {search.stderr}")
        # Documents of equal score stand in the order in which they were indexed, which two ways may not share.
        hits = sorted((fields[0], fields[2], fields[4]) for fields in map(str.split, search.stdout.splitlines()))
        return check.stdout.split("digest ")[1].strip(), hits

    def reference(self, key):
        """What an undisturbed run makes: the state of each collection, or None where it is not there."""
        if key not in self.references:
            shown, index = self.state, self.path(key)
            for name, state in zip(COLLECTIONS, key):
                if state:
                    self.show(state)
                    made = self.run("index", self.corpus / name, "--collection", name, "--index", index)
                    if made.returncode:
                        raise Fault(f"an undisturbed run ended with {made.returncode}: {made.stderr}")
            if shown:
                self.show(shown)
            self.references[key] = self.look(index)
        return self.references[key]

    def path(self, key):
        return self.directory / ("reference-" + "-".join(str(state or 0) for state in key))

    def copy(self, key, index):
        """An index to be disturbed. Sealed files are linked: whoever wrote to them would change the reference."""
        shutil.rmtree(index, ignore_errors=True)
        if any(key):
            self.reference(key)
            shutil.copytree(self.path(key) / "generations", index / "generations", copy_function=os.link)
            shutil.copy(self.path(key) / "current", index / "current")


def flip_count(index):
    try:
        return int((index / "current").read_text())
    except FileNotFoundError:
        return 0


def stage(index, flips_before):
    """Where a run is, as (flips, stage); the next collection begins when its first segments are there."""
    flips = flip_count(index) - flips_before
    building = index / "building"
    try:
        names = set(os.listdir(building))
        # building/segments-BOOT/COLLECTION/DIGEST
        segments = list(building.glob("segments-*/*/*"))
    except FileNotFoundError:
        names, segments = set(), []
    if flip_count(index) - flips_before != flips:
        return stage(index, flips_before)
    if any(not name.startswith("segments-") for name in names):
        return flips, 2
    if segments:
        return flips, 1
    return (flips, 0) if flips == 0 else (flips - 1, 3)


def timeline(place, index):
    """How long an undisturbed run is in each stage."""
    flips, start, durations = flip_count(index), time.monotonic(), collections.Counter()
    process = subprocess.Popen([place.suoyin, *place.index_command(index)], **QUIET)
    while process.poll() is None:
        before = time.monotonic()
        found = stage(index, flips)
        time.sleep(0.0005)
        durations[found] += time.monotonic() - before
    return durations, time.monotonic() - start


def kill(place, index, moment, delay):
    """Kills a run some time after it has come to a stage; says where it was, or nothing if it had ended before."""
    flips = flip_count(index)
    process = subprocess.Popen([place.suoyin, *place.index_command(index)], **QUIET)
    while process.poll() is None and stage(index, flips) < moment:
        time.sleep(0.0002)
    end = time.monotonic() + delay
    while process.poll() is None and time.monotonic() < end:
        time.sleep(min(0.0005, max(0, end - time.monotonic())))
    process.kill()
    if process.wait() == 0:
        return None
    return stage(index, flips)[1]


def way(key, state):
    """The indexes that a run goes through."""
    keys = [key]
    for number in range(len(key)):
        keys.append((state,) * (number + 1) + key[number + 1 :])
    return keys


def key_of(place, index, allowed):
    """Which of some indexes this is, in all that it answers."""
    found = place.look(index)
    for key in allowed:
        if place.reference(key) == found:
            return key
    near = [key for key in allowed if place.reference(key) and found and place.reference(key)[0] == found[0]]
    raise Fault(f"is none of {allowed}" + (f"; has the digest of {near}, and other answers" if near else ""))


class Tally:
    def __init__(self):
        self.kinds, self.stages, self.ends = collections.Counter(), collections.Counter(), collections.Counter()
        self.taken_over, self.sources_taken_over, self.completed, self.faults = 0, 0, 0, []


def trial(place, generator, kind, durations, tally):
    """One index: killed once or twice, then completed."""
    index = place.directory / "trial"
    key = (None,) * 3 if kind == "full builds" else (1, 1, 1)
    place.copy(key, index)
    place.show(generator.choice(STATES if kind == "full builds" else STATES[1:]))
    for number in range(generator.choice((1, 1, 2))):
        if number and generator.random() < 0.5:
            place.show(generator.choice(STATES))
        run_kind = "increments" if any(key) else "full builds"
        wanted = generator.choice(range(len(STAGES)))
        moment = generator.choice([found for found in durations[run_kind] if found[1] == wanted])
        delay = generator.uniform(0, durations[run_kind][moment])
        hit = kill(place, index, moment, delay)
        if hit is not None:
            tally.kinds[run_kind] += 1
            tally.stages[run_kind, hit] += 1
        try:
            key = key_of(place, index, way(key, place.state))
        except Fault as fault:
            raise Fault(f"killed {'nowhere' if hit is None else STAGES[hit]}, state {place.state}: {fault}") from None
        tally.ends[key] += 1
    if generator.random() < 0.4:
        place.show(generator.choice(STATES))
    complete(place, index, tally)


def complete(place, index, tally):
    report = place.directory / "report.json"
    done = place.run(*place.index_command(index), "--report", report)
    if done.returncode:
        raise Fault(f"the next run ended with {done.returncode}: {done.stderr}")
    taken = sum(run["taken_over"] for run in json.loads(report.read_text())["runs"])
    tally.completed += 1
    tally.taken_over += taken > 0
    tally.sources_taken_over += taken
    if (taken > 0) != ("were done by an interrupted run" in done.stdout):
        raise Fault(f"taken_over is {taken}, and the output says: {done.stdout}")
    key_of(place, index, [(place.state,) * 3])
    left = {entry.name for entry in index.iterdir()} - {"current", "generations", "lock"}
    if left:
        raise Fault(f"left behind: {left}")


def main():
    suoyin, kills, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    generator, tally, start = random.Random(seed), Tally(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="suoyin-kill-") as work:
        place = Workplace(suoyin, Path(work).resolve())
        durations = {}
        for kind, key in (("full builds", (None,) * 3), ("increments", (1, 1, 1))):
            place.copy(key, place.directory / "trial")
            place.show(2)
            durations[kind], seconds = timeline(place, place.directory / "trial")
            print(f"kill: {kind} take {seconds:.1f} s when nothing disturbs them", flush=True)
        while tally.kinds.total() < kills:
            if sys.stderr.isatty():
                print(f"\rkill: {tally.kinds.total()} of {kills} ", end="", file=sys.stderr, flush=True)
            kind = min(("full builds", "increments"), key=lambda kind: tally.kinds[kind])
            try:
                trial(place, generator, kind, durations, tally)
            except Fault as fault:
                tally.faults.append(str(fault))
                print(f"kill: FAULT: {fault}", flush=True)
                if len(tally.faults) == 5:
                    break
        if place.look(place.path((1, 1, 1))) != place.reference((1, 1, 1)):
            tally.faults.append("a sealed generation was written: the reference that the trials were linked to changed")
    print(f"kill: seed {seed}, {time.monotonic() - start:.0f} s")
    for kind in durations:
        hits = ", ".join(f"{tally.stages[kind, number]} {name}" for number, name in enumerate(STAGES))
        print(f"  {tally.kinds[kind]} {kind} killed: {hits}")
    print(
        f"  {tally.completed} next runs completed; {tally.taken_over} took over work of an interrupted one, "
        f"{tally.sources_taken_over} sources in all; {len(tally.ends)} different indexes seen after kills; "
        f"{len(tally.faults)} faults")
    is_everywhere = all(tally.stages[kind, number] for kind in durations for number in range(len(STAGES)))
    if kills >= 100 and not (is_everywhere and tally.taken_over):
        print("kill: not all stages were hit, or no work was taken over")
    sys.exit(0 if not tally.faults and (kills < 100 or is_everywhere and tally.taken_over) else 1)


main()
