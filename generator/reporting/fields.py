"""Which field of work, and which heading of part I, a section, a task or an indicator belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from generator.domain.indicator import Aggregation, Indicator
from generator.domain.plan import Plan, Section, Task

#: Fields of the CCHC report, in the outline's order, and the words in a title that put something there.
FIELDS: dict[str, tuple[str, ...]] = {
    "chi_dao": ("chỉ đạo", "điều hành"),
    "the_che": ("thể chế",),
    "tthc": ("thủ tục hành chính", "tthc"),
    "bo_may": ("bộ máy",),
    "cong_vu": ("công vụ", "công chức"),
    "tai_chinh": ("tài chính",),
    "chinh_quyen_so": ("chính quyền số", "chính quyền điện tử", "chuyển đổi số", "hiện đại hóa"),
}
OTHER = "khac"
OF_SUPERIOR = "cap_tren_giao"
#: Headings of their own in part I, in its order, and the words of a task or an indicator that put it there.
TOPICS: dict[str, tuple[str, ...]] = {
    "kiem_tra": ("kiểm tra",),
    "tuyen_truyen": ("tuyên truyền", "tin, bài"),
    "sang_kien": ("sáng kiến", "giải pháp mới"),
    OF_SUPERIOR: ("cấp trên giao", "tỉnh giao", "thành phố giao"),
    "khao_sat": ("khảo sát", "hài lòng"),
    "doi_thoai": ("đối thoại",),
}


def fields_of(title: str) -> list[str]:
    """Return the fields that a title names, in the outline's order."""
    small = title.lower()
    return [field for field, words in FIELDS.items() if any(word in small for word in words)]


def field_of(title: str) -> str:
    return next(iter(fields_of(title)), OTHER)


def topic_of(text: str) -> str:
    """Return the heading of part I that a task's or an indicator's words belong under; empty for none."""
    small = text.lower()
    return next((topic for topic, words in TOPICS.items() if any(word in small for word in words)), "")


def sections_by_field(sections: Iterable[Section]) -> dict[str, list[Section]]:
    fields: dict[str, list[Section]] = {field: [] for field in (*FIELDS, OTHER)}
    for section in sections:
        fields[field_of(section.title)].append(section)
    return fields


def shared_heading(field: str, sections: Iterable[Section]) -> int:
    """Return the heading, counted as in part II, of another field whose section also covers this one; 0 for none."""
    for section in sections:
        names = fields_of(section.title)
        if field in names[1:]:
            return list(FIELDS).index(names[0])
    return 0


def tasks_of(sections: Iterable[Section], topic: str | None = None) -> list[Task]:
    """Return the tasks of some sections; of one heading of part I when it is named, "" for those of none."""
    return [task for s in sections for task in s.tasks if topic is None or topic_of(task.text) == topic]


def indicators_by_place(indicators: Iterable[Indicator], plan: Plan) -> dict[str, list[Indicator]]:
    """Return what is measured by where it is told: a field, "chi_dao." with a topic, or the id of a section of its own.

    A group's name says the field; where it names none, the first task that the indicator belongs to does.
    """
    section_of = {task.id: section for section in plan.sections for task in section.tasks}
    places: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        if indicator.is_heading or indicator.aggregation is Aggregation.COMPUTED:
            continue
        field = field_of(indicator.group)
        own = next((section_of[t] for t in indicator.task_ids if t in section_of), None)
        if field == OTHER and own is not None:
            field = field_of(own.title)
        if field == "chi_dao":
            place = f"chi_dao.{topic_of(indicator.name)}"
        else:
            place = own.id if field == OTHER and own is not None else field
        places.setdefault(place, []).append(indicator)
    return places
