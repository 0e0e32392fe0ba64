"""Matches -> advice: what to change, what is near, what to say, and what other texts of the person add.

    changes.py    the few changes that gain most, the posting's own words, evidence that is thin
    related.py    the nearest thing that the resume shows for something it lacks
    interview.py  the line to say for each must-have, and the three questions
    beside.py     a cover letter and a longer resume beside the resume

Nothing here changes the score, and no message quotes the resume: quotations are evidence, which a report can leave out.
"""

from __future__ import annotations

from gapcheck.advice.beside import letter_beside, master_beside
from gapcheck.advice.changes import suggest
from gapcheck.advice.interview import answers, talking_points
from gapcheck.advice.related import related

__all__ = ["answers", "letter_beside", "master_beside", "related", "suggest", "talking_points"]
