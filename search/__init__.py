"""Questions in, answers out, over an index folder."""
