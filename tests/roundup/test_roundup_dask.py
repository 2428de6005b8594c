"""The documented example: a round-up on a Dask cluster, here one of this machine's own processes."""

from __future__ import annotations

import pytest

from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.roundup.making import Asked, counted
from generator.roundup.register import Status
from generator.roundup.remembering import Memory
from tests.roundup.rounds import TODAY, random_unit, send

distributed = pytest.importorskip("distributed", reason="optional extra: pip install cchc[dask]")


def test_a_round_up_runs_on_a_dask_cluster(tmp_path):
    folder = tmp_path / "so"
    for number in range(4):
        send(folder, f"p-{number}", random_unit(f"p-{number}", number))
    (folder / "p-2" / "so-cchc.xlsx").write_bytes(b"PK damaged")
    asked = Asked(folder, tmp_path / "ra", ReportingPeriod.parse("2023-H1"), kind_of("cchc"), TODAY)
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        on_cluster = counted(asked, Memory(tmp_path / "a.json", ""), jobs=1, executor=client.get_executor())
    assert [line.status for line in on_cluster.lines].count(Status.UNREADABLE) == 1
    assert len(on_cluster.counted) == 3
    alone = counted(asked, Memory(tmp_path / "b.json", ""), jobs=1)
    assert (alone.total, alone.lines) == (on_cluster.total, on_cluster.lines)
