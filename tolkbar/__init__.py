"""The command that joins them: extract, build, check, publish."""

__version__ = "0.1.0"
