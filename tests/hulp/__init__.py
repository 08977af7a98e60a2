"""What the tests stand on: servers, databases, a worker and a browser of their own."""
