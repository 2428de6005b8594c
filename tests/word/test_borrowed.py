"""What Jinja, markupsafe and docxtpl must go on doing inside: run this first when one of them is upgraded."""

import subprocess
import sys

import pytest
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, meta, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from generator.word.render import borrowed


class Shouting(borrowed.ShowingEnvironment):
    def shown(self, value: object) -> str:
        return f"[{value}]"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        pytest.param("{{ a }}", "[1]", id="an expression is asked for"),
        pytest.param("<w:t>{{ a + 1 }}</w:t>", "<w:t>[2]</w:t>", id="and nothing of the text around it"),
        pytest.param("{% for x in [a, a] %}{{ x }}{% endfor %}", "[1][1]", id="in loops too"),
        pytest.param("{% if a %}{{ a }}{% endif %}", "[1]", id="and in conditions"),
        pytest.param("{% autoescape false %}{{ a }}{% endautoescape %}", "1", id="not where nothing is escaped"),
        pytest.param("{{ '<' }}", "&lt;", id="what stands in the template itself is escaped when it is compiled"),
    ],
)
def test_jinja_asks_the_environment_what_a_value_looks_like(source: str, shown: str) -> None:
    assert Shouting(autoescape=True).from_string(source).render(a=1) == shown


@pytest.mark.parametrize(
    "source",
    [
        "{{ a }}{{ b | e }}{{ range(d[0]) }}",
        "{% for x in a %}{{ x }}{{ y }}{{ loop.index }}{% else %}{{ b }}{% endfor %}{{ x }}",
        "{% if a %}{% set n = b %}{% elif c %}{{ n }}{% endif %}{{ m }}",
    ],
)
def test_the_names_that_a_template_looks_up_are_those_that_jinja_finds(source: str) -> None:
    environment, sample = Shouting(autoescape=True), dict.fromkeys("abcdmy", (1,))
    template, names = environment.compiled(environment.parse(source))
    assert names == meta.find_undeclared_variables(environment.parse(source))
    assert template.render(sample) == environment.from_string(source).render(sample)


def test_jinja_writes_an_output_in_the_two_halves_that_are_replaced() -> None:
    for half in ("_output_child_pre", "_output_child_post"):
        assert callable(getattr(CodeGenerator, half)), f"jinja2.compiler.CodeGenerator.{half} is gone"
    assert Environment.code_generator_class is CodeGenerator
    assert {"volatile", "autoescape"} <= vars(Frame(nodes.EvalContext(Environment())).eval_ctx).keys()


@given(st.text())
def test_markupsafe_escapes_a_plain_string_to_a_plain_string(text: str) -> None:
    escaped = borrowed.escaped(text)
    assert escaped == str(escape(text)) and not isinstance(escaped, Markup)


MARKUP = (
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "<w:tcPr/>",
    "</w:tc>",
)
TAGS = (
    "{{",
    "}}",
    "{%",
    "%}",
    "{%p ",
    "{%tr ",
    "{#",
    "#}",
    " a ",
    "for x in a",
    "endfor",
    "hm",
    "vm",
    "“b”",
    "&lt;",
    "-",
)
PIECES = st.sampled_from((*MARKUP, *TAGS))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_docxtpl_patches_as_it_does_for_its_own_documents(xml: str) -> None:
    assert borrowed.patched(xml) == DocxTemplate(None).patch_xml(xml)


def test_a_tag_that_word_has_cut_is_made_whole() -> None:
    cut = "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ a.b</w:t></w:r><w:r><w:t> }}</w:t></w:r></w:p>"
    assert "{{ a.b }}" in borrowed.patched(cut)
    assert borrowed.patched("<w:p><w:r><w:t>{%p if a %}</w:t></w:r></w:p>") == "{% if a %}"


def test_patching_needs_neither_lxml_nor_python_docx() -> None:
    code = (
        "import sys, generator.word.render.borrowed as b; print(b.patched('{%'));"
        "print(sorted({'docx', 'docxtpl', 'docxtpl.template'} & sys.modules.keys()))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout
    assert said.split("\n")[:2] == ["{%", "[]"]
