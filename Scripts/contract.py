"""Holds a daemon to openapi.json; called by Scripts/contract, which says what for."""

import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

sys.dont_write_bytecode = True
import served

ROOT = served.ROOT
# The fewest cases that count as a run.
FEWEST_CASES = 2000
LONGEST_LINE = 400
# The same cases in every run.
SEED = 20240325


class Relay:
    """A TCP port of this machine that leads to a Unix socket: Schemathesis speaks TCP only."""

    def __init__(self, path):
        self.path = str(path)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client = self.listener.accept()[0]
            daemon = socket.socket(socket.AF_UNIX)
            try:
                daemon.connect(self.path)
            except OSError:
                client.close()
                continue
            for source, sink in ((client, daemon), (daemon, client)):
                threading.Thread(target=self.copy, args=(source, sink), daemon=True).start()

    @staticmethod
    def copy(source, sink):
        try:
            while part := source.recv(1 << 16):
                sink.sendall(part)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            # One side is gone: the other one learns of it.
            for end in (source, sink):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass


def check(tools, url, work):
    """Runs both tools; returns how many cases there were, and what is wrong."""
    document = work / "openapi.json"
    urllib.request.urlretrieve(f"{url}/v1/openapi.json", document)
    if subprocess.run([tools / "openapi-spec-validator", document]).returncode != 0:
        return 0, ["openapi.json is not valid"]
    run = subprocess.run(
        [tools / "schemathesis", "--config-file", ROOT / "Scripts" / "contract.toml", "run", document, "--url", url,
         "--seed", str(SEED), "--no-color"],
        stdout=subprocess.PIPE, text=True, cwd=work)
    # A request that reproduces a failure may be 64 KB long.
    for line in run.stdout.splitlines():
        print(line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + " …", file=sys.stderr)
    found = re.search(r"([\d,]+) generated", run.stdout)
    cases = int(found[1].replace(",", "")) if found else 0
    wrong = [] if run.returncode == 0 else [f"Schemathesis found what stands above (status {run.returncode})"]
    if cases < FEWEST_CASES:
        wrong.append(f"there were {cases} cases; {FEWEST_CASES} are wanted")
    return cases, wrong


def main(suoyin, tools):
    start = time.monotonic()
    with served.samples(suoyin) as (work, path, daemon):
        cases, wrong = check(Path(tools), Relay(path).url, work)
        if daemon.poll() is not None:
            wrong.append(f"the daemon ended with status {daemon.returncode}")
    print(f"contract: {cases} cases, {time.monotonic() - start:.0f} s: " + ("; ".join(wrong) or "all as openapi.json says"))
    sys.exit(1 if wrong else 0)


main(*sys.argv[1:])
