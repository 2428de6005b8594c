"""Write the sample workbooks anew."""

from tests.samples import batch_sample_files, sample_files

for path, content in (*sample_files(), *batch_sample_files()):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
