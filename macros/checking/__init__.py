"""The rules that one file's model cannot know: references, figures and lists held against each other."""
