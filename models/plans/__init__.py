"""An NGO's follow-up plan: what it chose and what it wants to come of it. Two copies are merged by web.plans.merge_plans.

In: what people write, JSON. Out: plans, JSON, suggested kinds of action.
May import: models.messages.message, models.errors, models.messages.printable.
"""
