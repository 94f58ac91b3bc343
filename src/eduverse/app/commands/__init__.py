"""Groups of commands, a module each: `eduverse chain …`, `eduverse content …`, and so on."""
