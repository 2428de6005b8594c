"""The environment of templates writes what Jinja's own sandbox would, and lets nothing more through."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.word.render.sandbox import TemplateFault, make_environment
from tests.word.test_engine import NONCHARACTERS

OURS = make_environment()
PLAIN = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=OURS.finalize)
TEXT = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters=[*map(chr, (*range(32), *NONCHARACTERS))])
)
SOURCES = (
    "<w:t>{{ chu }}</w:t>",
    "{% for r in hang %}{{ loop.index }}. {{ r.chu }}{{ r.so }}{% if not loop.last %}; {% endif %}{% endfor %}",
    "{% macro o(x) %}<w:t>{{ x }}</w:t>{% endmacro %}{{ o(chu) }}",
    "{% set a %}<b>{{ chu }}</b>{% endset %}{{ a }}{{ chu ~ '<' }}{{ chu|upper }}{{ [chu, '&']|join(', ') }}",
    "{{ '{{' }}{{ '<' }}{{ 1 + 1 }}{{ chu|e }}",
    "{% autoescape false %}{{ chu }}{% endautoescape %}",
)


@pytest.mark.parametrize("source", SOURCES)
@given(TEXT, st.lists(TEXT, max_size=3))
def test_it_writes_what_jinja_writes(source, text, more):
    context = {"chu": text, "hang": [SimpleNamespace(chu=t, so=n) for n, t in enumerate(more)]}
    assert OURS.from_string(source).render(context) == PLAIN.from_string(source).render(context)


@pytest.mark.parametrize(
    "source", ["{{ r.__class__ }}", "{{ r.__dict__ }}", "{% for x in [1] %}{{ loop.__init__ }}{% endfor %}"]
)
def test_what_python_gives_every_object_stays_out_of_reach(source):
    with pytest.raises(SecurityError):
        OURS.from_string(source).render(r=SimpleNamespace(chu="a"))


def test_a_value_that_is_not_there_is_an_error():
    with pytest.raises(UndefinedError):
        OURS.from_string("{{ r.khac }}").render(r=SimpleNamespace(chu="a"))


def test_a_character_that_word_refuses_is_told():
    with pytest.raises(TemplateFault, match=r"U\+0001"):
        OURS.from_string("{{ chu }}").render(chu="a\x01")
