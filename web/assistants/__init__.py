"""The Model Context Protocol: what the JSON API answers, as tools of assistants.

In: calls of tools by an assistant, over standard input or HTTP. Out: answers of the API with what was searched.
May import: web.production_server, web.application, web.api, web.site, models.
"""
