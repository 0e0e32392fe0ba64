"""Guards: when an ambiguous name ("Go", "Excel", "Lead") really means its concept."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.words import key

RULES = ("near", "after", "before", "list", "section", "not_before", "not_after")


@dataclass(frozen=True, slots=True)
class Guard:
    """Rules as (name, normalised words); see concepts/README.md for what each one means."""

    rules: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()

    def holds(self, *, line: tuple[str, ...], first: int, last: int, in_list: bool, section: str) -> bool:
        """True when a positive rule holds and no negative one does.

        Args:
            line: normalised words of the line.
            first, last: the name stands at `line[first:last]`.
            in_list: it stands in a list beside another concept.
            section: label of the section.
        """
        if self.barred(line=line, first=first, last=last):
            return False
        positive = any(
            self._met(rule, options, line, first, last, in_list, section)
            for rule, options in self.rules or (("list", ()), ("section", (("skills",),)))
            if rule not in ("not_before", "not_after")
        )
        only_negative = all(rule.startswith("not_") for rule, _ in self.rules) and bool(self.rules)
        return positive or only_negative

    def barred(self, *, line: tuple[str, ...], first: int, last: int) -> bool:
        """True when a word stands beside the name with which it never means its concept."""
        return any(
            rule in ("not_before", "not_after") and _beside(line, first, last, options, after=rule == "not_before")
            for rule, options in self.rules
        )

    @staticmethod
    def _met(
        rule: str,
        options: tuple[tuple[str, ...], ...],
        line: tuple[str, ...],
        first: int,
        last: int,
        in_list: bool,
        section: str,
    ) -> bool:
        if rule == "list":
            return in_list
        if rule == "section":
            return any(section.startswith(words[0]) for words in options if words)
        if rule == "near":
            before, after = line[:first], line[last:]
            return any(_contains(before, words) or _contains(after, words) for words in options)
        return _beside(line, first, last, options, after=rule == "before")


def _beside(line: tuple[str, ...], first: int, last: int, options: tuple[tuple[str, ...], ...], *, after: bool) -> bool:
    for words in options:
        n = len(words)
        found = line[last : last + n] if after else line[max(0, first - n) : first]
        if found == words:
            return True
    return False


def _contains(line: tuple[str, ...], words: tuple[str, ...]) -> bool:
    n = len(words)
    if n == 1 or (n and words[0] not in line):
        return words[0] in line
    return any(line[i : i + n] == words for i in range(len(line) - n + 1))


def parse_guard(text: str) -> Guard:
    """The guard of a cell such as "near:Python,Java;list;not_before:to"; ValueError names a rule that is unknown."""
    rules = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, _, options = part.partition(":")
        if name not in RULES:
            raise ValueError(f"guard rule {name!r} is unknown")
        rules.append((name, tuple(key(option) for option in options.split(",") if key(option))))
    return Guard(tuple(rules))
