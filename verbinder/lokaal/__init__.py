"""The embedded default: a real PostgreSQL and a real broker, for development and trying out.

Nothing here runs in production. Settings read the addresses of these servers before Django is
there, so no module of this package imports Django, but for `inrichten`.
"""
