/// What was read or taken over is not what it is now: everything is done anew.
struct StaleReuse: Error {}
