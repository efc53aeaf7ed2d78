"""Asks a daemon without pause while its index flips; called by Scripts/soak, which says what for.

Every document of a collection holds the same mark, and no two generations have the same pair of marks: an answer with
two marks of one collection, or with fewer documents than were indexed, mixes generations.
"""

import collections
import http.client
import json
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

DOCUMENT_COUNT = 60
OTHER_COUNT = 20


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=30)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def write_sources(directory, mark, prefix="", count=DOCUMENT_COUNT):
    lines = (
        json.dumps({"id": f"{prefix}{number}", "title": f"通知{number}", "text": f"批次{mark}号文件第{number}条推进普惠金融，加快农业保险。"})
        for number in range(count)
    )
    (directory / "records.jsonl").write_text("\n".join(lines), encoding="utf-8")


class Index:
    """Two collections of an index, brought from one generation to the next in turns of three kinds."""

    def __init__(self, suoyin, work):
        self.suoyin, self.path = suoyin, work / "index"
        self.corpus, self.other = work / "corpus", work / "other"
        self.corpus.mkdir()
        self.other.mkdir()
        write_sources(self.corpus, 0)
        write_sources(self.other, 0, "other-", OTHER_COUNT)
        self.run(self.corpus)
        self.run(self.other, "--collection", "other")
        self.flips = collections.Counter()

    def run(self, *arguments):
        subprocess.run(
            [self.suoyin, "index", *arguments, "--index", self.path], check=True, stdout=subprocess.DEVNULL)

    def flip(self, number):
        """Every fifth time all is read again, every third time the other collection changes, else the larger one."""
        kind = "rebuilds" if number % 5 == 0 else "of another collection" if number % 3 == 0 else "of changed records"
        self.flips[kind] += 1
        if kind == "of another collection":
            write_sources(self.other, number, "other-", OTHER_COUNT)
            return self.run(self.other, "--collection", "other")
        write_sources(self.corpus, number)
        self.run(self.corpus, *(["--rebuild"] if kind == "rebuilds" else []))


def fault_in(status, answer, seen):
    """What is wrong with an answer, or nothing."""
    if status != 200:
        return f"status {status}: {answer}"
    counts = collections.Counter(
        (hit["source"].split("/")[0], hit["passages"][0]["text"].split("号")[0]) for hit in answer["hits"])
    marks, generation, total = set(counts), answer["generation"], answer["total"]["strict"]
    if sorted(counts.values()) != [OTHER_COUNT, DOCUMENT_COUNT] or total != DOCUMENT_COUNT + OTHER_COUNT:
        return f"generation {generation}: {len(answer['hits'])} hits, {answer['total']}, {sorted(counts.items())}"
    # A generation always shows the same marks, whoever asks and whenever.
    if seen.setdefault(generation, marks) != marks:
        return f"generation {generation} shows {marks} and {seen[generation]}"


def ask(path, is_over, seen, tally):
    connection = UnixConnection(path)
    body = json.dumps({"q": "农业保险", "limit": DOCUMENT_COUNT + OTHER_COUNT}).encode()
    while not is_over.is_set():
        try:
            connection.request("POST", "/v1/search", body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            fault = fault_in(response.status, json.loads(response.read()), seen)
        except (OSError, http.client.HTTPException, ValueError) as error:
            fault = repr(error)
            connection.close()
        tally.append(fault)


def wait_for(path):
    for _ in range(1000):
        try:
            connection = UnixConnection(path)
            connection.request("GET", "/v1/health")
            return connection.getresponse().read()
        except OSError:
            time.sleep(0.01)
    sys.exit("soak: the daemon did not come up")


def soak(suoyin, seconds, flips, clients, work):
    index, path = Index(suoyin, work), str(work / "run" / "suoyin.sock")
    # With fewer workers than clients the queue is used; 64 places are enough for all of them.
    daemon = subprocess.Popen([suoyin, "serve", "--index", index.path, "--socket", path], stderr=subprocess.DEVNULL)
    wait_for(path)
    is_over, seen, tallies = threading.Event(), {}, [[] for _ in range(clients)]
    threads = [threading.Thread(target=ask, args=(path, is_over, seen, tally)) for tally in tallies]
    for thread in threads:
        thread.start()
    start = time.monotonic()
    for flip in range(1, flips + 1):
        time.sleep(max(0, start + flip * seconds / (flips + 1) - time.monotonic()))
        index.flip(flip)
    time.sleep(max(0, start + seconds - time.monotonic()))
    is_over.set()
    for thread in threads:
        thread.join()
    daemon.send_signal(signal.SIGTERM)
    status = daemon.wait(timeout=30)
    leavings = [str(file) for file in [index.path / "daemon", *(work / "run").iterdir()] if file.exists()]
    return [fault for tally in tallies for fault in tally], seen, index.flips, status, leavings


def main():
    suoyin, seconds, flips, clients = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    with tempfile.TemporaryDirectory(prefix="suoyin-soak-") as work:
        outcomes, seen, kinds, status, leavings = soak(suoyin, seconds, flips, clients, Path(work))
    faults = [outcome for outcome in outcomes if outcome]
    print(
        f"soak: {clients} clients, {seconds:g} s, {flips} flips "
        f"({', '.join(f'{count} {kind}' for kind, count in kinds.items())}): {len(outcomes)} answers of {len(seen)} generations, "
        f"{len(faults)} faults; ended with status {status}, left behind: {', '.join(leavings) or 'nothing'}"
    )
    for fault in faults[:5]:
        print(f"  {fault[:300]}")
    is_good = not faults and status == 0 and not leavings and len(seen) > flips // 2
    sys.exit(0 if is_good else 1)


main()
