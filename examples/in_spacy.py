"""Use gapcheck inside a spaCy pipeline: requirements and keywords of a posting as spans.

    python examples/in_spacy.py

The component writes `doc.spans["gapcheck"]`: a requirement has the label SKILL, a keyword the label KNOWLEDGE and,
where the lexicon knows it, the name of its concept as `kb_id_`. Needs gapcheck to be installed: spaCy finds the
component by its entry point.
"""

from __future__ import annotations

from pathlib import Path

import spacy

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"


def main() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("gapcheck")
    doc = nlp((PAIRS / "postings" / "hvac-technician.txt").read_text(encoding="utf-8"))
    for span in doc.spans["gapcheck"]:
        text = " ".join(span.text.split())
        if span.label_ == "SKILL":
            print(f"\n{text}")
        else:
            print(f"    {text}" + (f" = {span.kb_id_}" if span.kb_id_ else ""))


if __name__ == "__main__":
    main()
