"""`upr serve` over the sample of invented records: `python -m tests.web.small_site --port 8000`, with its options.

SECONDS_PER_MATCH in the environment makes each answer to an issue take so long, SECONDS_FOR_REQUEST is how long a
request may take to arrive, INVENTED_INDEX names the folder.
"""

import os
import sys
import time

from search import SearchIndex
from search.datamodel.answer import Answer
from search.datamodel.question import IssueQuestion
from web import bounded_server
from web.command_line import main

match = SearchIndex.match


def match_slowly(index: SearchIndex, question: IssueQuestion) -> Answer:
    time.sleep(float(os.environ.get("SECONDS_PER_MATCH", "0")))
    return match(index, question)


if __name__ == "__main__":
    SearchIndex.match = match_slowly
    bounded_server.SECONDS_FOR_REQUEST = int(os.environ.get("SECONDS_FOR_REQUEST", bounded_server.SECONDS_FOR_REQUEST))
    main(["serve", "--index", os.environ["INVENTED_INDEX"], *sys.argv[1:]])
