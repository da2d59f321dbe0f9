"""An NGO's follow-up plan: what it chose, what it wants to come of it, and how two copies become one.

In: what people write, JSON. Out: plans, JSON, the differences between copies.
May import: models.messages.message, models.errors, models.messages.printable.
"""
