"""Which States to approach on an issue: what each said that is nearest to it, and who is likely to speak.

In: a snapshot, a State and an issue. Out: a LobbyingList.
May import: search.answer and what lies below it.
"""
