"""Every element lies where the part says it does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.word.package import NotAPackage, read_members
from generator.word.renew.xml_spans import Edit, W, XmlPart, body_of
from tests.word.renew.reports import first

DOCUMENT = f'<w:document xmlns:w="{W}"><w:body>%s</w:body></w:document>'


def test_each_element_of_a_report_is_cut_out_whole():
    data = read_members(first())["word/document.xml"].content
    part = XmlPart(data)
    tree = etree.fromstring(data)
    places = list(part.root.walk())
    assert len(places) == len(list(tree.iter()))
    for place, element in zip(places, tree.iter(), strict=True):
        source = data[place.start : place.end]
        local = etree.QName(element).localname
        assert place.tag.endswith(local)
        assert source.startswith(b"<") and source.endswith(b">")
        assert source.count(b"<w:p>") == len([p for p in element.iter(f"{{{W}}}p") if not p.attrib])


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["<w:p/>", "<w:p></w:p>", '<w:p w:x="a>b">c</w:p>', "<w:p><w:r/></w:p>", "<!-- < -->"]))
)
def test_odd_ways_to_write_elements_are_cut_out_whole(pieces):
    data = (DOCUMENT % "".join(pieces)).encode()
    part = XmlPart(data)
    assert [part.source(p).decode() for p in body_of(part).children] == [p for p in pieces if p.startswith("<w:p")]


def test_edits_change_what_they_name_and_nothing_else():
    part = XmlPart((DOCUMENT % "<w:p>a</w:p>\n<w:p >b</w:p >").encode())
    one, two = body_of(part).children
    edited = part.edited([Edit(two.start, two.end, b"<w:p/>"), Edit(one.end, one.end, b"+"), Edit(one.start, one.end)])
    assert edited == (DOCUMENT % "+\n<w:p/>").encode()


@pytest.mark.parametrize(
    "data",
    [
        b"<w:document",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        b'<?xml version="1.0" encoding="utf-16"?><x/>',
        b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
    ],
)
def test_what_is_damaged_or_unusual_is_refused_kindly(data):
    with pytest.raises(NotAPackage, match="Word"):
        body_of(XmlPart(data))
