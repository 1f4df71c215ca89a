"""What each macro shows: look up, render."""
