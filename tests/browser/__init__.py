"""Journeys of readers in a real Chromium."""
