"""Questions in the files of other systems: read and written, with a report of what did not go through. Pure."""
