"""Documents in, index folder out: read → recognise → extract → join → write."""
