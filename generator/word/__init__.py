"""The Word engine: packages, rendering, regions, provenance. Knows no report."""
