"""What one document or one row of a table gives, as it is kept between reading and merging.

In: nothing. Out: frozen data classes, and the same packed as JSON.
May import: models.records.
"""
