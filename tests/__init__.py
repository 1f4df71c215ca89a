"""Tests, one file for each module with the same name; tests/browser/ in a real Chromium."""
