"""Files of any content as the program takes them: what encoding, which tables, what an archive may unpack to.

In: paths, bytes, standard input. Out: texts, rows, arrays.
May import: errors and the sentences of the program.
"""
