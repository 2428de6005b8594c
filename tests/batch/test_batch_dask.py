"""The documented example: a batch on a Dask cluster, here one of this machine's own processes."""

import pytest

from generator.batch.outcome import Outcome
from generator.batch.run import run_batch
from tests.batch.units import reports, request, send

distributed = pytest.importorskip("distributed", reason="optional extra: pip install cchc[dask]")


def test_a_batch_runs_on_a_dask_cluster(tmp_path):
    for code in ("tan-lap", "vinh-hai", "phuoc-tan"):
        send(tmp_path / "so", code)
    (tmp_path / "so" / "vinh-hai" / "so-cchc.xlsx").write_bytes(b"PK damaged")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        result = run_batch(request(tmp_path / "so"), executor=client.get_executor())
    assert [u.outcome for u in result.units] == [Outcome.MADE, Outcome.MADE, Outcome.FAILED]
    on_cluster = reports(result.outputs)
    alone = run_batch(request(tmp_path / "so", force=True), jobs=1)
    assert reports(alone.outputs) == on_cluster
