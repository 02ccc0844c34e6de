"""Pages → what the browser searches: records with other names and parts of compounds, in small files."""
