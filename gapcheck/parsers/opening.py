"""A path, bytes or stream to bytes, and what format the bytes are. Nothing but regular files is opened."""

from __future__ import annotations

import errno
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, BinaryIO, NoReturn

from gapcheck import plugins
from gapcheck.errors import EmptyFile, InputError, InputNotFound, LimitExceeded, NotAFile
from gapcheck.parsers.sniffing import foreign_suffix, mismatch, sniff
from gapcheck.settings import Settings
from gapcheck.types import Notice

Source = str | os.PathLike[str] | bytes
_CHUNK = 1_000_000


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """The bytes of one input, its base name, and the kind that the bytes are: a key of `PARSERS`, or a plug-in's."""

    data: bytes
    name: str
    kind: str
    notices: tuple[Notice, ...] = ()


def open_source(source: Source | BinaryIO, *, settings: Settings, name: str | None = None) -> Opened:
    """The bytes of *source* and their kind. Raises InputError or LimitExceeded."""
    maximum = settings.limits.max_file_bytes
    if isinstance(source, (bytes, bytearray, memoryview)):
        data, name = bytes(source), name or "input"
    elif isinstance(source, (str, os.PathLike)):
        data, name = _read_path(source, maximum), PurePath(name or os.fspath(source)).name
    else:
        name = name or _stream_name(source)
        data = _read_stream(source, maximum, name)
    if len(data) > maximum:
        _too_large(len(data), maximum, name)
    name = printable(PurePath(name).name) or "input"
    if not data.strip():
        raise EmptyFile("is empty", hint="Check that it was saved or downloaded completely.", source=name)
    foreign = foreign_suffix(name)
    if foreign and foreign in plugins.names(plugins.PARSERS):
        return Opened(data, name, foreign)
    kind = sniff(data, name)
    return Opened(data, name, kind, mismatch(kind, name))


def printable(name: str) -> str:
    """A file name as text: bytes in it that are not UTF-8, which Python keeps as half characters, become one sign."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _read_path(path: str | os.PathLike[str], maximum: int) -> bytes:
    """The bytes of a regular file. Never blocks: a pipe is refused before it is read."""
    name = PurePath(os.fspath(path)).name or os.fspath(path)
    try:
        # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        _explain(error, Path(path), name)
    try:
        status = os.fstat(descriptor)
        _check(status, maximum, name)
        with open(descriptor, "rb", closefd=False) as file:  # what was checked is what is read
            return file.read(min(maximum, status.st_size) + 1)
    finally:
        os.close(descriptor)


def _check(status: os.stat_result, maximum: int, name: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        what = "is a folder" if stat.S_ISDIR(status.st_mode) else "is a pipe or a device, not a file"
        raise NotAFile(what, hint="Give the path of a file.", source=name)
    if status.st_size > maximum:
        _too_large(status.st_size, maximum, name)


def _explain(error: OSError | ValueError, path: Path, name: str) -> NoReturn:
    code = getattr(error, "errno", None)
    if code == errno.ELOOP:
        raise NotAFile("is a link that leads to itself", hint="Give the path of a file.", source=name) from None
    if code in (errno.EISDIR, errno.ENXIO, errno.ENODEV) or (code == errno.EACCES and path.is_dir()):
        raise NotAFile("is not a file", hint="Give the path of a file.", source=name) from None
    if code in (errno.EACCES, errno.EPERM):
        raise InputError("may not be read", hint="Check its permissions.", source=name) from None
    if re.match(r"(?:https?|ftp|file):/", str(path), re.IGNORECASE):
        hint = "Nothing is downloaded: save the page in a browser, or copy its text, and give that file."
        raise InputNotFound("is an address, not a file", hint=hint, source=name) from None
    raise InputNotFound(
        "no such file", hint="Check the path. (In Python, text goes into Document.from_text.)", source=name
    ) from None


def _read_stream(stream: Any, maximum: int, name: str) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while size <= maximum:  # a pipe gives what it has; one read of "no limit" would ask for all memory
        chunk = stream.read(min(_CHUNK, maximum + 1 - size))
        if not chunk:
            break
        chunks.append(chunk.encode("utf-8", "surrogatepass") if isinstance(chunk, str) else bytes(chunk))
        size += len(chunks[-1])
    return b"".join(chunks)


def _stream_name(stream: Any) -> str:
    name = getattr(stream, "name", None)
    return PurePath(name).name if isinstance(name, str) and not name.startswith("<") else "input"


def _too_large(size: int, maximum: int, name: str) -> NoReturn:
    raise LimitExceeded(
        "max_file_bytes",
        size,
        maximum,
        message=f"is larger than {maximum / 1_000_000:,.0f} MB, the limit max_file_bytes",
        source=name,
    )
