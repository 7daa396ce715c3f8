"""What differs between texts: words, aligned clauses, and edits asked for by their words."""
