"""What every room stands on: Danish spelling, problems, dates, colours, geometry, processes and the build cache."""
