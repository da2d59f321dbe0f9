"""An NGO's follow-up plan: what it chose and what it wants to come of it (web.plans.merge_plans merges two copies).

In: what people write, JSON. Out: plans, JSON, suggested kinds of action.
May import: models.messages.message, models.errors, models.messages.printable, models.files.
"""
