"""How a State answered: the words for positions in each language, what an answer says, and what several say together.

In: a label, item, sentence, cell or heading. Out: position, kind of qualified support, the words that decided.
May import: indexer.extract.thresholds, models.
"""
