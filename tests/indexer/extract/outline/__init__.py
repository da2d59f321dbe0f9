"""Tests of indexer.extract.outline."""
