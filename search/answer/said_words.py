"""Words of controlled lists, as commands say them: in JSON they stand as they are, on a terminal they are `said`."""

from models.messages.spoken import to_say

LISTED_WORDS = (
    # What of a recommendation is another than in a draft.
    to_say("words"),
    to_say("States"),
    to_say("position"),
    # Who reports on recommendations.
    to_say("State"),
    to_say("United Nations"),
    to_say("Stakeholders"),
    # What paragraphs of treaty bodies are, and what special procedures report on.
    to_say("concern"),
    to_say("recommendation"),
    to_say("concern and recommendation"),
    to_say("country visit"),
    to_say("thematic report"),
)
