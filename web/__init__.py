"""The site, the JSON API and the commands `serve` and `demo`."""
