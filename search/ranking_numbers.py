"""The numbers by which issues are matched, each with where it comes from.

*Fitted* ones are printed by the program named; *chosen* ones were compared by hand on the set named, so that figures on
that set flatter. How a query moves towards example issues is in models/encoders/example_issues.py, how meaning and
terms of other languages mix in models/encoders/other_languages.py: they are part of how texts are indexed, too.
docs/evaluation.md says what all of them are worth on issues that none was fitted or chosen on.
"""

from search.datamodel.observations import ObservationWeights
from search.datamodel.progress import ProgressWeights
from search.datamodel.strengths import StrengthBounds

# How much the very words of a query count beside a weight of 1 for its meaning (search/query/shape.py).
# Chosen on names of treaties (benches/names.tsv), topics and the 22 judged issues.
SENTENCE_WEIGHT = 0.2
TOPIC_WEIGHT = 0.5
NAME_WEIGHT = 1.0
SENTENCE_WORDS = 5
"""A query of so many content words is read as a sentence, one of two fewer as a topic."""
NAME_WORDS = 5
"""Names are seldom longer, in content words."""

# Which of its words count (search/query/discriminative_terms.py, search/query/issue.py). Chosen on the 22 judged
# issues.
COMMON_SHARE = 0.05
"""A word in more of the texts than this says little beside the others of a long query ("ensure", "rights")."""
FEW_WORDS = 5
"""A query of so few words needs them all."""
RARE_SHARE = 0.001
"""A word that so few of the texts hold is likely a name."""
EXPECTED_SHARE_ABOVE_WEIGHT = 0.3
"""The more a query is a name, the more of its words a text must hold: this much more than the lexical weight."""

# What names of treaties are worth (search/lexical/names.py). Chosen on benches/names.tsv.
PHRASE_WORDS = 5
"""A query of at most so many words is looked for as it stands."""
NAMED = 0.9
"""What a text is worth that names the treaty: nearly as much as one with all words of the query."""
LACKING = 1.5
"""What a text loses that does not, where the query is nothing but the name: "Ratify OP-CRC" is not about OPCAT."""

# How likely text and issue share a label (search/match/labels.py). Weight: a logistic regression on the judged texts
# of the 22 issues and the weak set; the others chosen there.
LABEL_WEIGHT = 0.15
"""Of the agreement of labels, beside a weight of 1 for the semantic retriever."""
USUAL = 0.65
"""About the agreement of most texts near an issue: what counts where the labels of an issue cannot be told."""
MOST_LIKELY = 0.99

# From a score to a probability, over all States (search/match/calibrate.py). Fitted by benches/fit_relevance.py on
# the 22 judged issues, the 25 of benches/own_state_queries.tsv, the weak set and sentences on no issue.
SLOPE = 12.26
DENSITY_SLOPE = 21.0
LENGTH_SLOPE = 0.62
INTERCEPT = 1.52
LOWEST_DENSITY = 0.45
"""Of issues of human rights; a query with less about it is likely on none."""
LONGEST = 90
"""Words of an issue; a longer one is as one of these."""
ON_ISSUE = StrengthBounds(possible=0.52, likely=0.68, strong=0.83)
"""Of what is shown as strong, eight or nine of ten judged texts are on the issue; less than possible is mostly not."""
RELATED = 0.1
"""Below this an entry is not even shown as related."""

# The list of the own State (search/match/own_state_list.py). Fitted by benches/fit_own_state.py on the 25 issues of
# benches/own_state_queries.tsv and on States never told anything on every second issue of the weak set.
PARAGRAPH_SHARE = 0.7
"""From a half to nine tenths the lists of the issues learnt from are equally good."""
FEEDBACK = 5
STANDING_OUT, NEARNESS, OWN_INTERCEPT = 0.87, 4.79, -6.98
LISTED = 0.135
"""Probability of belonging to the list from which it is in it: an NGO would rather read ten too many than miss one."""
SURE_NEARNESS, SURE_INTERCEPT = 6.71, -8.94
OWN_STATE = StrengthBounds(possible=0.05, likely=0.35, strong=0.7)
"""Of relevance; what is less than possible is not in the list, however far it stands out."""

# Issues in other languages (search/semantic/other_languages.py).
BLUR = 0.065
"""What a text is nearer to a mapped issue than to the English one.

A map does not tell the issue from its field as sharply as the English encoder does. On the 70 issues of
benches/weakly_judged_in_other_languages.tsv, odds of being on the issue were e^1.6 too high; with the five judged
issues in view half of it was taken: 0.8 / SLOPE."""

SIMILAR = StrengthBounds(possible=0.6, likely=0.7, strong=0.8)
"""How near two recommendations are (cosine). Mean cosines of the default encoder between linked ones to one State: 0.77
for the same request, 0.71 for one that builds up on it, 0.65 for a similar one, 0.49 for none of these."""

# What treaty bodies told a State (search/observations/relevance.py). Weights and curve: benches/fit_observations.py on
# 24 recommendations to one State and eight issues, judged against one committee's 66 paragraphs.
OBSERVED = ObservationWeights(
    words=0.3, together=0.8, standing_out=1.69, score=10.04, nearest=6.58, of_issue=1.52, intercept=-13.67
)
OBSERVES = StrengthBounds(possible=0.16, likely=0.3, strong=0.5)
"""Of the probability; on questions left out, three of four paragraphs shown are on the thing itself, nine of ten of
those shown as likely or strong, and those shown are four fifths of what is."""

# General comments (search/observations/find.py): cosines. Chosen by reading what 24 recommendations to one State and
# eight issues lead to in twelve general comments. Example issues lie further from the words of committees than
# recommendations do.
NORM_OF_ISSUE = StrengthBounds(possible=0.4, likely=0.5, strong=0.57)
NORM_OF_RECORD = StrengthBounds(possible=0.53, likely=0.6, strong=0.68)
"""General comments speak in general words, which lie near to many things."""
TITLE_WORDS = 0.3
"""All words of the question in the title of a general comment, beside the nearness of its paragraphs."""
NARROWER_GROUP = 0.05
"""What a general comment loses whose title names another group beside one asked about ("indigenous children")."""
THEME_BONUS = 0.05
"""For a theme that a recommendation and an observation have in common."""
PART_WITHIN = 0.1
"""A sub-paragraph is named as on the thing if it is so near to the best one."""
CUES_OF_ISSUE = 1.25
"""What the words of a paragraph must point to an issue with (search/observations/on_label.py): more than any one word
does. Chosen by reading the 84 paragraphs of two committees to two States."""


# Who reports what (search/progress/relevance.py). Weights and curve: benches/fit_progress.py on the 40 judged
# recommendations of one State's review; weights around these give figures within 0.01.
PROGRESS = ProgressWeights(heading=0.1, direct=0.2, words=0.3, slope=13.57, intercept=-9.28)
REPORTS = StrengthBounds(possible=0.2, likely=0.45, strong=0.7)
"""Of the probability; on recommendations left out, nine of ten paragraphs shown as strong report on the recommendation
or touch it, half of all that are shown, and those shown are three quarters of all that report on it."""

# What was reported on an issue in a user's words (search/progress/on_issue.py).
REPORTED_WORDS = 0.3
"""For all words of the issue, as for those of a recommendation (PROGRESS)."""
REPORTED_ON_ISSUE = StrengthBounds(possible=0.46, likely=0.55, strong=0.63)
"""Of the score: those of REPORTS, as scores, less the 0.12 by which issues lie further from the words of documents than
recommendations do (OF_ISSUE, OF_RECORD). Not measured: no issue was judged against such paragraphs."""
