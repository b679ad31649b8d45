"""Views become documents here, through Jinja: the only room that knows templates, Markdown and HTML."""
