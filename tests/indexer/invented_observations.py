"""Concluding observations that no committee adopted, in the layouts in which the UN publishes them."""

MODERN = """\
United Nations
CCPR/C/SVN/CO/900
International Covenant on
Civil and Political Rights
Distr.: General 7 May 2021
Original: English
Human Rights Committee
Concluding observations on the ninth periodic report of Slovenia*
1. The Committee considered the ninth report at its meetings and adopted the present concluding observations.
A. Introduction
2. The Committee is grateful for the dialogue, though it regrets that the report came late.
B. Positive aspects
3. The Committee welcomes the new law on mountain rescue.
C. Principal matters of concern and recommendations
Mountain huts
4. The Committee is concerned that huts refuse guests who walk slowly. It is concerned about:
(a) Signs that ask slow walkers to turn back;
(b) Fines, which are set:
(i) Without a hearing;
(ii) Without an appeal (arts. 2 and 26).
2

CCPR/C/SVN/CO/900
5. The State party should:
(a) Remove the signs;
(b) Give back all fines.
Lakes and
the people who swim
6. While it notes the plan of 2028, the Committee remains concerned about closed lakes (art. 12). The State party
should open them
to all swimmers.
D. Dissemination
9. The State party is requested to have these observations read aloud.
* Adopted by the Committee at its 900th session.
"""
"""Numbered paragraphs in pairs, nested sub-paragraphs, a page break, one paragraph that does both, two left out."""

OLD = """\
Distr. GENERAL
CRC/C/SVN/CO/901
3 March 2029
COMMITTEE ON THE RIGHTS OF THE CHILD
CONCLUDING OBSERVATIONS: SLOVENIA
1. The Committee considered the report of Slovenia.
A. Positive aspects
2. The Committee notes with appreciation the new playgrounds.
B. Principal areas of concern and recommendations
1. General measures of implementation
3. The Committee regrets that nobody counts swings.
The State party should count its swings every year.
2. Definition of the child
4. The Committee reiterates its recommendation that the State party set one age.
"""
"""Headings numbered like paragraphs; a recommendation without a number of its own."""
