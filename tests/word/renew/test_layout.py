"""A renewed report keeps the decree's layout."""

import pytest

from generator.check.checking import check_file
from tests.word.renew import hands
from tests.word.renew.reports import first, renewed, second, without_late

SAVED = [
    pytest.param(lambda data: data, id="as made"),
    pytest.param(hands.word, id="saved by Word"),
    pytest.param(hands.libreoffice, id="saved by LibreOffice", marks=hands.needs_office),
]


@pytest.mark.parametrize("save", SAVED)
@pytest.mark.parametrize("new", [second, without_late])
def test_the_layout_check_finds_nothing(save, new, tmp_path):
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(renewed(save(first()), new()).data)
    verdict = check_file(path)
    assert not verdict.error
    assert [(f.where, f.found) for f in verdict.findings] == []
