"""Concluding observations that no committee adopted, in the styles of three committees."""

HEAD = """\
United Nations
{symbol}
Distr.: General 7 May 2021
Original: English
{committee}
Concluding observations on the ninth periodic report of Slovenia*
1. The Committee considered the ninth report at its meetings and adopted the present concluding observations.
"""
"""Fields: symbol and committee."""

CEDAW = (
    HEAD.format(symbol="CEDAW/C/SVN/CO/9", committee="Committee on the Elimination of Discrimination against Women")
    + """\
A. Introduction
2. The Committee appreciates the submission of the report.
B. Positive aspects
3. The Committee welcomes the law on ferries.
C. Parliament
4. The Committee stresses the crucial role of the legislative power in ensuring the full implementation of the
Convention. It invites the Parliament to take the necessary steps regarding the implementation of the present
concluding observations.
D. Principal areas of concern and recommendations
Access to justice
5. The Committee notes the courts on boats. It is, however, concerned about:
(a) The price of tickets to court;
(b) The lack of benches for women who wait.
6. In line with article 3 of the Convention and its general recommendation No. 33 (2015) on women’s access to
justice, the Committee recommends that the State party:
(a) Lower the price of tickets;
(b) Set up benches and address concerns about the waiting rooms.
Stereotypes
7. The Committee notes with concern the persistence of pictures of captains as men, which call for
explanation. The Committee is further concerned that sailors are requested to be men.
8. Recalling its previous concluding observations (CEDAW/C/SVN/CO/8, para. 12), the Committee calls upon the
State party to:
(a) Paint captains of all kinds;
(b) Raise awareness among painters.
9. The Committee recalls its previous recommendation and urges the State party to count pictures.
Health
10. The Committee welcomes the boats with doctors. Nevertheless, it is concerned that few women are seen.
11. The Committee recommends that the State party send more boats.
12. The Committee is also concerned about the price of glasses.
13. The Committee also recommends that the State party give glasses to all.
Dissemination
14. The Committee requests the State party to disseminate the present concluding observations.
"""
)
"""Pairs, and several of them under one heading; a heading with a letter and no heading below it."""

CRC = (
    HEAD.format(symbol="CRC/C/SVN/CO/9", committee="Committee on the Rights of the Child")
    + """\
I. Introduction
2. The Committee welcomes the submission.
II. Follow-up measures taken and progress achieved by the State party
3. The Committee welcomes the ratification of a treaty.
III. Main areas of concern and recommendations
A. General measures of implementation (arts. 4, 42 and 44 (6))
Legislation
4. Noting the draft law on swings, which should be adopted soon, the Committee recommends that the State party
adopt it.
Allocation of resources
5. While noting the increase in money for swings, the Committee is concerned that slides are left out. In the
light of its general comment No. 19 (2016), the Committee recommends that the State party pay for slides.
B. Civil rights and freedoms (arts. 7, 8 and 13–17)
Birth registration
6. The Committee is seriously concerned that births on islands are not registered.
7. Taking note of target 16.9 of the Sustainable Development Goals, the Committee urges the State party to:
(a) Send clerks to islands;
(b) Register all births.
"""
)
"""One paragraph does both, or cites what it notes; headings of three levels."""

CCPR = (
    HEAD.format(symbol="CCPR/C/SVN/CO/9", committee="Human Rights Committee")
    + """\
A. Introduction
2. The Committee is grateful.
B. Positive aspects
3. The Committee welcomes the law on boats.
C. Principal matters of concern and recommendations
Prisons on ships
4. The Committee notes that prison ships have no windows and that prisoners sleep in turns (arts. 7 and 10).
5. The State party should:
(a) Cut windows;
(b) Give a bed to each prisoner.
Freedom of expression
6. While welcoming the new newspaper, the Committee regrets that its editor was fined. It is concerned by the
fact that the authorities should have known it (art. 19).
7. The State party should, in accordance with article 19 of the Covenant and the Committee’s general comment
No. 34 (2011), give back the fine.
"""
)
"""Notes that are concerns, and "The State party should"."""
