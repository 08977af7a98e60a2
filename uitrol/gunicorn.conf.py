"""gunicorn in production, behind the proxy of docker-compose.yml."""

import os

bind = "0.0.0.0:8000"  # nosec B104 - inside the container; only the proxy can reach it
# Each thread holds a database connection: keep processes × threads far below max_connections.
workers = int(os.environ.get("WEB_PROCESSEN") or 2 * (os.cpu_count() or 1))
threads = int(os.environ.get("WEB_DRADEN") or 2)
worker_class = "gthread"
preload_app = True
# Pages have five seconds (DATABASE_STATEMENT_TIMEOUT_MS); a download may take longer.
timeout = 60
graceful_timeout = 30
max_requests = 5_000
max_requests_jitter = 500
# Heartbeat files in memory: a slow disk must not look like a dead process.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # nosec B108
control_socket_disable = True
# Who asked for what is in the logbook of the application; addresses may hold search words.
accesslog = None
loglevel = "warning"
