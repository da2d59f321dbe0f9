"""A manifest that somebody writes anew, with the digest of it that CURRENT names: no check of digests notices."""

from hashlib import sha256
from pathlib import Path

from models.index_folder.folder import CURRENT, MANIFEST


def forge_manifest(snapshot: Path, text: str) -> None:
    """Write the text of a manifest."""
    content = text.encode("utf-8", "surrogatepass")
    (snapshot / MANIFEST).write_bytes(content)
    digest = sha256(content).hexdigest()
    (snapshot.parent / CURRENT).write_text(f"{snapshot.name} {digest}\n", encoding="utf-8")
