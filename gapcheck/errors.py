"""The one tree of errors; `except GapcheckError` catches everything gapcheck raises on purpose.

    GapcheckError
    ├── InputError               a file or text that cannot be used
    │   ├── InputNotFound        input_not_found
    │   ├── NotAFile             not_a_file: a folder, pipe or device
    │   ├── EmptyFile            empty_file
    │   ├── UnsupportedFormat    unsupported_format
    │   ├── EncryptedFile        encrypted_file
    │   ├── CorruptFile          corrupt_file
    │   ├── MaliciousFile        malicious_file: built to harm its reader
    │   ├── DecodeError          decode_error: text in no known encoding
    │   ├── NoTextFound          no_text_found: a scan, or pages without text
    │   └── NoRequirementsFound  no_requirements_found
    ├── LimitExceeded            limit_exceeded: larger than a limit of `Limits`
    │   ├── ParseTimeout         parse_timeout
    │   └── WorkerMemory         worker_memory
    ├── WorkerCrashed            worker_crashed
    └── ConfigError              config_error: an option or a settings file

Messages name the file by its base name, say what is wrong, and the hint says what to do next. They never quote the
file's text: it is personal. For the same reason the readers of files raise `from None`: what a library says of a file may
quote it, and its path names folders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath


class GapcheckError(Exception):
    """Base of all errors. `str(error)` is "file: what is wrong. What to do next."."""

    code = "error"
    """Stable name, documented in the README's table of errors."""

    def __init__(self, message: str, *, hint: str = "", source: str | PurePath | None = None) -> None:
        self.message = message
        self.hint = hint
        self.source = _base_name(source) if source else None
        super().__init__(message)

    def __str__(self) -> str:
        where = f"{self.source}: " if self.source else ""
        text = f"{where}{self.message}"
        if self.hint:
            text = f"{text.rstrip('.')}. {self.hint}"
        return text


def _base_name(path: str | PurePath) -> str:
    from pathlib import PurePath  # takes long to import, and --help needs no path

    return PurePath(path).name or str(path)


class InputError(GapcheckError):
    """A file or text that cannot be used."""

    code = "input_error"


class InputNotFound(InputError):
    """There is no such file."""

    code = "input_not_found"


class NotAFile(InputError):
    """A folder, pipe, device or endless chain of links where a regular file is needed."""

    code = "not_a_file"


class EmptyFile(InputError):
    """The file has no bytes, or nothing but white space."""

    code = "empty_file"


class UnsupportedFormat(InputError):
    """The bytes are of a format that gapcheck does not read."""

    code = "unsupported_format"


class EncryptedFile(InputError):
    """The file needs a password to be opened."""

    code = "encrypted_file"


class CorruptFile(InputError):
    """The file is damaged: its format is known, its content cannot be read."""

    code = "corrupt_file"


class MaliciousFile(InputError):
    """The file holds a construct that honest files do not have, such as a DOCTYPE inside a DOCX."""

    code = "malicious_file"


class DecodeError(InputError):
    """The bytes are text in no encoding that could be told."""

    code = "decode_error"


class NoTextFound(InputError):
    """The file opens but has no text: a scan, empty pages, or glyphs that map to no character."""

    code = "no_text_found"


class NoRequirementsFound(InputError):
    """The text was read, but nothing in it asks anything of a person."""

    code = "no_requirements_found"


class LimitExceeded(GapcheckError):
    """The input is larger than a limit; `limit`, `value` and `maximum` say which and by how much."""

    code = "limit_exceeded"

    def __init__(
        self,
        limit: str,
        value: float,
        maximum: float,
        *,
        message: str = "",
        hint: str = "",
        source: str | PurePath | None = None,
    ) -> None:
        self.limit = limit
        self.value = value
        self.maximum = maximum
        super().__init__(
            message or f"over the limit {limit}: {_number(value)}, at most {_number(maximum)}",
            hint=hint or f"Raise it with Settings(limits=Limits({limit}=...)) if you trust the file.",
            source=source,
        )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


class ParseTimeout(LimitExceeded):
    """Reading the file took longer than `Limits.parse_timeout` seconds."""

    code = "parse_timeout"


class WorkerMemory(LimitExceeded):
    """Reading the file needed more memory than `Limits.worker_memory` bytes."""

    code = "worker_memory"


class WorkerCrashed(GapcheckError):
    """The process that reads PDF files ended without an answer."""

    code = "worker_crashed"


class ConfigError(GapcheckError):
    """An option, a settings file or a lexicon file is wrong."""

    code = "config_error"
