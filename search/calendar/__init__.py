"""The dates of follow-up in one State: of its reviews, of the Council, of treaty bodies.

In: a snapshot, a State, today. Out: dates with how each is known, as lines, JSON and an iCalendar file.
May import: search.catalogue, search.datamodel, models.
"""
