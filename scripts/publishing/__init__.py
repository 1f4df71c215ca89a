"""What is done to a built site before it is sent to a host."""
