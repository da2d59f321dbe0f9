"""The commands that ask an index: find, match, similar, thread, progress, lobby, observations, calendar and more.

In: words of the command line. Out: text or JSON lines.
May import: everything of search.
"""
