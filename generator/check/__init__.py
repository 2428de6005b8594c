"""The check of any .docx against Nghị định 30/2020/NĐ-CP, and the mending that is safe."""
