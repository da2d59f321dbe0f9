"""Whom an NGO can follow up with on an issue in a State, each line with why and how it is known.

In: a snapshot, a State, an issue, the tables of partners. Out: StatePartners, as lines and JSON.
May import: search.answer and what lies below it.
"""
