"""Which States to approach on an issue, by suggested priority, with the evidence.

In: a snapshot, a State and an issue. Out: a LobbyingList.
May import: search.answer and what lies below it.
"""
