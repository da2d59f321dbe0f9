"""Every number by which lines become paragraphs, items, headings, notes and rows, with what it was chosen on.

They were set by hand, on documents of the kind named; none was fitted by a search, and where no kind is named it was
not kept on what. What a change of one does is seen by what `upr extract --json --parts` prints before and after it.
When kinds of document with numbers of their own came to share those of spacing, marks and counts, no record of 243
Working Group reports (2008-2014) changed, nor any of the documents of three reviews of Slovenia, but for where items of
a paragraph begin.
"""

# White space, in points or in lines of the document itself.
USUAL_SIZE = 10.0
"""Points: of the type where a document has none."""
WIDEST_LEADING = 1.35
"""Sizes of type from line to line: no paragraph is set wider. In an addendum of short answers, most distances are those
of two paragraphs."""
PARTED, SLIGHTLY_PARTED = 1.3, 1.15
"""Of the usual distance of lines: that of two paragraphs, and of two lines whose different weight says that they are
two. The UN sets 1.5 between paragraphs (12 and 18 points), 1.0 within."""
LEAST_LEADING = 0.8
"""Sizes of type: what stands nearer to a line is no line of its own."""
SHARE_OF_PITCH, SHARE_OF_RIGHT = 5, 50
"""The lower quintile of the distances of lines is that within paragraphs; one line in fifty may reach further right."""
SAME_LEFT = 3.0
"""Points by which left edges of one margin differ: national reports."""
ALIGNED = 6.0
"""Points by which left edges of one column may differ: addenda."""
INDENTED = 12.0
"""Points by which the first line of a paragraph is set in, at least: addenda; also by which numbers of one list may be
indented differently: pages of 2008 to 2010 are typed by hand."""

# Numbers of a count that may be missing, misprinted or unreadable, before it is taken as ended.
MISSING_NUMBERS = 2
"""Of paragraphs and items of reports, and of footnote marks glued to words."""
MISSING_PLEDGES = 1
"""Of the paragraphs of a section on commitments, where lists begin again at 1."""
MISSING_IN_ADDENDUM = 3
MISSING_NOTES = 3
"""Of footnotes: their marks are the smallest print of a page."""
MISSING_IN_EXCERPT = 20
"""Of concluding observations, of which excerpts are published."""
NUMBERS_OF_MARK = 20
"""Notes that a footnote mark calls as a range ("3–5"); a longer one is a year or a page."""

# Headings.
LARGER = 1.12
"""Of the usual size of type, from which a line of an addendum is a heading."""
SAME_SIZE = 0.5
"""Points by which the type of lines of one heading may differ, or of headings of one level."""
LEADING_OF_HEADING = 1.5
"""Of the usual distance, up to which a line goes on with the heading of an addendum above it."""
HEADING_WORDS = 45
"""National reports print whole recommendations as headings."""
ADDENDUM_HEADING_WORDS = 25
MID_TERM_HEADING_WORDS = 30
"""In bold or italic; what begins with a recommendation's number may be longer."""
PLEDGE_HEADING_CHARACTERS, PLEDGE_HEADING_LINES = 120, 3
"""Of a line, and lines."""

# Beginnings of lists, notes and reports without numbers.
LINES_OF_INTRO = 12
"""From the number of an intro paragraph to the first item of its list, sub-headings among them: Working Group reports
whose heading of the conclusions is lost."""
NUMBERS_BEFORE_FIRST = 2
"""Among so many numbered lines paragraph 1 is looked for; later ones may be items."""
FEWEST_NUMBERED = 5
"""Fewer numbered paragraphs than this are items of a list in a mid-term report without numbers."""
LAST_LINE = 0.75
"""Of the longest line of a text without type: a shorter one ends a paragraph."""
LINES_OF_TITLE = 5
"""From one line with dots to the next in a table of contents: a title of two or three lines, or the head of a page with
the names of its columns, between them."""
LINES_OF_OPENING = 3
"""Of a note, that say whether it lists stakeholders."""

# Tables of answers.
ROWS_WITHOUT_HEADINGS, LINES_WITHOUT_HEADINGS = 3, 60
"""A table without headings is one where so many rows begin within so many lines."""
LINES_OF_TABLE = 6_000
"""No table of answers is longer: 350 rows of 17 lines."""
FAILED_TABLES = 25
"""Lines that look like headings of a table and begin none, before no more are looked for."""
GUTTER_RASTER = 2.0
"""Points: the raster on which gutters are looked for."""
SAME_COLUMN, SAME_FIRST_COLUMN = 4.0, 10.0
"""Points by which the left edges of numbers in one column may differ, without headings and with."""
OUT_OF_TABLE = 40.0
"""Points: a line that begins so far to the left of a table ends it."""
ACROSS_GUTTERS = 10.0, 20.0
"""Points before the second column and behind the last one's beginning: what reaches over both runs across a table."""
LINES_OF_A_NUMBER = 8
"""One line in so many of a column of numbers, or more, begins with one: a row has many lines."""
WORDS_OF_POSITION = 5
"""Of a cell that is a position, without a heading."""
LINES_TO_FIRST_ROW = 12
LINES_OF_THEME = 3
"""The name of a theme between rows takes up to this many lines."""
WIDEST_PAGE = 5_000.0
"""Points: nothing is printed further out; the coordinates of a damaged file can be anything."""
STRAY_PIECES = 0.02
"""Part of the pieces of text that may reach into a gutter (a heading across the table, a long word)."""

# Requests and their sponsors.
PARTS_OF_REFERENCE = 2
"""A paragraph of the dialogue has parts from so many on."""
SAME_REQUEST = 60
""" "Token set ratio" in per cent from which a request of the dialogue is the one that a reference describes: reports of
2008 and 2009."""
LONGEST_SPEAKER = 9
"""Words of the name of a State that speaks."""
REACH_OF_BRACKET, REACH_OF_JOINT = 400, 100
"""Characters within which the other bracket of a list of States, and the words beside a joint, are looked at: so long
texts stay fast."""

# Covers of Working Group reports, and what they say of the review.
MOST_OF_TROIKA = 3
"""States."""

# Positions in sentences, in characters where nothing else is said.
REACH_OF_POSITION = 300
"""Of a sentence before and behind a word of a position."""
REACH_OF_CLAUSE = 200
"""From the beginning of a clause to the word."""
REACH_OF_EARLIER = 30
"""From "initially" to the position that was changed since."""
CLOSE_QUALIFIER = 40
"""Between support and what limits it, within which both are kept as one quotation."""
LONGEST_QUALIFIER = 90
"""Of a condition that is kept."""
REACH_OF_BODY = 60
"""From the name of a committee to its "recommendation 4"."""
LONGEST_SENTENCE = 10_000
"""No list of 400 recommendations is longer."""
LONGEST_ABBREVIATION = 12
LONGEST_LABEL, LONGEST_POSITION = 12, 4
"""Words of a label that is a position, and of a heading that is one: addenda."""
