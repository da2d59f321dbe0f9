"""How to read the results, and whether the site is up."""

from flask import Blueprint, render_template

from models.vocabularies.ratifications import AS_OF
from web.site.served_index import served_index

about_pages = Blueprint("about", __name__)


@about_pages.get("/about")
def about() -> str:
    """What positions mean, how results are found, privacy, limits."""
    return render_template("about.html", overview=served_index().overview(), ratifications_as_of=AS_OF)


@about_pages.get("/healthz")
def health() -> dict[str, object]:
    """Whether the site answers from its index: for a load balancer."""
    return {"status": "ok", "recommendations": served_index().overview().recommendations}
