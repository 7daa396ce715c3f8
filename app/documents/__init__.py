"""Bytes to `Document`: one reader for each format, and the limits for hostile files."""
