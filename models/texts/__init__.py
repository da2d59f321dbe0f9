"""Words and sentences of any text: what an index and a query take for a word, where a sentence ends, normal forms.

In: text. Out: words, parts of the text, the schema of the Whoosh index.
May import: models.languages.
"""
