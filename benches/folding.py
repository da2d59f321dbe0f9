"""How much is folded in an index: `python -m benches.folding INDEX` prints counts and the pairs that differ."""

import sys
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from models.index_folder.folder import CATALOGUE, current_snapshot
from search.catalogue.connection import CatalogueFile
from search.rank.near_duplicates import discriminative_terms

_REQUESTS = """
SELECT entry.id, entry.review, position, text FROM entry
JOIN recommendation USING (id) JOIN text ON sha256 = text_sha256 ORDER BY number
"""


def main(folder: Path) -> None:
    """Fold all recommendations of an index, whatever the question."""
    requests = CatalogueFile(current_snapshot(folder) / CATALOGUE).rows(_REQUESTS)
    began = time.process_time()
    lines: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for record_id, review, position, text in requests:
        lines[review, position, discriminative_terms(text) or record_id].append((record_id, text))
    spent = time.process_time() - began
    several = [line for line in lines.values() if len(line) > 1]
    pairs = [pair for line in several for pair in combinations(line, 2) if pair[0][1] != pair[1][1]]
    for (one, text), (other, other_text) in pairs:
        print(f"{one}\t{text}\n{other}\t{other_text}\n")
    print(
        f"{len(requests):,} recommendations: {len(several):,} lines of several hold {sum(map(len, several)):,} of them"
    )
    print(f"{len(pairs):,} pairs in one line differ in their letters; {spent / len(requests) * 1e6:.0f} µs a text")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
