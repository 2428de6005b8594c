"""What renewal tells the officer: what was renewed, what was left, and what there is to choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.word.renew.differences import Change, changes_between, shortened
from generator.word.renew.judging import Outcome, RegionOutcome

#: How many changes to list of a region, by how many regions wait for a choice: all of it fits a screen.
_MOST_CHANGES = {1: 7, 2: 3}
#: As many regions have a line for each side, more have one line each.
_FEW_REGIONS = 4
#: A report has some twenty; what has more of them was damaged or made on purpose.
_MOST_REGIONS = 30
_FEW_CHANGES = 3
_LONG_LINE = 120
_LINE = "\n"

_STOPPED = {
    Outcome.EDITED: "đã được sửa bằng tay",
    Outcome.COPIED: "có hơn một bản trong tệp",
    Outcome.BROKEN: "bị mất một phần dấu, hoặc lẫn vào vùng khác",
    Outcome.CANNOT_MERGE: "không trộn được",
    Outcome.NOT_MOVABLE: "có ảnh, chú thích hoặc đánh số tự động của mẫu",
}


def all_told(regions: Sequence[RegionOutcome]) -> Iterator[str]:
    """Yield the lines on all regions. When some wait for a choice they stand last, and of the others it is said in
    short what would become of them."""
    stopped = [r for r in regions if r.outcome.stops]
    if not stopped:
        for region in regions[:_MOST_REGIONS]:
            yield from told(region)
        yield from _more(regions)
        return
    renewed = [r.title for r in regions if r.outcome is Outcome.RENEWED]
    if renewed:
        yield f"Sẽ làm mới {', '.join(renewed)}."
    others = [r for r in regions if not r.outcome.stops and r.outcome is not Outcome.RENEWED]
    for region in others[:_MOST_REGIONS]:
        yield from (line.replace("Đã ", "Sẽ ", 1) for line in list(told(region))[:1])
    yield from _more(others)
    for region in stopped[:_MOST_REGIONS]:
        yield from told(region, len(stopped))
    yield from _more(stopped)
    if len(stopped) > _FEW_REGIONS:
        yield "Chọn cho từng vùng: --keep VÙNG (giữ nguyên); --replace VÙNG (thay bằng bản mới); --merge VÙNG (bảng)"


def _more(regions: Sequence[RegionOutcome]) -> Iterator[str]:
    if len(regions) > _MOST_REGIONS:
        yield f"… và {len(regions) - _MOST_REGIONS} vùng khác như vậy."


def told(region: RegionOutcome, waiting: int = 1, *, by_command: bool = True) -> Iterator[str]:
    """Yield the lines on one region, nothing for one that says what it said. `waiting` regions wait for a choice. Where
    a person chooses by a button, not `by_command`, both sides are shown beside it and only the reason is told."""
    name = f"{region.title} ({region.name})" if by_command else region.title
    again = f" Muốn có lại: --restore {region.name}" if by_command else ""
    retry = f"chạy lại với --restore {region.name}" if by_command else "chọn lại tệp này và bấm Đưa lại."
    match region.outcome:
        case Outcome.RENEWED:
            changes = changes_between(region.text.present, region.text.fresh)
            yield f"Đã làm mới {name}: {len(changes)} chỗ thay đổi."
            yield from _listed(changes, _FEW_CHANGES)
            yield from _dropped(region)
        case Outcome.KEPT:
            yield f"Giữ nguyên {name}."
        case Outcome.UP_TO_DATE:
            proposals = "; còn đề nghị chờ duyệt trong Track Changes" if region.tracked else ""
            yield f"Giữ nguyên {name}: đã được sửa bằng tay, sổ không có gì mới cho vùng này{proposals}."
        case Outcome.MERGED:
            yield f"Đã trộn {name}: giữ chỗ sửa tay, làm mới các ô do chương trình tính."
            yield from (f"  - Cần xem lại: {conflict.replace(_LINE, ' / ')}." for conflict in region.conflicts)
        case Outcome.RESTORED:
            yield f"Đã đưa lại {name}{_beside(region)}."
            yield from _old_ones(region)
        case Outcome.ADDED:
            yield f"Thêm {name}{_beside(region)}: số liệu mới cần phần này."
        case Outcome.REMOVED:
            yield f"Đã bỏ {name}: số liệu mới không còn cần phần này."
            yield from _dropped(region)
        case Outcome.MISSING:
            yield f"{name} đã bị xóa khỏi tệp và không tự đưa lại.{again}"
        case Outcome.EMPTIED:
            yield f"{name} đã bị xóa hết chữ và không tự điền lại.{again}"
        case Outcome.REFILLED:
            yield f"Đã đưa lại {name} vào chỗ cũ."
            yield from _old_ones(region)
        case Outcome.LEFTOVER:
            yield (
                f"{name} đã mất dấu nhưng nội dung cũ vẫn còn ở chỗ “{region.where}”; chương trình không đụng đến nên "
                f"chỗ đó không có số liệu mới. Muốn làm mới: xóa phần cũ đó trong Word, lưu, rồi {retry}"
            )
        case _ if region.outcome.stops and by_command:
            yield from _stopped(region, name, waiting)
        case _ if region.outcome.stops:
            yield f"{name} {_STOPPED[region.outcome]}{f': {region.where}' if region.where else ''}."
            yield from _tracked(region)


def _dropped(region: RegionOutcome) -> Iterator[str]:
    if region.things:
        yield f"    - không còn trong tệp (vẫn còn ở bản lưu): {', '.join(region.things)}"
    yield from (f"    - không còn trong tệp: đề nghị {shortened(str(change), _LONG_LINE)}" for change in region.tracked)


def _old_ones(region: RegionOutcome) -> Iterator[str]:
    yield from (f"  - Phần cũ không có dấu vẫn còn ở chỗ “{text}”, hãy tự xóa." for text in region.things)


def _beside(region: RegionOutcome) -> str:
    return f", cạnh “{region.where[:80]}”" if region.where else ", ở cuối tệp"


def _stopped(region: RegionOutcome, name: str, waiting: int) -> Iterator[str]:
    where = f": {region.where}" if region.where else ""
    if waiting > _FEW_REGIONS:
        number = f": người sửa đã đổi {len(_by_hand(region))} chỗ, làm mới sẽ đổi {len(_anew(region))} chỗ"
        yield f"{name} {_STOPPED[region.outcome]}{where or number}."
        return
    yield f"{name} {_STOPPED[region.outcome]}{where}."
    if region.outcome is Outcome.EDITED:
        yield from _edited(region, waiting)
    yield f"  Chọn một cách: {_ways(region)}"


def _by_hand(region: RegionOutcome) -> Sequence[Change]:
    text = region.text
    return changes_between(text.generated, text.present) if text.generated is not None else ()


def _anew(region: RegionOutcome) -> Sequence[Change]:
    text = region.text
    return changes_between(text.generated if text.generated is not None else text.present, text.fresh)


def _edited(region: RegionOutcome, waiting: int) -> Iterator[str]:
    yield from _tracked(region)
    by_hand, anew = _by_hand(region), _anew(region)
    agreed = set(by_hand) & set(anew)
    if region.text.generated is None:
        if region.things:
            yield f"  Trong vùng có: {', '.join(region.things)}."
        title = "Bản trong tệp và bản mới khác nhau"
    else:
        changes = [c for c in by_hand if c not in agreed]
        as_accepted = " (coi như đã chấp nhận các đề nghị trên)" if region.tracked else ""
        yield from _said(f"Người sửa đã đổi{as_accepted}", changes, waiting, "không đổi chữ nào")
        title = "Làm mới sẽ đổi"
    if region.is_gone:
        yield "  Số liệu mới không còn cần vùng này."
    else:
        yield from _said(title, [c for c in anew if c not in agreed], waiting)


def _said(title: str, changes: Sequence[Change], waiting: int, none: str = "không có chữ nào khác") -> Iterator[str]:
    """A list below its title; where many regions wait, the first change beside it."""
    if waiting in _MOST_CHANGES:
        yield f"  {title}:"
        yield from _listed(changes, _MOST_CHANGES[waiting], none)
        return
    more = f"; … và {len(changes) - 1} chỗ khác" if len(changes) > 1 else ""
    yield f"  {title}: {changes[0]}{more}" if changes else f"  {title}: ({none})"


def _tracked(region: RegionOutcome) -> Iterator[str]:
    if not region.tracked:
        return
    yield "  Đang chờ chấp nhận hoặc từ chối trong Track Changes:"
    yield from (f"    - {shortened(str(change), _LONG_LINE)}" for change in region.tracked[:_FEW_CHANGES])
    if len(region.tracked) > _FEW_CHANGES:
        yield f"    - … và {len(region.tracked) - _FEW_CHANGES} đề nghị khác"
    yield (
        "    Giữ nguyên vùng thì các đề nghị này vẫn còn đó để duyệt; thay bằng bản mới thì chúng không còn trong tệp. "
        "Nên duyệt trước: Accept (chấp nhận) hoặc Reject (từ chối) trong Word, lưu, rồi chạy lại."
    )


def _ways(region: RegionOutcome) -> str:
    keep, replaced = f"--keep {region.name} (giữ nguyên)", f"--replace {region.name} (thay bằng bản mới)"
    match region.outcome:
        case Outcome.BROKEN:
            return f"{keep}; hoặc xóa phần đó trong Word, lưu, rồi --restore {region.name}"
        case Outcome.NOT_MOVABLE:
            return keep
        case Outcome.COPIED:
            return f"{keep}; --replace {region.name} (làm mới bản đầu, các bản chép giữ nguyên); hoặc xóa bản thừa"
        case Outcome.EDITED if region.is_gone:
            return f"{keep}; --replace {region.name} (bỏ khỏi tệp)"
        case Outcome.EDITED if any(line.is_row for line in region.text.fresh):
            return f"{keep}; {replaced}; --merge {region.name} (giữ ô sửa tay, làm mới ô tính)"
    return f"{keep}; {replaced}"


def _listed(changes: Sequence[Change], most: int, none: str = "không có chữ nào khác") -> Iterator[str]:
    if not changes:
        yield f"    - ({none})"
    yield from (f"    - {change}" for change in changes[:most])
    if len(changes) > most:
        yield f"    - … và {len(changes) - most} chỗ khác"
