"""Documents that slips name: a row of sheet Văn bản for each that is not there, its trích yếu where a slip says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.book import slip_messages as say
from generator.book.read.table import Table
from generator.book.sheets import DOCUMENTS
from generator.book.write.named_rows import rows_to_name
from generator.book.write.sheet_writing import Written
from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.vietnamese.named_documents import bare_number, named_documents


@dataclass(slots=True)
class DocumentsNamed:
    """What slips say of documents: the cells that name them, by task, and their subjects by number."""

    _said: list[tuple[str, str]] = field(default_factory=list)
    _subjects: dict[str, str] = field(default_factory=dict)
    _files: dict[str, str] = field(default_factory=dict)

    def take(self, task_id: str, about: str, file: str, text: str, subject: str) -> Iterator[Problem]:
        """Take a cell that names documents and what a slip says that they are about; yield a problem where it is not
        clear which of them that is."""
        self._said.append((task_id, text))
        if not subject:
            return
        numbers = [bare_number(number) for number, _ in named_documents(text)]
        lines = [line for line in subject.split("\n") if line.strip()] if len(numbers) > 1 else [subject]
        if len(lines) == len(numbers):
            self._subjects.update(zip(numbers, lines, strict=True))
            self._files.update(dict.fromkeys(numbers, file))
        else:
            yield say.SUBJECT_OF_NONE.at(file, about=about, subject=subject, document=text or "trống")

    def file_of(self, number: str) -> str:
        """Return the slip that says what a document is about."""
        return self._files[bare_number(number)]

    def without_sheet(self) -> Iterator[Problem]:
        """Yield a problem for each subject that no sheet can take."""
        for number, subject in self._subjects.items():
            yield say.NO_SHEET.at(sheet=DOCUMENTS.name, said=f"{number}: {DOCUMENTS.subject} “{subject}”")

    def written(self, table: Table, year: UnitYear) -> tuple[Written, dict[str, str], list[Problem]]:
        """Return what to write, the subjects in it by number, and a problem for each that is there otherwise."""
        added = rows_to_name(year, self._said)
        added = [{**r, DOCUMENTS.subject: self._subjects.get(bare_number(r[DOCUMENTS.number]), "")} for r in added]
        told = {row[DOCUMENTS.number]: row[DOCUMENTS.subject] for row in added if row[DOCUMENTS.subject]}
        waiting, problems = {}, []
        for row in table:
            number = row.text(DOCUMENTS.number)
            subject, present = self._subjects.get(bare_number(number), ""), row.text(DOCUMENTS.subject)
            if subject and not present:
                waiting[row.number] = {DOCUMENTS.subject: subject}
                told[number] = subject
            elif subject and " ".join(present.split()) != " ".join(subject.split()):
                cell = f"{DOCUMENTS.name}!{row.address(DOCUMENTS.subject)}"
                words = {"about": number, "header": DOCUMENTS.subject, "present": present, "answered": subject}
                problems.append(say.OWN_CELL.at(**words, cell=cell))
        return Written(table, added, waiting), told, problems
