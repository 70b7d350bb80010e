"""Pure functions of values and `now`: no store, no clock, no third-party library."""
