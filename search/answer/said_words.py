"""Words of controlled lists, as commands say them: in JSON they stand as they are, on a terminal they are `said`."""

from models.messages.spoken import to_say

LISTED_WORDS = (
    # How well something answers a question.
    to_say("exact"),
    to_say("strong"),
    to_say("likely"),
    to_say("possible"),
    to_say("related"),
    to_say("unrated"),
    to_say("exact match"),
    to_say("strong match"),
    to_say("likely match"),
    to_say("possible match"),
    to_say("related match"),
    to_say("unrated match"),
    # Fields whose values are labels.
    to_say("label"),
    to_say("theme"),
    to_say("persons"),
    # What of a recommendation is another than in a draft.
    to_say("words"),
    to_say("States"),
    to_say("position"),
    # Who reports on recommendations.
    to_say("State"),
    to_say("United Nations"),
    to_say("Stakeholders"),
    # Documents that report on recommendations.
    to_say("the national report"),
    to_say("the compilation"),
    to_say("the summary"),
    to_say("the mid-term report"),
    to_say("the stakeholders' mid-term report"),
    to_say("the country team's mid-term report"),
    to_say("no national report"),
    to_say("no compilation"),
    to_say("no summary"),
    to_say("no mid-term report"),
    to_say("no stakeholders' mid-term report"),
    to_say("no country team's mid-term report"),
    to_say("No mid-term report of the State is indexed."),
    # What paragraphs of treaty bodies are, and what special procedures report on.
    to_say("concern"),
    to_say("recommendation"),
    to_say("concern and recommendation"),
    to_say("general comment"),
    to_say("country visit"),
    to_say("thematic report"),
)
