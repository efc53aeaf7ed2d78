"""A daemon on the samples; for the scripts that ask one."""

import contextlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextlib.contextmanager
def samples(suoyin):
    """Indexes the samples into a temporary folder and serves them: the folder, the socket and the daemon's process."""
    with tempfile.TemporaryDirectory(prefix="suoyin-samples-") as name:
        work = Path(name)
        index, path = work / "index", work / "s" / "suoyin.sock"
        subprocess.run(
            [suoyin, "index", ROOT / "Corpus" / "Samples", "--collection", "samples", "--index", index],
            check=True, stdout=subprocess.DEVNULL)
        daemon = subprocess.Popen([suoyin, "serve", "--index", index, "--socket", path], stderr=subprocess.DEVNULL)
        try:
            wait(path)
            yield work, path, daemon
        finally:
            daemon.send_signal(signal.SIGTERM)
            daemon.wait()


def wait(path):
    """Until somebody answers on a socket, 30 seconds at most."""
    for _ in range(300):
        try:
            with socket.socket(socket.AF_UNIX) as probe:
                probe.connect(str(path))
            return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"no daemon answers on {path}")
