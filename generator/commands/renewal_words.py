"""What renewal tells the officer: what was renewed, what was left, and what there is to choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.word.renew.differences import Change, changes_between, shortened
from generator.word.renew.judging import Outcome, RegionOutcome

_MOST_CHANGES = 12
_FEW_CHANGES = 3
_LINE = "\n"

_STOPPED = {
    Outcome.EDITED: "đã được sửa bằng tay",
    Outcome.COPIED: "có hơn một bản trong tệp",
    Outcome.BROKEN: "bị mất một phần dấu, hoặc lẫn vào vùng khác",
    Outcome.CANNOT_MERGE: "không trộn được",
    Outcome.NOT_MOVABLE: "có ảnh, chú thích hoặc đánh số tự động của mẫu",
}


def told(region: RegionOutcome, *, is_stopped: bool = False) -> Iterator[str]:
    """Yield the lines on one region; nothing for one that says what it said. While another region stops renewal,
    they say in short what would be done."""
    is_waiting = is_stopped and not region.outcome.stops
    for line in list(_told(region))[: 1 if is_waiting else None]:
        yield line.replace("Đã ", "Sẽ ", 1) if is_stopped and line.startswith("Đã ") else line


def _told(region: RegionOutcome) -> Iterator[str]:
    name = f"{region.title} ({region.name})"
    match region.outcome:
        case Outcome.RENEWED:
            changes = changes_between(region.text.present, region.text.fresh)
            yield f"Đã làm mới {name}: {len(changes)} chỗ thay đổi."
            yield from _listed(changes, _FEW_CHANGES)
            yield from _dropped(region)
        case Outcome.KEPT:
            yield f"Giữ nguyên {name}."
        case Outcome.UP_TO_DATE:
            waiting = "; còn đề nghị chờ duyệt trong Track Changes" if region.tracked else ""
            yield f"Giữ nguyên {name}: đã được sửa bằng tay, sổ không có gì mới cho vùng này{waiting}."
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
            yield f"{name} đã bị xóa khỏi tệp và không tự đưa lại. Muốn có lại: --restore {region.name}"
        case Outcome.EMPTIED:
            yield f"{name} đã bị xóa hết chữ và không tự điền lại. Muốn có lại: --restore {region.name}"
        case Outcome.REFILLED:
            yield f"Đã đưa lại {name} vào chỗ cũ."
            yield from _old_ones(region)
        case Outcome.LEFTOVER:
            yield (
                f"{name} đã mất dấu nhưng nội dung cũ vẫn còn ở chỗ “{region.where}”; chương trình không đụng đến nên "
                "chỗ đó không có số liệu mới. Muốn làm mới: xóa phần cũ đó trong Word, lưu, rồi chạy lại với "
                f"--restore {region.name}"
            )
        case _ if region.outcome.stops:
            yield from _stopped(region, name)


def _dropped(region: RegionOutcome) -> Iterator[str]:
    if region.things:
        yield f"    - không còn trong tệp (vẫn còn ở bản lưu): {', '.join(region.things)}"
    yield from (f"    - không còn trong tệp: đề nghị {shortened(str(change))}" for change in region.tracked)


def _old_ones(region: RegionOutcome) -> Iterator[str]:
    yield from (f"  - Phần cũ không có dấu vẫn còn ở chỗ “{text}”, hãy tự xóa." for text in region.things)


def _beside(region: RegionOutcome) -> str:
    return f", cạnh “{region.where[:80]}”" if region.where else ", ở cuối tệp"


def _stopped(region: RegionOutcome, name: str) -> Iterator[str]:
    yield f"{name} {_STOPPED[region.outcome]}{f': {region.where}' if region.where else ''}."
    if region.outcome is Outcome.EDITED:
        yield from _edited(region)
    yield f"  Chọn một cách: {_ways(region)}"


def _edited(region: RegionOutcome) -> Iterator[str]:
    text = region.text
    if region.things:
        yield f"  Trong vùng có: {', '.join(region.things)}."
    yield from _tracked(region)
    by_hand = changes_between(text.generated, text.present) if text.generated is not None else ()
    anew = changes_between(text.generated if text.generated is not None else text.present, text.fresh)
    agreed = set(by_hand) & set(anew)
    if text.generated is not None:
        yield f"  Người sửa đã đổi{' (coi như đã chấp nhận các đề nghị trên)' if region.tracked else ''}:"
        yield from _listed([c for c in by_hand if c not in agreed], _MOST_CHANGES, "không đổi chữ nào")
    if region.is_gone:
        yield "  Số liệu mới không còn cần vùng này."
        return
    yield "  Làm mới sẽ đổi:" if text.generated is not None else "  Bản trong tệp và bản mới khác nhau:"
    yield from _listed([c for c in anew if c not in agreed], _MOST_CHANGES)


def _tracked(region: RegionOutcome) -> Iterator[str]:
    if not region.tracked:
        return
    yield "  Đang chờ chấp nhận hoặc từ chối trong Track Changes:"
    yield from (f"    - {shortened(str(change))}" for change in region.tracked[:_MOST_CHANGES])
    if len(region.tracked) > _MOST_CHANGES:
        yield f"    - … và {len(region.tracked) - _MOST_CHANGES} đề nghị khác"
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
            return f"{keep}; {replaced}; --merge {region.name} (giữ ô sửa tay và hàng thêm, làm mới ô tính)"
    return f"{keep}; {replaced}"


def _listed(changes: Sequence[Change], most: int, none: str = "không có chữ nào khác") -> Iterator[str]:
    if not changes:
        yield f"    - ({none})"
    yield from (f"    - {change}" for change in changes[:most])
    if len(changes) > most:
        yield f"    - … và {len(changes) - most} chỗ khác"
