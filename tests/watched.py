"""Runs gapcheck's command with everything noted that could let a resume out: `python -m tests.watched NOTES ARGUMENTS`.

NOTES becomes a JSON file: look-ups and connections, processes started, files opened for writing, classes unpickled,
and all that was logged at the level DEBUG by whatever library.
"""

from __future__ import annotations

import atexit
import io
import json
import logging
import os
import sys
from pathlib import Path

NETWORK = {
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto", "socket.sendmsg",
    "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect", "webbrowser.open",
}  # fmt: skip
PROCESSES = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn"}


def watch(target: Path) -> None:
    """Note what happens from now on; written to *target* when the process ends."""
    notes: dict[str, list[str]] = {"network": [], "processes": [], "written": [], "unpickled": []}
    log, owner = io.StringIO(), os.getpid()

    def note(event: str, args: tuple) -> None:
        if os.getpid() != owner:
            return
        if event in NETWORK:
            notes["network"].append(f"{event} {args[1:]}")
        elif event in PROCESSES:
            notes["processes"].append(" ".join(map(str, args[1])) if event == "subprocess.Popen" else f"{event} {args}")
        elif event == "pickle.find_class":
            notes["unpickled"].append(".".join(map(str, args)))
        elif event == "open" and _writes(args):
            notes["written"].append(str(args[0]))
        elif event in ("os.rename", "os.mkdir", "os.link", "os.symlink", "sqlite3.connect"):
            notes["written"].append(f"{event} {args[0]}")

    def save() -> None:
        written = [name for name in notes["written"] if name != str(target)]
        target.write_text(json.dumps({**notes, "written": written, "log": log.getvalue()}), encoding="utf-8")

    atexit.register(save)
    logging.basicConfig(level=logging.DEBUG, stream=log, force=True)
    sys.addaudithook(note)


def _writes(args: tuple) -> bool:
    path, mode, flags = args
    if isinstance(path, int):
        return False
    wanted = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    return any(letter in (mode or "") for letter in "wxa+") or bool((flags or 0) & wanted)


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    sys.argv = ["gapcheck", *sys.argv[2:]]
    from gapcheck.__main__ import main

    main()
