"""What an index database holds: PostgreSQL with pgvector, where an index is too much for one machine.

In: the address of a database. Out: connections to it, its tables; what cannot be used is an IndexDatabaseError.
May import: models.index_folder, models.errors.
"""
