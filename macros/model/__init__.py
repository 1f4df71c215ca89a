"""What the content is: the fields, the models made of them, and the shared lists."""
