"""Measurements that take minutes; no part of the tests."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as web/command_line.py
