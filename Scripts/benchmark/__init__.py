"""Measures the command beside the tools that one would use in its place."""
