"""From a catalogue on disk to a site in its place: read, check, swap; knows no engine."""
