"""What reading, recognising and extracting share: symbols, joined lines, lettered parts, numbers named, the language.

In: lines or text. Out: text, and where things stand in it.
May import: models.
"""
