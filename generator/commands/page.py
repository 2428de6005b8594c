"""`cchc page`: puts the page where it is wanted, and opens it in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from generator.commands.screen import complain, say
from generator.word.package import read_file, write_atomically

NAME = "cchc.html"
_ROOM = Path(__file__).parents[1]
#: Where it lies in an installed package, and where `make page` puts it.
_PLACES = (_ROOM / "page" / NAME, _ROOM.parent / "outputs" / NAME)
_NOT_BUILT = (
    "Bộ chương trình này chưa có trang cchc.html. Chép tệp cchc.html từ nơi phát hành chương trình, bấm đúp là mở "
    "được; hoặc, trên máy có Node 20 trở lên, chạy make page trong thư mục chương trình rồi chạy lại lệnh này."
)


def run(folder: Path) -> int:
    """Write the page into a folder and open it. Return 0, 1 when no browser opened, 2 when there is no page."""
    source = next((place for place in _PLACES if place.is_file()), None)
    if source is None:
        complain(_NOT_BUILT)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    target = (folder / NAME).resolve()
    if target != source.resolve():
        write_atomically(target, read_file(source))
    say(f"Trang ở tệp: {target}")
    if not webbrowser.open(target.as_uri()):
        complain("Chưa mở được trình duyệt; bấm đúp vào tệp trên để mở.")
        return 1
    say("Lần sau chỉ cần bấm đúp vào tệp đó; không cần mạng, không cần cài gì.")
    return 0
