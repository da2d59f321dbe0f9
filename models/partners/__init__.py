"""Whom an NGO can follow up with on an issue in a State: dated tables, and who has to act.

In: tables (CSV) that lie here, or an operator's. Out: typed rows, the portfolios and actors of an issue.
May import: models.vocabularies, models.plans and what these may import.
"""
