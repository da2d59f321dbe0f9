"""The nouns of UPR Follow-up: data types, controlled lists, encoders, and what an index folder holds.

In: tables and weights that lie beside the code. Out: values that every other package speaks in.
May import: nothing of the other top-level packages.
"""
