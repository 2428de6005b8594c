"""Renewal of an edited report: regions get their new content in place, every other byte stays.

The way of a file: `xml_spans` (where each element lies) -> `finding` (which parts are regions) -> `region_text` and
`differences` (what a person changed) -> `fragment`, `merging`, `placing` (the new content) -> `renewing` (all of it).
"""
