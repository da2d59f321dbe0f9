"""Forms and what templates show: values worked out before a template is rendered.

In: form fields, or an answer of search. Out: view models.
May import: web.words, search, models.
"""
