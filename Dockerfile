# The image of Verbinder for production: web, worker, beat and migreer run from it.
# Nothing in it is secret, nothing in it is written to, and it does not run as root.

# --- style sheets and font ------------------------------------------------------------------------
FROM node:24-bookworm-slim AS opmaak
WORKDIR /bouw
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

# --- Python packages ------------------------------------------------------------------------------
FROM python:3.11-slim-bookworm AS pakketten
COPY requirements-productie.lock /bouw/
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes --no-deps -r /bouw/requirements-productie.lock

# --- the application ------------------------------------------------------------------------------
FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    VERBINDER_OMGEVING=productie
WORKDIR /app
COPY --from=pakketten /venv /venv
COPY --from=opmaak /bouw/node_modules node_modules
COPY manage.py LICENSE ./
COPY regio regio
COPY statushouders statushouders
COPY verbinder verbinder
COPY templates templates
COPY static static
COPY uitrol/gunicorn.conf.py uitrol/gezond.py uitrol/
# Compiled here, because the running container cannot write. The values are for this step only:
# the settings want them, and collecting files uses none.
RUN SECRET_KEY=alleen-om-bestanden-te-verzamelen-en-nergens-anders-voor \
    ALLOWED_HOSTS=localhost \
    DATABASE_URL=postgres://niemand@localhost/niets \
    REDIS_URL=redis://localhost/0 \
    python manage.py collectstatic --no-input --verbosity 0 \
 && python -m compileall -q regio statushouders verbinder

RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin verbinder
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "--config", "uitrol/gunicorn.conf.py", "verbinder.wsgi"]
