"""`upr mcp --http PORT` over the index FOLDER of the environment, at the port that `--port` gives."""

import os
import sys

from web.command_line import main

if __name__ == "__main__":
    main(["mcp", "--index", os.environ["FOLDER"], "--http", sys.argv[-1]])
