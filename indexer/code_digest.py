"""One digest over our own code and tables: what was worked out by other code is worked out anew."""

import hashlib
from functools import cache
from importlib import metadata, resources


@cache
def code_digest(*libraries: str) -> str:
    """sha256 over the rooms models and indexer and over the versions of the libraries named, hexadecimal."""
    whole = hashlib.sha256(" ".join(map(metadata.version, libraries)).encode())
    for package in ("models", "indexer"):
        files = (file for file in resources.files(package).iterdir() if file.name.endswith((".py", ".csv")))
        for file in sorted(files, key=lambda file: file.name):
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
