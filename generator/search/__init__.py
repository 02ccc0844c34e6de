"""Pages → what the browser searches: records with synonyms and parts of compounds, indexed by Pagefind."""
