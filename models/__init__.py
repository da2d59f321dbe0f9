"""The nouns of UPR Follow-up: data types, controlled lists, and what an index folder holds."""
