"""What scripts/serve.py is made of: who watches the files, who makes the pages, who shows them."""
