"""Damaged PDF files made readable: the list of objects thrown away and made again by searching for them."""

from __future__ import annotations

import re

_HEADER = re.compile(rb"%PDF-\d")
# 12 0 obj ; "obj" may be glued to what follows
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})[ \t\r\n\0\f]+(\d{1,5})[ \t\r\n\0\f]+obj(?![a-z])")
_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_PAGES = re.compile(rb"/Pages\s+(\d+)\s+\d+\s+R")
_PAGE_TREE = re.compile(rb"/Type\s*/Pages\b")
_ENCRYPT = re.compile(rb"/(Encrypt\s+\d+\s+\d+\s+R)")
_ID = re.compile(rb"/ID\s*(\[[^\]]{0,400}\])")
_MAX_OBJECTS = 100_000


def repair(data: bytes) -> bytes | None:
    """*data* with one object on each line and a new trailer, or None when there are no objects to be found.

    pdfminer then finds the objects by searching, because the old list can no longer be found.
    """
    start = _HEADER.search(data)
    body = data[start.start() :] if start else data
    objects = list(_OBJECT.finditer(body))[:_MAX_OBJECTS]
    if not objects:
        return None
    root = _root(body, objects)
    parts = [b"%PDF-1.7\n"]
    ends = [*(match.start() for match in objects[1:]), len(body)]
    for match, end in zip(objects, ends, strict=True):
        inner = body[match.end() : end]
        inner = re.sub(rb"startxref|(?<=\s)trailer|\bxref\b", lambda word: b" " * len(word[0]), inner)
        if b"endobj" not in inner:
            inner += b"\nendobj"
        parts.append(b"%d %d obj\n%s\n" % (int(match[1]), int(match[2]), inner.lstrip(b"\r\n ")))
    if root is None:
        number, root_object = _made_root(body, objects)
        parts.append(root_object)
        root = number
    trailer = b"/Root %d 0 R" % root
    encrypt, identity = _ENCRYPT.search(body), _ID.search(body)
    if encrypt:
        trailer += b" /" + encrypt[1]
    if identity:
        trailer += b" /ID " + identity[1]
    parts.append(b"trailer\n<< /Size %d %s >>\n%%%%EOF\n" % (len(objects) + 2, trailer))
    return b"".join(parts)


def _root(body: bytes, objects: list[re.Match[bytes]]) -> int | None:
    """The number of the last catalog that stands open in the file."""
    for index in range(len(objects) - 1, -1, -1):
        end = objects[index + 1].start() if index + 1 < len(objects) else len(body)
        inside = body[objects[index].end() : min(end, objects[index].end() + 5_000)]
        if _CATALOG.search(inside) or (_PAGES.search(inside) and b"/Kids" not in inside and b"/Catalog" in inside):
            return int(objects[index][1])
    return None


def _made_root(body: bytes, objects: list[re.Match[bytes]]) -> tuple[int, bytes]:
    """A catalog for a file that has none left: over the page tree if there is one, else over nothing.

    Without a tree pdfminer looks for single pages among all objects.
    """
    number = max(int(match[1]) for match in objects) + 1
    for index, match in enumerate(objects):
        end = objects[index + 1].start() if index + 1 < len(objects) else len(body)
        inside = body[match.end() : min(end, match.end() + 5_000)]
        if _PAGE_TREE.search(inside) and b"/Parent" not in inside:
            return number, b"%d 0 obj\n<< /Type /Catalog /Pages %d 0 R >>\nendobj\n" % (number, int(match[1]))
    return number, b"%d 0 obj\n<< /Type /Catalog >>\nendobj\n" % number
