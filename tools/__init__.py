"""What setting up needs before anything is installed: Python's own library alone."""
