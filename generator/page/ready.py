"""Everything that the page's questions need, loaded: the state that a browser may keep and go on from."""

from generator import making
from generator.commands import explain_report
from generator.kinds import kind_ids, kind_of
from generator.page import asking
from generator.plans import reading
from generator.word.render import engine

for _kind in map(kind_of, kind_ids()):
    engine.load_template(making.find_template(_kind.template).read_bytes())
making.load_phrases(making.find_template(making.PHRASES))

__all__ = ["asking", "explain_report", "reading"]
