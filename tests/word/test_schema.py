"""Children stand in Word's order: those that are added, and those of every template that ships."""

from pathlib import Path

import pytest

from generator.word import xml
from generator.word.lengths import mm, points, twips, twips_of_mm
from generator.word.package import read_members
from generator.word.read.properties import VAL, W
from generator.word.schema import ORDER, child_in_order, properties_of

TEMPLATES = sorted((Path(__file__).parents[2] / "templates").glob("*.docx"))


def element(name: str, *children: str):
    made = xml.new(f"{W}{name}")
    for child in children:
        xml.add(made, f"{W}{child}")
    return made


@pytest.mark.parametrize(
    ("parent", "before", "added", "after"),
    [
        ("pPr", "pStyle jc", "ind", "pStyle ind jc"),
        ("pPr", "", "spacing", "spacing"),
        ("pPr", "spacing rPr", "jc", "spacing jc rPr"),
        ("pPr", "pStyle ind", "ind", "pStyle ind"),
        ("rPr", "b lang", "sz", "b sz lang"),
        ("sectPr", "headerReference pgSz cols", "pgNumType", "headerReference pgSz pgNumType cols"),
    ],
)
def test_a_child_is_added_where_the_schema_wants_it(parent, before, added, after):
    properties = element(parent, *before.split())
    child_in_order(properties, added)
    assert [xml.local_name(child) for child in properties] == after.split()


def test_properties_come_first():
    paragraph = element("p", "r")
    properties_of(paragraph, "pPr").set(VAL, "1")
    properties_of(paragraph, "pPr").set(VAL, "2")
    assert [xml.local_name(child) for child in paragraph] == ["pPr", "r"]
    assert paragraph[0].get(VAL) == "2"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_the_templates_keep_the_order(template):
    for name, member in read_members(template.read_bytes()).items():
        if name.startswith("word/") and name.endswith(".xml"):
            for parent in xml.parse(member.content).iter():
                order = ORDER.get(xml.local_name(parent), ())
                places = [order.index(xml.local_name(child)) for child in parent] if order else []
                assert places == sorted(places), f"{name}: {[xml.local_name(child) for child in parent]}"


def test_a_length_says_the_same_in_every_unit():
    assert (twips(13), points(260)) == (260, 13.0)
    assert (twips_of_mm(25.4), mm(1440)) == (1440, 25.4)
    assert twips_of_mm(297) == 16838
