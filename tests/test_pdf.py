"""PDF by LibreOffice: every file checked, tried twice, within a time limit, and nobody's own PDF replaced."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from generator import limits, pdf
from generator.commands.report import ReportOptions, run
from generator.pdf import find_libreoffice, font_warning, make_pdfs
from tests.word.renew.reports import WORKBOOK

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for LibreOffice are shell scripts")

GOOD = "%PDF-1.7 /Producer(LibreOffice 7.6) %%EOF"


@pytest.fixture
def documents(tmp_path) -> list[Path]:
    paths = [tmp_path / f"bao cao {n}.docx" for n in range(4)]
    for path in paths:
        path.write_bytes(b"docx")
    return paths


@pytest.fixture
def soffice(tmp_path):
    """Return a maker of stand-ins: a shell script called as LibreOffice is, with $out and each $file to convert."""

    def write(for_each: str) -> Path:
        script = tmp_path / "soffice"
        script.write_text(
            "#!/bin/sh\n"
            f'echo "$@" >> "{tmp_path}/calls"\n'
            'while [ "$1" != "--outdir" ]; do shift; done\n'
            'out="$2"; shift 2; mkdir -p "$out"\n'
            'for file in "$@"; do name=$(basename "$file" .docx)\n'
            f"{for_each}\n"
            "done\n"
        )
        script.chmod(0o755)
        return script

    return write


def calls(tmp_path: Path) -> list[str]:
    return (tmp_path / "calls").read_text().splitlines()


def test_many_files_a_call_with_a_profile_of_its_own(documents, soffice, tmp_path):
    reasons = make_pdfs(documents, soffice(f'echo "{GOOD}" > "$out/$name.pdf"'), jobs=2)
    assert reasons == dict.fromkeys(documents, "")
    assert all(path.with_suffix(".pdf").read_text().strip() == GOOD for path in documents)
    profiles = {word for call in calls(tmp_path) for word in call.split() if "UserInstallation" in word}
    assert len(calls(tmp_path)) == len(profiles) == 2


def test_one_that_fails_once_is_tried_again(documents, soffice, tmp_path):
    fails_once = f'if [ "$name" = "bao cao 1" ] && [ ! -e "{tmp_path}/once" ]; then touch "{tmp_path}/once"\n'
    soffice(f'{fails_once} else echo "{GOOD}" > "$out/$name.pdf"; fi')
    assert set(make_pdfs(documents, tmp_path / "soffice").values()) == {""}
    assert len(calls(tmp_path)) == 2


@pytest.mark.parametrize(
    "result", [":", 'echo "half %PDF-" > "$out/$name.pdf"', 'echo "%PDF-1.7 cut" > "$out/$name.pdf"']
)
def test_what_is_no_whole_pdf_is_not_taken_for_one(documents, soffice, result):
    reasons = make_pdfs(documents[:1], soffice(result))
    assert reasons[documents[0]] == limits.PDF_SECONDS.told()
    assert not documents[0].with_suffix(".pdf").exists()


def test_one_that_never_ends_is_ended_with_what_it_started_and_the_rest_is_made(
    documents, soffice, tmp_path, monkeypatch
):
    monkeypatch.setattr(limits, "PDF_SECONDS", replace(limits.PDF_SECONDS, most=0.5))
    monkeypatch.setattr(pdf, "_SECONDS_A_FILE", 0)
    hangs = f'if [ "$name" = "bao cao 1" ]; then sleep 300 & echo $! >> "{tmp_path}/pids"; wait; fi\n'
    reasons = make_pdfs(documents, soffice(hangs + f'echo "{GOOD}" > "$out/$name.pdf"'))
    assert [path.stem for path, reason in reasons.items() if reason] == ["bao cao 1"]
    sleepers = (tmp_path / "pids").read_text().split()
    deadline = time.monotonic() + 10
    while any(_runs(pid) for pid in sleepers) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(sleepers) == 2 and not any(_runs(pid) for pid in sleepers)


def test_what_a_launcher_leaves_behind_is_ended_and_its_profile_is_gone(documents, soffice, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "temp").mkdir()
    writes_on = f'(while :; do mkdir -p "$out/../profile/$$"; done) & echo $! >> "{tmp_path}/pids"\n'
    reasons = make_pdfs(documents[:1], soffice(writes_on + f'echo "{GOOD}" > "$out/$name.pdf"'))
    assert reasons == {documents[0]: ""}
    assert not any(_runs(pid) for pid in (tmp_path / "pids").read_text().split())
    assert not list((tmp_path / "temp").iterdir())


def test_ctrl_c_ends_it_at_once_with_all_that_it_started(tmp_path, soffice):
    script = soffice(f'echo $$ >> "{tmp_path}/pids"; sleep 300 & echo $! >> "{tmp_path}/pids"; wait')
    document = tmp_path / "bao cao.docx"
    document.write_bytes(b"docx")
    code = f"from pathlib import Path\nfrom generator.pdf import make_pdfs\nmake_pdfs([Path({str(document)!r})], Path({str(script)!r}))"
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL) as asker:
        deadline = time.monotonic() + 30
        while len(_lines(tmp_path / "pids")) < 2 and time.monotonic() < deadline:
            time.sleep(0.01)
        asker.send_signal(signal.SIGINT)
        asker.wait(30)
    assert len(_lines(tmp_path / "pids")) == 2 and not any(map(_runs, _lines(tmp_path / "pids")))


def _lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def _runs(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(
    ("there", "replaced"),
    [(GOOD, True), ("%PDF-1.4 scanned %%EOF", False), (f"{GOOD} /ByteRange [0 1 2 3] /Sig", False)],
    ids=["made by LibreOffice", "scanned", "signed"],
)
def test_only_our_own_pdf_is_replaced(documents, soffice, there, replaced):
    target = documents[0].with_suffix(".pdf")
    target.write_text(there)
    new = GOOD.replace("1.7", "1.8")
    reason = make_pdfs(documents[:1], soffice(f'echo "{new}" > "$out/$name.pdf"'))[documents[0]]
    assert (target.read_text().strip() == new) is replaced
    assert ("giữ nguyên" in reason) is not replaced


@pytest.mark.parametrize(
    ("families", "warned"),
    [
        ("DejaVu Sans\n", True),
        ("Liberation Serif\n", False),
        ("Tinos,Tinos Bold\n", False),
        ("Times New Roman\n", False),
    ],
)
def test_a_missing_font_is_pointed_out(tmp_path, monkeypatch, families, warned):
    lists_fonts(tmp_path, monkeypatch, f"printf '{families}'")
    assert ("Times New Roman" in font_warning()) is warned


def lists_fonts(folder: Path, monkeypatch, command: str) -> None:
    lister = folder / "fc-list"
    lister.write_text(f"#!/bin/sh\n{command}\n")
    lister.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_a_report_as_pdf_says_that_the_font_is_missing(tmp_path, monkeypatch, soffice, capsys):
    soffice(f'echo "{GOOD}" > "$out/$name.pdf"')
    workbook = tmp_path / WORKBOOK.name
    shutil.copy(WORKBOOK, workbook)
    path = os.environ["PATH"]
    lists_fonts(tmp_path, monkeypatch, "echo DejaVu Sans")
    monkeypatch.setenv("PATH", f"{tmp_path}:{path}")
    run(ReportOptions(workbook, period="2023-H1", as_of="2023-06-13", pdf=True))
    said = capsys.readouterr().err
    assert "Máy chưa có phông Times New Roman" in said and "PDF: " in said


@pytest.mark.parametrize("command", ["exit 1", "exec sleep 9"])
def test_nothing_is_said_of_fonts_where_they_cannot_be_listed(tmp_path, monkeypatch, command):
    run_for = subprocess.run
    monkeypatch.setattr(pdf.subprocess, "run", lambda *a, **k: run_for(*a, **{**k, "timeout": 1}))
    path = os.environ["PATH"]
    lists_fonts(tmp_path, monkeypatch, command)
    monkeypatch.setenv("PATH", f"{tmp_path}:{path}")
    assert font_warning() == ""


def test_nothing_is_said_of_fonts_where_nobody_knows(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert font_warning() == ""


@pytest.mark.skipif(find_libreoffice() is None, reason="no LibreOffice on this machine")
def test_libreoffice_itself_makes_pdfs_that_it_may_replace(tmp_path):
    document = Document()
    document.add_paragraph("Báo cáo cải cách hành chính")
    out = io.BytesIO()
    document.save(out)
    path = tmp_path / "BC CCHC - P Phuoc Hai.docx"
    path.write_bytes(out.getvalue())
    for _ in range(2):
        assert make_pdfs([path], find_libreoffice()) == {path: ""}
        assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
