"""Which reviews of a State took place and what is indexed of each: what every "none", "again" and "next" rests on.

In: a catalogue or what it holds of the reviews, a State, today. Out: a StateCoverage; search.claims words it.
May import: search.catalogue, search.datamodel, models.
"""
