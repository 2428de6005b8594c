"""Whatever is done by hand outside regions, renewal keeps it to the byte, and every figure is new."""

from copy import deepcopy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.word.renew import hands
from tests.word.renew.outside import other_parts, outside
from tests.word.renew.reports import first, renewed, second
from tests.word_files import W, all_lines, part, text_of

TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn"), blacklist_characters="\ufdd0\ufdd1"), min_size=1, max_size=30
)
EDIT = st.tuples(
    st.sampled_from(("rewrite", "append", "add", "delete", "copy", "bold", "indent", "table", "margin", "track")),
    st.integers(0, 200),
    TEXT,
)


def free_paragraphs(tree) -> list:
    """Paragraphs with text, outside regions."""
    found = []
    for paragraph in tree.iter(f"{W}p"):
        inside = any(a.tag == f"{W}sdt" for a in paragraph.iterancestors())
        if not inside and paragraph.find(f"{W}r/{W}t") is not None:
            found.append(paragraph)
    return found


def apply(tree, edits) -> None:
    for number, (kind, where, text) in enumerate(edits):
        paragraphs = free_paragraphs(tree)
        _EDITS[kind](tree, paragraphs[where % len(paragraphs)], text, number)


def _rewrite(tree, paragraph, text, number) -> None:
    runs = paragraph.findall(f"{W}r")
    runs[-1].find(f"{W}t").text = text


def _append(tree, paragraph, text, number) -> None:
    run = hands.etree.SubElement(paragraph, f"{W}r")
    hands.etree.SubElement(run, f"{W}t", {hands.SPACE: "preserve"}).text = text


def _add(tree, paragraph, text, number) -> None:
    new = hands.etree.Element(f"{W}p", {f"{W}rsidR": "00AB12CD"})
    hands.etree.SubElement(hands.etree.SubElement(new, f"{W}r"), f"{W}t").text = text
    paragraph.addnext(new)


def _delete(tree, paragraph, text, number) -> None:
    if paragraph.getparent().tag == f"{W}body" and len(free_paragraphs(tree)) > 5:
        paragraph.getparent().remove(paragraph)


def _copy(tree, paragraph, text, number) -> None:
    paragraph.addnext(deepcopy(paragraph))


def _bold(tree, paragraph, text, number) -> None:
    run = paragraph.find(f"{W}r")
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = hands.etree.Element(f"{W}rPr")
        run.insert(0, properties)
    hands.etree.SubElement(properties, f"{W}b")


def _indent(tree, paragraph, text, number) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        hands.etree.SubElement(properties, f"{W}ind", {f"{W}left": "300"})


def _table(tree, paragraph, text, number) -> None:
    table = hands.etree.Element(f"{W}tbl")
    hands.etree.SubElement(table, f"{W}tblPr")
    cell = hands.etree.SubElement(hands.etree.SubElement(table, f"{W}tr"), f"{W}tc")
    run = hands.etree.SubElement(hands.etree.SubElement(cell, f"{W}p"), f"{W}r")
    hands.etree.SubElement(run, f"{W}t").text = text
    paragraph.addnext(table)
    table.addnext(hands.etree.Element(f"{W}p"))


def _margin(tree, paragraph, text, number) -> None:
    margins = list(tree.iter(f"{W}pgMar"))
    margins[len(text) % len(margins)].set(f"{W}bottom", str(1134 + number))


def _track(tree, paragraph, text, number) -> None:
    made = hands.etree.SubElement(
        paragraph, f"{W}ins", {f"{W}id": str(9000 + number), f"{W}author": "B", f"{W}date": "2023-06-13T08:00:00Z"}
    )
    hands.etree.SubElement(hands.etree.SubElement(made, f"{W}r"), f"{W}t").text = text


_EDITS = {
    "rewrite": _rewrite,
    "append": _append,
    "add": _add,
    "delete": _delete,
    "copy": _copy,
    "bold": _bold,
    "indent": _indent,
    "table": _table,
    "margin": _margin,
    "track": _track,
}


def in_regions(data: bytes) -> list[str]:
    tree = part(data)
    return [text_of(p) for p in tree.iter(f"{W}p") if any(a.tag == f"{W}sdt" for a in p.iterancestors())]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(EDIT, min_size=1, max_size=16), st.booleans())
def test_hand_edits_stay_and_figures_are_new(edits, saved_by_word):
    edited = hands.changed(first(), lambda tree: apply(tree, edits))
    if saved_by_word:
        edited = hands.word(edited)
    result = renewed(edited)
    assert not result.is_stopped
    assert outside(result.data) == outside(edited)
    assert other_parts(result.data) == other_parts(edited)
    assert in_regions(result.data) == in_regions(second())


@hands.needs_office
def test_also_after_a_save_in_libreoffice():
    edits = [(kind, 17 * number, f"chữ thứ {number}") for number, kind in enumerate([*_EDITS] * 3)]
    edited = hands.libreoffice(hands.changed(first(), lambda tree: apply(tree, edits)))
    result = renewed(edited)
    assert not result.is_stopped
    assert outside(result.data) == outside(edited)
    assert [x for x in in_regions(result.data) if x] == [x for x in in_regions(second()) if x]


def test_the_script_of_edits_does_edit():
    edits = [(kind, 3 * n, "chữ mới") for n, kind in enumerate(_EDITS)]
    edited = hands.changed(first(), lambda tree: apply(tree, edits))
    assert sum("chữ mới" in line for line in all_lines(edited)) >= 4
    assert outside(edited) != outside(first())
