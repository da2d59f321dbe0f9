"""Questions in, answers out, over an index folder."""

from search.open_index import SearchIndex, open_index

__all__ = ["SearchIndex", "open_index"]
