"""Dresses for the sample files: the same plain text as PDF, Word, HTML or JSON. Not part of the package."""
