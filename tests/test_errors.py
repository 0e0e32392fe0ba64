from __future__ import annotations

import inspect

import pytest

from gapcheck import errors
from gapcheck.errors import GapcheckError, InputError, LimitExceeded, UnsupportedFormat

CLASSES = [value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, GapcheckError)]


def test_the_text_is_file_problem_advice() -> None:
    error = UnsupportedFormat("is a picture", hint="Run OCR first.", source="scan.png")
    assert str(error) == "scan.png: is a picture. Run OCR first."


def test_only_the_base_name_is_shown() -> None:
    assert str(InputError("is bad", source="/home/jane/private/cv.pdf")).startswith("cv.pdf: ")


def test_a_folder_without_a_name_is_shown_as_it_was_given() -> None:
    assert str(InputError("is a folder", source=".")).startswith(".: ")


def test_a_limit_says_which_and_how_to_raise_it() -> None:
    error = LimitExceeded("max_pages", 70, 50, source="a.pdf")
    assert (error.limit, error.value, error.maximum) == ("max_pages", 70, 50)
    assert "max_pages" in str(error)
    assert "Limits(max_pages=...)" in error.hint


def test_large_numbers_are_written_out() -> None:
    assert "4,575,000, at most 500,000" in str(LimitExceeded("max_posting_chars", 4_575_000, 500_000))
    assert "210.5, at most 200." in str(LimitExceeded("max_ratio", 210.5, 200.0))


@pytest.mark.parametrize("cls", CLASSES)
def test_every_class_is_in_the_tree_drawn_above(cls: type[GapcheckError]) -> None:
    assert cls.__name__ in (errors.__doc__ or "")


def test_codes_are_stable_and_distinct() -> None:
    codes = [cls.code for cls in CLASSES]
    assert len(codes) == len(set(codes))
    assert all(code == code.lower() and " " not in code for code in codes)


@pytest.mark.parametrize("cls", [cls for cls in CLASSES if not issubclass(cls, LimitExceeded)])
def test_every_class_is_caught_as_one(cls: type[GapcheckError]) -> None:
    with pytest.raises(GapcheckError, match="wrong"):
        raise cls("wrong")
