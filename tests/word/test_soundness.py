"""A part said to be always sound is well-formed XML whatever is filled in; what is not sure is looked at each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.word import xml
from generator.word.render.bounds import bounded
from generator.word.render.bounds import rendered as run
from generator.word.render.engine import _resolve_breaks, load_template
from generator.word.render.finishing import finish
from generator.word.render.rule_lines import RuleLines
from generator.word.render.sandbox import make_environment
from generator.word.render.soundness import always_sound

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SOUND = {
    "a value": "<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>",
    "a value outside of paragraphs": "<w:title>{{ a }}</w:title>",
    "whole rows": "{% for x in many %}<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>{% endfor %}",
    "from run to run": "<w:p><w:r><w:t>1{% if yes %}</w:t></w:r><w:r><w:t>{{ a }}{% endif %}</w:t></w:r></w:p>",
    "other ways": "<w:p><w:r><w:t>{% if yes %}{{ a }}{% elif a %}b{% else %}{{ many|join(a) }}{% endif %}</w:t></w:r></w:p>",
    "reckoned": "<w:p><w:r><w:t>{{ 'đ' ~ a|upper }}{{ loop_|default(a) }}</w:t></w:r></w:p>",
}
_NOT_SURE = {
    "an element too many in one branch": "<w:p><w:r><w:t>{% if yes %}</w:t></w:r></w:p>{% else %}{{ a }}{% endif %}",
    "an element opened by each round": "{% for x in many %}<w:p>{% endfor %}</w:p>",
    "closed and opened the other way round": "<w:p>{% if yes %}</w:p><w:r></w:r><w:p>{% else %}</w:p>{% endif %}</w:p>",
    "a value in an attribute": '<w:p><w:r><w:t w:x="{{ a }}">1</w:t></w:r></w:p>',
    "a value in a name": "<w:p><w:{{ a }}/></w:p>",
    "a value in a comment": "<w:p><!-- {{ a }} --></w:p>",
    "a value in CDATA": "<w:p><![CDATA[{{ a }}]]></w:p>",
    "a value beside the root": "{{ a }}",
    "a value in a field's code": "<w:p><w:r><w:instrText>{{ a }}</w:instrText></w:r></w:p>",
    "a value in a link": "<w:p><w:hyperlink><w:r><w:t>{{ a }}</w:t></w:r></w:hyperlink></w:p>",
    "an entity cut by a filter": "<w:p><w:r><w:t>{{ a|e|upper }}</w:t></w:r></w:p>",
    "a name of no namespace": "<w:p><q:r/></w:p>",
    "marks of its own": "<w:p><?dong?><w:r><w:t>{{ a }}</w:t></w:r></w:p>",
    "prefixes that end in a branch": '<w:x xmlns:q="q">{% if yes %}</w:x><w:x xmlns:z="q">{% endif %}<q:y/></w:x>',
}
_ENVIRONMENT = make_environment()


def _whole(part: str) -> str:
    return f'<w:all xmlns:w="{_W}">{part}</w:all>'


@pytest.mark.parametrize("part", _SOUND.values(), ids=_SOUND.keys())
@given(
    a=st.text(
        st.sampled_from("aệ<>&\"'\n\t -]\u00a0") | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
    ),
    many=st.lists(st.text(st.sampled_from("x<&\n\t")), max_size=4),
    yes=st.booleans(),
)
def test_a_sound_part_is_xml_whatever_is_filled_in(part: str, a: str, many: list[str], yes: bool) -> None:
    parsed = _ENVIRONMENT.parse(_whole(part))
    assert always_sound(parsed)
    template = _ENVIRONMENT.from_string(bounded(parsed))
    made = finish(_resolve_breaks(run(template, {"a": a, "many": many, "yes": yes})), RuleLines())
    assert xml.is_sound(made.encode())


@pytest.mark.parametrize("part", _NOT_SURE.values(), ids=_NOT_SURE.keys())
def test_what_may_go_wrong_is_not_called_sound(part: str) -> None:
    source = part if part == "{{ a }}" else _whole(part)
    assert not always_sound(_ENVIRONMENT.parse(source))


def test_no_document_of_the_templates_that_ship_needs_to_be_looked_at() -> None:
    shipped = sorted((Path(__file__).parents[2] / "templates").glob("*.docx"))
    assert len(shipped) >= 6
    for path in shipped:
        template = load_template(path.read_bytes())
        assert template.always_sound.keys() == template.parts.keys(), path.name
