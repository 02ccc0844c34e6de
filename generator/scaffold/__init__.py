"""A new file: answers of a person → fields in order → text that validates → a file of their own."""
