"""Measurements that take minutes; no part of the tests."""
