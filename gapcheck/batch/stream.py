"""Many resumes against many postings: every document read once, rows in order, memory bounded.

The work is pure functions on picklable tasks; `processes.run` is where they meet processes. Postings are compiled
first and held in blocks, which every process unpacks once; resumes are streamed. A task is some resumes against one
block. With one block each process reads the resumes that it checks; with more, resumes are read first, so that each is
read once.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

from gapcheck.analyzer import Analyzer
from gapcheck.batch.cache import Cache, posting_as_json, posting_from_json
from gapcheck.batch.processes import run, workers
from gapcheck.batch.rows import Row, Wanted, make_row, skipped_row
from gapcheck.batch.sources import Given, Input, Inputs, as_inputs, is_stream
from gapcheck.errors import ConfigError, GapcheckError
from gapcheck.lexicon import Lexicon
from gapcheck.parsers import parse
from gapcheck.settings import Settings
from gapcheck.types import Document, Posting, Resume

T = TypeVar("T")

BLOCK = 256
"""Postings up to which a resume travels unread; with more of them it is read apart from being checked."""
HELD = 5_000
"""Compiled postings in memory at a time (about 30 kB each). Beyond it, resumes are read again for each further part."""
_TASK = 32
"""Pairs that one task aims at: long enough to outweigh its journey, short enough for cores to end together."""
_WINDOW = 8
"""Resumes for each process that are read before they are checked against many postings."""
_READING = 6
"""What reading a resume costs, counted in pairs."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the pairs of a batch are checked; the same plan gives the same rows. Hashable, and small to send."""

    settings: Settings = field(default_factory=Settings)
    wanted: Wanted = field(default_factory=Wanted)
    lexicons: tuple[str, ...] = ()
    """Paths of lexicon files that are added to the default."""
    cache: str | None = None
    """Path of the cache file, or None for none."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A posting, read: what matching needs of it and nothing more, so that it travels light."""

    name: str
    digest: str
    posting: Posting


@dataclass(frozen=True, slots=True)
class ReadResume:
    """A resume, read."""

    name: str
    digest: str
    resume: Resume


@dataclass(frozen=True, slots=True)
class Packed:
    """A posting, read, as JSON: a fifth of the memory, and one object to send instead of hundreds."""

    digest: str
    text: str = field(repr=False)

    def unpack(self) -> Compiled:
        """The posting."""
        name, value = json.loads(self.text)
        return Compiled(name, self.digest, posting_from_json(value))


