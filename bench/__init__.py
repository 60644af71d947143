"""Benchmarks: each a ratio of two programs measured side by side in one run, never a promise in seconds."""
