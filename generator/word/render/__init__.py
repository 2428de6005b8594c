"""Rendering: templates into documents, and what is wrong with a template."""
