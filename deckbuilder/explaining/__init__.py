"""Every message code: what it means and how to put it right, one Markdown file each."""
