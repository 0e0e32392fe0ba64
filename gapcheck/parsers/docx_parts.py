"""The parts of a Word package: which is the body, which are its headers and footers, what it refers to."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from gapcheck.parsers.package import Package, attribute, child, local

if TYPE_CHECKING:
    from lxml import etree

Relations = dict[str, tuple[str, str]]
"""Id of a relation to the name of the part and its kind: styles, header, footnotes, ..."""


def main_part(package: Package) -> str:
    """Name of the part that holds the body. Raises CorruptFile naming what is missing."""
    package.xml("[Content_Types].xml")  # not needed here, but Word opens nothing without it, nor with a DOCTYPE in it
    for relation in package.xml("_rels/.rels"):
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            target = (attribute(relation, "Target") or "").lstrip("/")
            if target in package:
                return target
    if "word/document.xml" in package:
        return "word/document.xml"
    raise package.corrupt("is damaged: its part word/document.xml is missing")


def relations(package: Package, main: str) -> Relations:
    """What the part *main* refers to inside the package."""
    folder, base = posixpath.split(main)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    found: Relations = {}
    if name not in package:
        return found
    for relation in package.xml(name):
        target = attribute(relation, "Target") or ""
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if attribute(relation, "TargetMode") != "External" and path in package:
            found[attribute(relation, "Id") or ""] = (path, (attribute(relation, "Type") or "").rpartition("/")[2])
    return found


def margins(root: etree._Element, related: Relations) -> tuple[list[str], list[str]]:
    """Header and footer parts that some section uses, those of the first page first, each once."""
    heads: dict[str, int] = {}
    feet: dict[str, int] = {}
    for element in root.iter():
        kind = local(element)
        if kind in ("headerReference", "footerReference"):
            target = related.get(attribute(element, "id") or "", ("", ""))[0]
            if target:
                rank = {"first": 0, "default": 1}.get(attribute(element, "type") or "default", 2)
                (heads if kind == "headerReference" else feet).setdefault(target, rank)
    return sorted(heads, key=heads.__getitem__), sorted(feet, key=feet.__getitem__)


def is_painted(root: etree._Element) -> bool:
    """Whether something dark may lie behind the text: white words on a coloured bar are seen, and often the name."""
    for element in root.iter("{*}anchor", "{*}rect", "{*}roundrect", "{*}shape", "{*}background", "{*}wsp"):
        if attribute(element, "behindDoc") in ("1", "true"):
            return True
        fill = attribute(element, "color" if local(element) == "background" else "fillcolor")
        white = re.match(r"(?:#?f{3}(?:f{3})?|white|window)\b", fill or "white", re.IGNORECASE)
        if not white and attribute(element, "filled") not in ("f", "false"):
            return True
        properties = child(element, "spPr")
        if properties is not None and {"solidFill", "gradFill", "blipFill"} & set(map(local, properties)):
            return True
    return False
