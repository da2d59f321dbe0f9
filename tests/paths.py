"""Where tests find the repository and, where it lies beside it, the folder of real documents."""

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared" / "data"
