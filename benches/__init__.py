"""Measurements that take minutes, each with a target in the Makefile; no part of the tests."""
