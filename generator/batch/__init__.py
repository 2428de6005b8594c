"""Every unit's report in one go: `run_batch` in run.py. One unit's fault never stops the others."""
