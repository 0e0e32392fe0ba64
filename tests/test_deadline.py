from __future__ import annotations

import time
from dataclasses import replace

import pytest

import gapcheck
from gapcheck import deadline
from gapcheck.errors import LimitExceeded
from gapcheck.settings import Limits, Settings
from gapcheck.types import Document, Evidence, Keyword, Requirement

POSTING = Document.from_text("Requirements\n- Pick and pack orders\n- Forklift certification\n- Excel\n")
RESUME = Document.from_text("Experience\nPicker, Bayline, 2021 - present\n- Picked and packed\n- Forklift certified\n")
SHORT = Settings(limits=Limits(analyze_timeout=0.3))


def compute(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def slow(requirement: Requirement, keyword: Keyword, index: object) -> Evidence | None:
    compute(0.2)
    return None


def test_a_slow_stage_is_ended_with_a_typed_error() -> None:
    analyzer = gapcheck.Analyzer(settings=SHORT, matchers=[slow])
    with pytest.raises(LimitExceeded) as caught:
        analyzer.analyze(RESUME, POSTING)
    assert caught.value.limit == "analyze_timeout"
    assert caught.value.maximum == 0.3
    assert "Limits.analyze_timeout" in caught.value.hint


@pytest.mark.parametrize("name", ["posting", "resume"])
def test_each_text_is_bounded_and_named(name: str) -> None:
    analyzer = gapcheck.Analyzer(settings=Settings(limits=Limits(analyze_timeout=0.0)))
    text = replace(POSTING if name == "posting" else RESUME, source=f"{name}.txt")
    with pytest.raises(LimitExceeded) as caught:
        getattr(analyzer, name)(text)
    assert str(caught.value).startswith(f"{name}.txt: took more than 0 seconds")


def test_no_bound_holds_for_trusted_input_or_afterwards() -> None:
    free = Settings(limits=replace(Limits(), analyze_timeout=Limits.unlimited().analyze_timeout))
    assert gapcheck.Analyzer(settings=free, matchers=[slow]).analyze(RESUME, POSTING).coverage.score is not None
    with pytest.raises(LimitExceeded):
        gapcheck.Analyzer(settings=SHORT, matchers=[slow]).analyze(RESUME, POSTING)
    deadline.check()


def test_waiting_and_what_is_left_out_do_not_count() -> None:
    with deadline.bounded(0.2):
        time.sleep(0.3)
        deadline.check()
        with deadline.not_counted():
            compute(0.3)
        deadline.check()
        compute(0.25)
        with pytest.raises(LimitExceeded):
            deadline.check()
