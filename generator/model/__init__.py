"""What each file may say: one pydantic model per file type, the source of checks, schema, guide and forms."""
