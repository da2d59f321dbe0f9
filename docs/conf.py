"""How `make guides` makes a site of these pages, with Sphinx."""

import re

from sphinx.application import Sphinx

project = "UPR Follow-up"
root_doc = "index"
extensions = ["myst_parser"]
myst_heading_anchors = 3  # what GitHub gives headings, too: links with # lead to them
html_theme = "furo"
html_title = project
html_copy_source = False
html_show_sourcelink = False

ABOVE = {"README.md": "/readme.md", "CONTRIBUTING.md": "/contributing.md", "SECURITY.md": "/promises.md"}
"""Pages of the folder above, and those of the site that hold their text."""
LEFT_OUT = ("CHANGELOG.md", "LICENSE", "THIRD_PARTY.md", ".github/ISSUE_TEMPLATE")
"""What they link to that is no page of the site."""


def lead_into_site(app: Sphinx, name: object, source: list[str], text: list[str] | None = None) -> None:
    """Let links to files above this folder lead to the pages that hold their text."""
    text = text or source
    for above, within in ABOVE.items():
        text[0] = re.sub(rf"\]\((?:\.\./)*{re.escape(above)}", f"]({within}", text[0])
    text[0] = re.sub(rf"\[([^]]+)\]\((?:\.\./)*({'|'.join(map(re.escape, LEFT_OUT))})\)", r"\1", text[0])


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("source-read", lead_into_site)
    app.connect("include-read", lead_into_site)
