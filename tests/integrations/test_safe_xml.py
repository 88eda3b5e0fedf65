import tracemalloc

import pytest

from samenspel.integrations.safe_xml import BadXml, elements

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>'.encode()
EXTERNAL = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
PARAMETER = b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><a/>'


def texts(*chunks, tag="b"):
    return [element.text for element in elements(chunks, {tag})]


def test_wanted_elements_are_given_in_order():
    assert texts(b"<a><b>1</b><c><b>2</b></c></a>") == ["1", "2"]


def test_document_in_pieces_of_one_byte_is_read():
    document = "<a><b>één</b></a>".encode()
    assert texts(*(bytes([byte]) for byte in document)) == ["één"]


@pytest.mark.parametrize("document", [BOMB, EXTERNAL, PARAMETER], ids=["bomb", "file", "network"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_type_is_refused(document, encoding):
    with pytest.raises(BadXml, match="doctype"):
        texts(document.decode().encode(encoding))


def test_document_type_split_over_pieces_is_refused():
    with pytest.raises(BadXml, match="doctype"):
        texts(BOMB[:5], BOMB[5:])


@pytest.mark.parametrize(
    ("document", "code", "line"),
    [
        (b"", "empty", 0),
        (b"geen xml", "broken", 1),
        (b"<a>\n<b>\n</a>", "broken", 3),
        (b"<a>\n<b>1</b>\n", "broken", 3),
        (b"<a>\n\n<b>caf\xe9</b></a>", "broken", 3),
        (b"<a>\n<b>&weg;</b></a>", "broken", 2),
        (b"PK\x03\x04", "broken", 1),
    ],
)
def test_broken_document_is_refused_with_its_line(document, code, line):
    with pytest.raises(BadXml) as caught:
        texts(document)
    assert (caught.value.code, caught.value.line) == (code, line)


def test_elements_before_the_break_are_given():
    found = elements([b"<a><b>1</b>", b"<b></a>"], {"b"})
    assert next(found).text == "1"
    with pytest.raises(BadXml):
        next(found)


def test_endless_prologue_is_refused():
    with pytest.raises(BadXml, match="prologue_too_long"):
        texts(b"<?xml version='1.0'?>", *([b"<!-- " + b"x" * 1000 + b" -->"] * 100))


@pytest.mark.parametrize("filler", [b"x" * 60_000, b"<c/>" * 15_000], ids=["text", "elements"])
def test_endless_piece_is_refused(filler):
    with pytest.raises(BadXml, match=r"piece_too_large|broken"):
        texts(b"<a><b>", *([filler] * 200))


def test_memory_stays_flat_over_many_elements():
    piece = b"<b>" + b"x" * 5_000 + b"</b>"
    tracemalloc.start()
    counted = sum(
        1 for _ in elements((part for part in [b"<a>", *[piece] * 4_000, b"</a>"]), {"b"})
    )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert counted == 4_000
    assert peak < 5_000_000
