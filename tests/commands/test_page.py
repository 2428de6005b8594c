"""`cchc page`: the page is put where it is wanted and opened."""

import webbrowser

import pytest

from generator.commands import page


@pytest.fixture
def opened(monkeypatch, tmp_path):
    built = tmp_path / "package" / "cchc.html"
    built.parent.mkdir()
    built.write_bytes(b"<!doctype html>")
    monkeypatch.setattr(page, "_PLACES", (built,))
    opened = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    return opened


def test_the_page_is_put_into_a_folder_and_opened(opened, tmp_path, capsys):
    (tmp_path / "máy của tôi").mkdir()
    assert page.run(tmp_path / "máy của tôi") == 0
    target = tmp_path / "máy của tôi" / "cchc.html"
    assert target.read_bytes() == b"<!doctype html>"
    assert opened == [target.as_uri()]
    assert str(target) in capsys.readouterr().out


def test_a_newer_page_takes_the_place_of_an_older_one_and_the_packaged_one_is_opened_where_it_is(opened, tmp_path):
    (tmp_path / "cchc.html").write_bytes(b"old")
    assert page.run(tmp_path) == 0
    assert (tmp_path / "cchc.html").read_bytes() == b"<!doctype html>"
    assert page.run(tmp_path / "package") == 0
    assert opened[-1] == (tmp_path / "package" / "cchc.html").as_uri()


def test_without_a_browser_the_file_is_still_there_and_it_is_said(opened, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    assert page.run(tmp_path) == 1
    assert "bấm đúp" in capsys.readouterr().err
    assert (tmp_path / "cchc.html").exists()


def test_a_source_tree_without_a_built_page_says_what_to_do(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(page, "_PLACES", (tmp_path / "cchc.html",))
    assert page.run(tmp_path) == 2
    assert "make page" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
