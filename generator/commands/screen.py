"""What the officer sees on the screen: problems as a table on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from generator.intake.problem import Problem


def say(text: str) -> None:
    click.echo(text)


def complain(text: str) -> None:
    click.echo(text, err=True)


def show_problems(problems: Sequence[Problem], *, err: bool = False) -> None:
    """List every problem at once, in the order of sheets and cells."""
    if not problems:
        return
    stream = sys.stderr if err else sys.stdout
    click.echo(f"Có {len(problems)} chỗ cần xem lại:", err=err)
    if not stream.isatty():
        for problem in problems:
            click.echo(f"  - {problem}", err=err)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(show_lines=True)
    for heading in ("Sheet", "Ô", "Nội dung và cách sửa"):
        table.add_column(heading, overflow="fold")
    for problem in problems:
        table.add_row(problem.sheet, problem.cell, problem.message)
    Console(file=stream).print(table, markup=False)
