"""The XML door gives the same trees and the same bytes with lxml and without it."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.word import xml, xml_expat
from generator.word.package import read_members

xml_lxml = pytest.importorskip(
    "generator.word.xml_lxml", reason="lxml is what expat is compared with", exc_type=ImportError
)

ROOT = Path(__file__).parents[2]
DOORS = pytest.mark.parametrize("door", [xml_lxml, xml_expat], ids=["lxml", "expat"])
SAMPLES = sorted((*ROOT.glob("templates/*.docx"), *ROOT.glob("inputs/**/*.docx"), *ROOT.glob("inputs/**/*.xlsx")))


def parts(path: Path) -> Iterator[bytes]:
    for name, member in read_members(path.read_bytes()).items():
        if name.endswith((".xml", ".rels")):
            yield member.content


def test_there_are_samples() -> None:
    assert len(SAMPLES) > 4


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_every_part_of_every_sample_and_template_is_written_alike(path: Path) -> None:
    for content in parts(path):
        one, other = xml_lxml.parse(content), xml_expat.parse(content)
        assert xml_lxml.to_bytes(one) == xml_expat.to_bytes(other)
        for left, right in list(zip(one.iter(), other.iter(), strict=True))[:40]:
            assert xml_lxml.to_text(left) == xml_expat.to_text(right)


AWKWARD = [
    pytest.param(b'<a x="&#9;&#10;&#13;&lt;&gt;&amp;\'&quot;">&#13;&lt;&gt;&amp;\'"\t</a>', id="what is escaped"),
    pytest.param(b"<a><!--c-->x<?p q?>y<?p?><!----></a>", id="comments and instructions"),
    pytest.param(b"<!-- before --><a/><!-- after -->", id="around the root"),
    pytest.param(b"<a><![CDATA[]]></a>", id="an empty text"),
    pytest.param(b"<a><b></b><![CDATA[<&]]>\r\n</a>", id="literal text, ends of lines"),
    pytest.param(b'<a xmlns="u"><b xmlns="" c="1"/><p:d xmlns:p="u" p:e="2"/></a>', id="default namespaces"),
    pytest.param(b'<a xmlns:p="u" xmlns:q="u"><p:b q:x="1"/><q:b p:x="1"/></a>', id="two prefixes of one namespace"),
    pytest.param(b'<p:a xmlns:p="u"><p:b xmlns:p="v"><p:c/></p:b><p:d/></p:a>', id="a prefix that changes its meaning"),
    pytest.param(b'<a xml:space="preserve"> </a>', id="the prefix xml"),
    pytest.param('<?xml version="1.0" encoding="UTF-16"?><a>Bản</a>'.encode("utf-16"), id="UTF-16"),
    pytest.param('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'.encode("latin-1"), id="Latin-1"),
    pytest.param(b"<a>" * 2048 + b"</a>" * 2048, id="deep"),
]


@pytest.mark.parametrize("content", AWKWARD)
def test_what_is_awkward_is_written_alike(content: bytes) -> None:
    one, other = xml_lxml.parse(content), xml_expat.parse(content)
    assert xml_lxml.to_bytes(one) == xml_expat.to_bytes(other)
    assert xml_lxml.to_bytes(one, standalone=None) == xml_expat.to_bytes(other, standalone=None)
    assert xml_lxml.to_bytes(one, declaration=False) == xml_expat.to_bytes(other, declaration=False)
    assert list(one.itertext()) == list(other.itertext())


@DOORS
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<a>", id="cut"),
        pytest.param(b"<p:a/>", id="an unknown prefix"),
        pytest.param(b"<a>&x;</a>", id="an unknown entity"),
        pytest.param(b'<a b="1" b="2"/>', id="an attribute twice"),
        pytest.param(b"<a>\x01</a>", id="a forbidden character"),
        pytest.param(b"<!DOCTYPE a><a/>", id="a document type"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', id="an entity"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', id="a file from outside"),
        pytest.param(b"<a>" * 2049 + b"</a>" * 2049, id="too deep"),
    ],
)
def test_what_no_office_file_has_is_refused(door: ModuleType, content: bytes) -> None:
    with pytest.raises(ValueError):
        door.parse(content)


def test_the_door_says_that_it_is_not_xml() -> None:
    with pytest.raises(xml.NotXml):
        xml.parse(b"<a>")


def test_without_lxml_the_door_is_over_expat(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    monkeypatch.setitem(sys.modules, "generator.word.xml_lxml", None)
    monkeypatch.delattr("generator.word.xml_lxml")
    spec = importlib.util.spec_from_file_location("another_door", xml.__file__)
    assert spec is not None and spec.loader is not None
    door = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(door)
    assert isinstance(door.parse(b"<a/>"), xml_expat.Element)


@DOORS
def test_names_and_places(door: ModuleType) -> None:
    root = door.parse(b'<p:a xmlns:p="u"><b/><p:c><p:d/>t</p:c><!--n--></p:a>')
    b, c, comment = root
    (d,) = c
    assert [xml.local_name(e) for e in root.iter()] == ["a", "b", "c", "d", ""]
    assert [xml.namespace(e) for e in (root, b, d, comment)] == ["u", "", "u", ""]
    assert list(d.iterancestors()) == [c, root] and list(d.iterancestors("{u}a")) == [root]
    assert (b.getprevious(), b.getnext(), c.getprevious(), comment.getnext()) == (None, c, b, None)
    assert root.getparent() is root.getnext() is None and d.getparent() is c
    assert root.find("{u}c/{u}d") is d and root.find(".//{u}d") is d and root.find("{*}b") is b
    assert list(root.iter("{*}d", "b")) == [b, d] and list(root.iter("{*}d")) == [d] and list(root.iter("{u}d")) == [d]
    assert root.findall("{u}x") == [] and root.findtext("{u}c/{u}x", "no") == "no"


# -- changes, the same on both ------------------------------------------------------------------------
NAMES = st.sampled_from(["a", "{u}a", "{v}b", "{w}c", "{u}d"])
TEXTS = st.none() | st.text(st.sampled_from("aả&<>\"'\t\n\r 1"), max_size=4)
VALUES = st.text(st.sampled_from("aả&<>\"'\t\n\r 1"), max_size=4)
ACTS = ("add", "append", "insert", "addprevious", "addnext", "remove", "set", "drop", "text", "tail")
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 30), st.integers(0, 30), NAMES, TEXTS, VALUES), max_size=12
)
#: No prefix has two meanings in one of them: there a change by lxml may write another name than it means.
STARTS = [
    b"<r><a/>t<b>x</b></r>",
    b'<r xmlns:p="u"><p:a p:x="1"/><p:b xmlns:q="v" q:y="2"><q:c/></p:b>t</r>',
    b'<r xmlns="u" xmlns:p="u"><a p:x="1"><b/></a><q:c xmlns:q="v"><q:d/></q:c></r>',
    b'<p:r xmlns:p="u" xmlns:ns0="v"><p:a xmlns:q="w"><q:b q:z="1"/></p:a><ns0:c/></p:r>',
]


def changed(door: ModuleType, start: bytes, steps: list[tuple]) -> list[str]:
    """Do the steps, on the elements of the tree and on those taken out of it; return it and them as text."""
    root = door.parse(start)
    aside = [door.new("{v}n", {"{u}k": "1", "k": "2"})]
    for act, at, other, name, text, value in steps:
        there = list(root.iter())
        place, mover = there[at % len(there)], (there + aside)[other % len(there + aside)]
        free = mover is not root and mover is not place and place not in mover.iter()
        if act == "add":
            door.add(place, name, {"{w}k": value}).text = text
        elif act in ("append", "insert") and free:
            if mover in aside:
                aside.remove(mover)
            partial(place.insert, at % (len(place) + 1))(mover) if act == "insert" else place.append(mover)
        elif act in ("addprevious", "addnext") and free and place is not root:
            if mover in aside:
                aside.remove(mover)
            getattr(place, act)(mover)
        elif act == "remove" and place is not root:
            place.getparent().remove(place)
            aside.append(place)
        elif act == "set":
            place.set(name, value)
        elif act == "drop":
            place.attrib.pop(name, None)
        elif act == "text":
            place.text = text
        elif act == "tail" and place is not root:
            place.tail = text
    return [door.to_bytes(root).decode(), *map(door.to_text, aside)]


@settings(max_examples=400)
@given(st.sampled_from(STARTS), STEPS)
def test_changed_trees_are_written_alike(start: bytes, steps: list[tuple]) -> None:
    assert changed(xml_lxml, start, steps) == changed(xml_expat, start, steps)


@given(TEXTS.filter(bool), st.dictionaries(NAMES, VALUES, max_size=4))
def test_what_is_written_reads_as_it_was(text: str, attributes: dict[str, str]) -> None:
    made = xml_expat.new("{u}a", attributes)
    made.text = text
    back = xml_expat.parse(xml_expat.to_bytes(made))
    assert (back.text, dict(back.attrib)) == (text, attributes)
    assert xml_lxml.to_bytes(xml_lxml.parse(xml_expat.to_bytes(made))) == xml_expat.to_bytes(made)


def test_a_character_that_xml_forbids_is_not_written() -> None:
    made = xml_expat.new("a")
    made.text = "\x01"
    with pytest.raises(ValueError):
        xml_expat.to_bytes(made)
