"""Write the sample workbooks anew."""

from tests.samples import sample_files

for path, content in sample_files():
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
