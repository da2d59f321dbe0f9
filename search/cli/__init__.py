"""The commands of search: find, match, similar, thread, threads, progress, reported, lobby,
observations.

In: words of the command line. Out: text or JSON lines.
May import: everything of search.
"""
