"""Use gapcheck inside a spaCy pipeline: requirements and keywords of a posting as spans.

    python examples/in_spacy.py

The component writes `doc.spans["gapcheck_requirements"]` (each REQUIREMENT and its KEYWORDs, with the name of the concept
as `kb_id_` where the lexicon knows it) and `doc.spans["gapcheck"]` (keyword-like KNOWLEDGE and phrases of ability, SKILL,
anywhere in the text). Needs gapcheck to be installed: spaCy finds the component by its entry point.
"""

from __future__ import annotations

from pathlib import Path

import spacy

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"


def main() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("gapcheck")
    doc = nlp((PAIRS / "postings" / "hvac-technician.txt").read_text(encoding="utf-8"))
    for span in doc.spans["gapcheck_requirements"]:
        text = " ".join(span.text.split())
        if span.label_ == "REQUIREMENT":
            print(f"\n{text}")
        else:
            print(f"    {text}" + (f" = {span.kb_id_}" if span.kb_id_ else ""))
    print("\nAs a span tagger sees it:")
    for span in doc.spans["gapcheck"]:
        print(f"{span.label_:10} {' '.join(span.text.split())}")


if __name__ == "__main__":
    main()
