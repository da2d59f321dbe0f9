"""Every number by which documents are merged into records, with what it was chosen on.

They were set by hand; none was fitted by a search. Likeness is that of Indel in per cent, words only. Those of tables
are of UPR Info's rows of sessions 1 to 20, of which docs/joining.md says how many find their request.
"""

from datetime import timedelta

SAME_ENTRY = 85.0
"""Likeness from which a row of a table is a request of the same two States."""
EQUALLY_ALIKE = 0.5
"""Per cent within which requests are equally like a row: none is chosen among them."""
FOUND_IN_OTHER = 90.0
"""Likeness from which one text is found in the other: a row that is part of a request, or holds requests."""
SHORTEST_PART = 10
"""Letters; a shorter text is found anywhere."""
SAME_AS_EARLIER = 90.0
"""Likeness from which two texts of one paragraph and sponsor are one request, read better: it keeps its id."""
SAME_ITEM = 60.0
"""Likeness from which two texts of the same States and the same item of two lists are one request, edited: a draft and
its final report."""
PART_OF_REQUEST = 85.0
"""Likeness from which the words of a part that an addendum answers are found in a request."""
CLEARLY_MORE = 5.0
"""Per cent by which a part must be more like one request than like every other."""
MOST_LISTS = 3
"""Reports print one list, or two: supported and noted, or examined later."""
CLEAR_MARGIN = 1.25
"""The best order of lists must explain the headings of a report before a review so much better than the next one. On
what it was set is not known; docs/progress.md gives what comes of it."""
LETTERS_OF_STEM = 6
"""Of words of headings and recommendations that are compared so: "implement", "implementation"."""
WHOLE_DRAFT = 0.5
"""Of the numbers of the fullest draft: one that has fewer is a part of it, whatever its date."""
ADOPTED_AFTER = timedelta(days=274)
"""Nine months after the Working Group session the Human Rights Council has adopted the review."""
MOST_NAMED = 12
"""Numbers that a warning names."""
