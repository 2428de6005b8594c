"""Problems as an officer reads them."""

import pytest

from generator.domain.problem import Message, Problem, Severity, told_together

LEFT_OUT = Message("left-out", Severity.NOTE, "Nội dung này không in.")


def problems(*places: tuple[str, str]) -> list[Problem]:
    return [LEFT_OUT.at("Kết quả", cell, about) for cell, about in places]


@pytest.mark.parametrize(
    ("told", "read"),
    [
        (problems(("K2", "I.1"), ("K3", "I.1")), ["Kết quả!K2, K3: Nội dung này không in."]),
        (
            problems(*((f"K{n}", f"I.{n // 4 + 1}") for n in range(2, 10))),
            ["Kết quả!cột K của I.1, I.2, I.3: Nội dung này không in."],
        ),
        (
            problems(*((f"K{n}", "") for n in range(2, 9))),
            ["Kết quả!K2, K3, K4, K5, K6, K7, K8: Nội dung này không in."],
        ),
        (
            problems(("K2", "I.1"), ("M2", "I.1")),
            ["Kết quả!K2: Nội dung này không in.", "Kết quả!M2: Nội dung này không in."],
        ),
    ],
    ids=["few cells by name", "many by what they are of", "many of nothing that has a name", "two columns"],
)
def test_the_same_said_of_many_cells_is_read_once(told: list[Problem], read: list[str]) -> None:
    assert [str(problem) for problem in told_together(told)] == read
