"""Invented documents of the kinds that are read, in English, as the UN's editors set them; nobody ever said this."""

from tests.indexer.reports_in_languages import REPORTS

NAMES = (
    *(
        "Slovenia",
        "Malta",
        "Chad",
        "France",
        "Netherlands",
        "Republic of Moldova",
        "Turkey",
        "United States of America",
    ),
    *("Islamic Republic of", "Iran", "Côte d’Ivoire", "Spain", "Peru", "Italy", "Chile", "Mexico", "Cuba", "Brazil"),
    "United Kingdom of Great Britain and Northern Ireland",
)
"""Of States: those of a further language stand in models/reviews/state_names_in_languages.csv, not in its table."""
DIALOGUE = """
United Nations A/HRC/11/90

General Assembly Distr.: General

5 October 2009

Human Rights Council

Universal periodic review

Report of the Working Group on the Universal Periodic Review

Malta

1. The Working Group on the Universal Periodic Review held its fifth session from 4 to 15 May 2009. The review of
Malta was held at the 13th meeting, on 12 May 2009. The delegation of Malta was headed by Ms. Osel.

2. Mexico noted the ferries and recommended that (a) the piers be painted; (b) the lamps be lit each evening.

II. Conclusions and/or recommendations

3. The recommendations formulated during the interactive dialogue have been examined by Malta and the recommendations
listed below enjoy the support of Malta:

    1. Ratify the Convention on Ferries (Spain);

    2. Publish the list of boats (Chad).

4. The recommendations noted in paragraph 2 (a) and (b) above did not enjoy the support of Malta.
"""
ADDENDUM = """
United Nations A/HRC/928/7/Add.1

General Assembly Distr.: General

5 March 2015

Original: English

Human Rights Council

Universal periodic review

Report of the Working Group on the Universal Periodic Review

Slovenia

Addendum

Views on conclusions and/or recommendations, voluntary commitments and replies presented by the State under review

1. Slovenia received 6 recommendations. It has examined them with the ferries and the harbours in mind.

2. Slovenia accepts recommendations 5.1 and 5.2. The ferries run in winter already.

3. Slovenia cannot accept recommendation 6.1. The old ferry is loved by all who live on the island.

4. Recommendation 4.1 is accepted in principle, subject to the availability of funds.

5. Slovenia partially accepts recommendation 4.2. See also the response to recommendation 5.1.

6. In total, Slovenia accepts 5 recommendations and notes 1 recommendation.
"""
COUNCIL = """
United Nations A/HRC/28/2

General Assembly Distr.: General

20 April 2015

Human Rights Council

Report of the Human Rights Council on its twenty-eighth session

---

710. The review of Malta was held on 4 November 2014.

711. At its 40th meeting, held on 19 March 2015, the Council considered and adopted the outcome of the review of Malta.

712. The outcome of the review of Malta comprises the report of the Working Group on the
Universal Periodic Review (A/HRC/900/4), the views of the State under review and its replies.

1. Views expressed by the State under review on the recommendations and/or conclusions

713. Concerning recommendation 3, schools had been opened. Malta supported this recommendation. It did not support
recommendations 6 and 7. Malta pledged to paint the piers each spring.

2. Views expressed by Member and observer States of the Council on the review outcome

714. Chad was pleased that recommendation 5 had been accepted by Malta.

715. The President stated that, out of 9 recommendations received, Malta had supported 6
recommendations and noted 3.
"""
OBSERVATIONS = """
United Nations CERD/C/BRA/CO/30

Committee on the Elimination of Racial Discrimination

5 March 2015

Concluding observations on the combined reports of Brazil

A. Introduction

1. The Committee considered the reports of Brazil at its meetings in the harbour.

B. Concerns and recommendations

2. The Committee is concerned that the ferries are reserved for few. It regrets that no lamps are lit.

3. The Committee recommends that the State party open the ferries to all those who live on the islands.

4. The State party should light the lamps. The Committee is also concerned about the piers.
"""
NATIONAL_REPORT = """
United Nations A/HRC/WG.6/34/SVN/1

General Assembly Distr.: General

12 August 2019

Human Rights Council

Working Group on the Universal Periodic Review

National report submitted in accordance with the annex to the resolution

Slovenia

I. Introduction

1. The report was written with all those who have a boat.

II. Follow-up to the previous review

A. Ferries (recommendations 115.12 and 115.14 to 115.16)

2. The ferries have run each winter since 2016, thus implementing recommendation No. 115.20.

3. The piers were painted in March 2017, as in recommendation 12 of the Committee on Harbours.

III. Voluntary commitments

4. Slovenia will open a museum of the ferries by the year 2022.
"""
MID_TERM = """
Mid-term report on the implementation of the recommendations of the second cycle of the Universal Periodic Review

Slovenia

5 March 2017

---

I. Introduction

1. The second review of Slovenia took place on 4 November 2014. All ministries wrote this report.

II. Ferries

2. The ferries run, as recommendation 115.12 asked.

3. Recommendations 115.14 and 115.15 are being carried out.

4. The piers are painted.

5. The lamps are lit, see recommendation No. 115.16.
"""
DOCUMENTS = {
    "report": REPORTS["en"],
    "report with a dialogue": DIALOGUE,
    "addendum": ADDENDUM,
    "report of the Council": COUNCIL,
    "concluding observations": OBSERVATIONS,
    "national report": NATIONAL_REPORT,
    "mid-term report": MID_TERM,
}
GIVES = {
    "report": ("recommendations", "commitments", "facts"),
    "report with a dialogue": ("recommendations", "facts"),
    "addendum": ("answers", "totals"),
    "report of the Council": ("answers", "totals", "pledges"),
    "concluding observations": ("observations",),
    "national report": ("commitments", "reported"),
    "mid-term report": ("reported",),
}
"""What is read in each."""

SUBMISSION = (
    "Ferries of the islands",
    "Nobody mends the ferries of the outer islands, and nobody counts those who drown.",
    "The Government should count them every year.",
    "Our asks to Malta:",
    "1. Mend the ferries before winter;",
    "2. Teach every child to swim.",
)
"""Paragraphs of a submission; three of them are asks."""
