"""What one run asks of a server at most, and takes from it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a run in bytes and seconds."""

    pause: float
    """Seconds between two files."""
    file_bytes: int
    file_seconds: float
    """Of one try."""
    total_bytes: int
    total_seconds: float
    tries: int = 5
    """Of one file."""
    first_wait: float = 2.0
    """Seconds before the second try; twice as many before each further one."""
    longest_wait: float = 600.0
    """Seconds; a server that asks for more is left alone."""
