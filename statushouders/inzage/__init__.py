"""Everything about one person as a document, for who asks what is kept of them (AVG art. 15)."""
