"""Questions in, answers out, over an index folder: read, score, fuse, group, compose.

docs/development.md draws the packages in the order in which a question passes them.
May import: models.
"""

from search.search_index import SearchIndex, open_index

__all__ = ["SearchIndex", "open_index"]
