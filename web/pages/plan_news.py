"""What is new on the items of a follow-up plan since its makers last looked."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from web.plans.edit import save_always
from web.plans.kept_plans import plan_forms_only, plan_store
from web.plans.new_items import built_on
from web.plans.news import brought_up_to_date, news_of
from web.site.hidden_pages import hide
from web.site.served_index import coverage_on, served_index
from web.words.record_in_short import record_words
from web.words.sources_of_plan import citation_of

plan_news_pages = Blueprint("plan_news", __name__)
plan_news_pages.after_request(hide)


@plan_news_pages.get("/plan/<key>/news")
def news(key: str) -> str:
    """The items on which something is new."""
    plan, index = plan_store().get(key).plan, served_index()
    return render_template(
        "plan_news.html",
        key=key,
        plan=plan,
        coverage=coverage_on(plan.state) if plan.state else None,
        news=news_of(plan, index),
        built=built_on(index),
        citation=lambda entry: citation_of(entry, index),
        words=record_words,
    )


@plan_news_pages.post("/plan/<key>/news")
@plan_forms_only
def take_news(key: str) -> ResponseReturnValue:
    """Bring the plan up to date: what the page shows counts as known."""
    index = served_index()
    save_always(plan_store(), key, lambda plan: brought_up_to_date(plan, index))
    return redirect(url_for("plans.show", key=key), 303)