@dataclass(frozen=True, slots=True)
class _Block:
    """Some postings, the same for many tasks."""

    id: str
    """Stands for the content: blocks with one id are the same."""
    postings: tuple[Packed, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Task:
    plan: Plan
    resumes: tuple[Input | ReadResume, ...]
    block: _Block
    todo: tuple[tuple[int, ...], ...]
    """For each resume the indexes of the postings of the block to check it against."""
    first: bool = True
    """Whether this is the resumes' first block: a resume that cannot be read is told of once."""


def analyze_many(
    resumes: Iterable[object],
    postings: Iterable[object],
    *,
    settings: Settings | None = None,
    jobs: int | None = None,
    wanted: Wanted | None = None,
    lexicons: Sequence[str] = (),
    skip: Container[str] = frozenset(),
    cache: str | None = None,
) -> Iterator[Row]:
    """A row for every resume against every posting: postings that cannot be read first, then resume by resume.

    Each of *resumes* and *postings* is what `expand` gives, or an iterable of paths, bytes, `Document` and `Input`.
    A document that cannot be used is one row with status "skipped" and the reason, and its pairs are left out.

    Args:
        jobs: processes; None means what a surrounding `joblib.parallel_config` says, else one.
        wanted: whether rows hold requirements, and lines of the resume as evidence.
        lexicons: paths of lexicon files that are added to the default.
        skip: keys of rows that are not needed any more; their pairs are not computed.
        cache: path of a file that keeps postings and rows by content, see `cache.Cache`.

    Raises ConfigError for settings or lexicons that are wrong, and for more than 5,000 postings beside resumes that can
    be walked only once.
    """
    plan = ready(Plan(settings or Settings(), wanted or Wanted(), tuple(lexicons), cache))
    people = as_inputs(resumes, "resume")
    rest = iter(as_inputs(postings, "posting"))
    number = 0
    while part := list(islice(rest, HELD)):
        if number and is_stream(people):
            hint = "Give resumes as a list or as the result of expand()."
            raise ConfigError(f"more than {HELD:,} postings, and resumes that can be read only once", hint=hint)
        packed: list[Packed] = []
        for one in run(pack_one, ((plan, posting) for posting in sendable(part)), jobs=jobs):
            if isinstance(one, Packed):
                packed.append(one)
            elif one.key not in skip:
                yield one
        blocks = [_block(some) for some in _chunks(iter(packed), BLOCK if len(packed) <= BLOCK else _TASK)]
        for row in _check(people, blocks, plan, jobs, skip):
            # A resume that cannot be read is one row, not one for each part of the postings.
            if row.status == "ok" or number == 0 or row.posting:
                yield row
        number += 1


def compile_postings(postings: Iterable[object], plan: Plan, *, jobs: int | None = None) -> Iterator[Compiled | Row]:
    """Each posting read, in order; a skipped row for one that cannot be."""
    tasks = ((plan, one) for one in sendable(as_inputs(postings, "posting")))
    return run(compile_one, tasks, jobs=jobs)


def read_resumes(resumes: Iterable[object], plan: Plan, *, jobs: int | None = None) -> Iterator[ReadResume | Row]:
    """Each resume read, in order; a skipped row for one that cannot be."""
    tasks = ((plan, one) for one in sendable(as_inputs(resumes, "resume")))
    return run(read_one, tasks, jobs=jobs)


def pair_key(resume: str, posting: str) -> str:
    """The key of a row from the digests of both inputs; "" for the side that a skipped row has not."""
    return blake2b(f"{resume}|{posting}".encode(), digest_size=8).hexdigest()


# --- tasks -----------------------------------------------------------------------------------------------------


def _check(
    resumes: Inputs | Given, blocks: Sequence[_Block], plan: Plan, jobs: int | None, skip: Container[str]
) -> Iterator[Row]:
    if not blocks:
        return
    if len(blocks) == 1:
        for rows in run(_check_task, _tasks_of_few(resumes, blocks[0], plan, skip, workers(jobs)), jobs=jobs):
            yield from rows
        return
    for window in _chunks(iter(resumes), _WINDOW * workers(jobs)):
        due = [(one, todo) for one in window if any(todo := _todo(one, blocks, skip))]
        read = list(read_resumes([one for one, _ in due], plan, jobs=jobs))
        tasks = [
            [] if isinstance(one, Row) else list(_tasks_of_one(one, todo, blocks, plan))
            for one, (_, todo) in zip(read, due, strict=True)
        ]
        results = run(_check_task, (task for some in tasks for task in some), jobs=jobs)
        for one, some in zip(read, tasks, strict=True):
            if isinstance(one, Row):
                yield one
            for rows in islice(results, len(some)):
                yield from rows


def _tasks_of_few(
    resumes: Inputs | Given, block: _Block, plan: Plan, skip: Container[str], processes: int
) -> Iterator[_Task]:
    due = ((one, found[0]) for one in resumes if any(found := _todo(one, [block], skip)))
    if len(block.postings) <= _TASK:
        size = max(1, round(_TASK / (len(block.postings) + _READING)))
        for some in _chunks(due, size):
            yield _Task(plan, tuple(sendable(one for one, _ in some)), block, tuple(todo for _, todo in some))
        return
    for (one, todo), near_end in _told_of_end(due, processes):
        (sent,) = sendable([one])
        # A resume that is split is read and indexed in several processes; only the last ones keep all of them at work.
        parts = _chunks(iter(todo), _TASK) if near_end else iter([todo])
        for number, part in enumerate(parts):
            yield _Task(plan, (sent,), block, (tuple(part),), number == 0)


def _told_of_end(source: Iterator[T], last: int) -> Iterator[tuple[T, bool]]:
    """Each of *source*, and whether it is one of the *last* ones."""
    held: deque[T] = deque()
    for one in source:
        if len(held) == last:
            yield held.popleft(), False
        held.append(one)
    yield from ((one, True) for one in held)


def _tasks_of_one(
    one: Input | ReadResume, todo: Sequence[tuple[int, ...]], blocks: Sequence[_Block], plan: Plan
) -> Iterator[_Task]:
    first = True
    for block, due in zip(blocks, todo, strict=True):
        if due:
            yield _Task(plan, (one,), block, (due,), first)
            first = False


def _todo(one: Input, blocks: Sequence[_Block], skip: Container[str]) -> list[tuple[int, ...]]:
    """For each block the indexes of the postings that are not done; nothing in any when the resume was skipped before."""
    digest = one.digest
    if pair_key(digest, "") in skip:
        return [() for _ in blocks]
    if not skip:
        return [tuple(range(len(block.postings))) for block in blocks]
    return [
        tuple(i for i, one in enumerate(block.postings) if pair_key(digest, one.digest) not in skip) for block in blocks
    ]


def _block(postings: Sequence[Packed]) -> _Block:
    content = blake2b(digest_size=16)  # what was read depends on settings too: not the files' digests
    for one in postings:
        content.update(one.text.encode())
    return _Block(content.hexdigest(), tuple(postings))


def sendable(inputs: Iterable[Input]) -> Iterator[Input]:
    """The inputs, each fit for the way to another process."""
    # An exception with arguments of its own does not survive the way to another process; its code and words do.
    for one in inputs:
        yield one if one.error is None else Input(one.name, one.data, _Told.of(one.error))


class _Told(GapcheckError):
    """An error that was put into words before it was sent; always made of one message, so that it can be unpickled."""

    hint = ""

    @classmethod
    def of(cls, error: GapcheckError) -> _Told:
        told = cls(error.message, hint=error.hint)
        told.code = error.code
        return told


def _chunks(source: Iterator[T], size: int) -> Iterator[list[T]]:
    while chunk := list(islice(source, size)):
        yield chunk


# --- what runs in another process ------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def analyzer_of(plan: Plan) -> Analyzer:
    """The analyzer of this process for *plan*."""
    lexicon = Lexicon.default()
    for path in plan.lexicons:
        lexicon = lexicon + Lexicon.load(path)
    return Analyzer(settings=plan.settings, lexicon=lexicon)


def ready(plan: Plan) -> Plan:
    """*plan*, its encoder loaded: a folder that is none is told of once, not in every row. Raises ConfigError."""
    if plan.settings.encoder is not None:
        _ = analyzer_of(plan).meaning
    return plan


@lru_cache(maxsize=1)
def _cache_of(plan: Plan) -> Cache | None:
    return Cache(plan.cache, fingerprint(plan)) if plan.cache else None


def fingerprint(plan: Plan) -> str:
    """Stands for everything beside the two texts on which a row depends."""
    basis = (header_settings(plan.settings), analyzer_of(plan).versions, plan.wanted)
    return blake2b(repr(basis).encode(), digest_size=16).hexdigest()


def header_settings(settings: Settings) -> dict[str, object]:
    """The settings that decide what a row says: not the password, nor where files are read."""
    names = ("stretch", "strong", "preferred_weight", "partial_credit", "pdf_engine", "today", "encoder_near")
    limits = blake2b(repr(settings.limits).encode(), digest_size=4).hexdigest()
    return {name: getattr(settings, name) for name in names} | {"limits": limits}


def compile_one(task: tuple[Plan, Input]) -> Compiled | Row:
    """A posting read, from the cache where it is known; a skipped row when it cannot be."""
    plan, one = task
    digest = one.digest
    cache = _cache_of(plan)
    known = cache.posting(digest) if cache else None
    if known is not None:
        return Compiled(one.name, digest, known)
    try:
        light = lighten(analyzer_of(plan).posting(_document(one, plan.settings)))
    except Exception as error:
        return skipped_row("", one.name, _in_words(error), pair_key("", digest))
    if cache:
        cache.keep_posting(digest, light)
    return Compiled(one.name, digest, light)


def pack_one(task: tuple[Plan, Input]) -> Packed | Row:
    """A posting read and packed; a skipped row when it cannot be read."""
    one = compile_one(task)
    if isinstance(one, Row):
        return one
    return Packed(one.digest, json.dumps([one.name, posting_as_json(one.posting)]))


def read_one(task: tuple[Plan, Input]) -> ReadResume | Row:
    """A resume read; a skipped row when it cannot be."""
    plan, one = task
    digest = one.digest
    try:
        return ReadResume(one.name, digest, analyzer_of(plan).resume(_document(one, plan.settings)))
    except Exception as error:
        return skipped_row(one.name, "", _in_words(error), pair_key(digest, ""))


def _check_task(task: _Task) -> list[Row]:
    rows: list[Row] = []
    postings = _unpacked(task.block)
    for one, todo in zip(task.resumes, task.todo, strict=True):
        found = check_resume(one, [postings[i] for i in todo], task.plan)
        rows += [row for row in found if task.first or row.posting]
    return rows


@lru_cache(maxsize=40)  # some 40 MB; unpacking again costs a fiftieth of checking
def _unpacked(block: _Block) -> tuple[Compiled, ...]:
    return tuple(one.unpack() for one in block.postings)


_last: tuple[Plan, ReadResume] | None = None
"""The resume that this process checked last: the next task is often another block of postings for it."""


def _known_resume(one: Input | ReadResume, plan: Plan) -> ReadResume | Row:
    global _last
    if _last is not None and _last[0] == plan and _last[1].digest == one.digest:
        return _last[1]  # the same object, so that the analyzer knows its index
    read = read_one((plan, one)) if isinstance(one, Input) else one
    if isinstance(read, ReadResume):
        _last = (plan, read)
    return read


def check_resume(one: Input | ReadResume, postings: Sequence[Compiled], plan: Plan) -> list[Row]:
    """The rows of one resume against *postings*; a single skipped one when it cannot be read."""
    keys = [pair_key(one.digest, posting.digest) for posting in postings]
    cache = _cache_of(plan)
    known = cache.rows(keys) if cache else {}
    read: Input | ReadResume | Row = one
    if len(known) < len(postings) or not postings:
        read = _known_resume(one, plan)
        if isinstance(read, Row):
            return [read]
    rows, fresh = [], []
    for key, posting in zip(keys, postings, strict=True):
        row = known.get(key)
        if row is None:
            assert isinstance(read, ReadResume)  # not everything was known
            row = _pair(read, posting, plan, key)
            fresh.append(row)
        rows.append(row)
    if cache and fresh:
        cache.keep_rows(fresh)
    return rows


def _pair(read: ReadResume, compiled: Compiled, plan: Plan, key: str) -> Row:
    analyzer = analyzer_of(plan)
    try:
        matches = analyzer.matches(read.resume, compiled.posting)
        row = make_row(read.name, compiled.name, compiled.posting, matches, plan.settings, plan.wanted)
    except Exception as error:
        return skipped_row(read.name, compiled.name, _in_words(error), key)
    return replace(row, key=key)


def _document(one: Input, settings: Settings) -> Document:
    if one.error is not None:
        raise one.error
    return one.data if isinstance(one.data, Document) else parse(one.data, settings=settings, name=one.name)


def lighten(posting: Posting) -> Posting:
    """*posting* without its passages and lines, which only its own reading needs."""
    return replace(posting, document=replace(posting.document, lines=(), pages=()), sections=(), passages=())


class _Unexpected(GapcheckError):
    code = "unexpected"


def _in_words(error: Exception) -> GapcheckError:
    if isinstance(error, GapcheckError):
        return error
    # The words of a foreign error may quote the file: only its type is told.
    return _Unexpected(f"an unexpected error stopped it ({type(error).__name__})", hint="Please report it.")
