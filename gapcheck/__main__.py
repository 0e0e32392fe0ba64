"""`python -m gapcheck`, and the `gapcheck` command."""

from __future__ import annotations

from gapcheck.cli import main

if __name__ == "__main__":
    main()
