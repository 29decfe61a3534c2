"""What several wings need: text, figures, names, calendar, clock, jinja, places."""
