"""What the officer sees on the screen: problems as a table on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click

from generator.domain.problem import Problem, Severity, told_together


def say(text: str) -> None:
    click.echo(text)


def complain(text: str) -> None:
    click.echo(text, err=True)


def show_problems(problems: Sequence[Problem], *, err: bool = False) -> None:
    """List every problem at once: errors, then questions, then notes; each in the order of sheets and cells."""
    for severity, heading in _HEADINGS.items():
        if of_severity := [p for p in problems if p.severity is severity]:
            click.echo(heading.format(n=len(of_severity)), err=err)
            _list(of_severity, err=err)


_HEADINGS = {
    Severity.ERROR: "Có {n} chỗ cần xem lại:",
    Severity.QUESTION: "Có {n} điều cần hỏi lại:",
    Severity.NOTE: "Lưu ý:",
}


def _list(problems: Sequence[Problem], *, err: bool) -> None:
    stream = sys.stderr if err else sys.stdout
    told = told_together(problems)
    if not stream.isatty():
        for problem in told:
            click.echo(f"  - {problem}", err=err)
        return
    show_table(("Sheet", "Ô", "Nội dung và cách sửa"), [(p.sheet, p.cell, p.message) for p in told], to_errors=err)


def show_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, to_errors: bool = False) -> None:
    """Draw a table on a terminal. What stands in brackets in a cell is text, not a colour."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=True)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console(file=sys.stderr if to_errors else sys.stdout).print(table)
