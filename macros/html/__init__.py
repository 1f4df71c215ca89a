"""From templates and Markdown to safe HTML, and what a page may load, run and look like."""
