/// What was taken over from the build before is not what it should be: everything is done anew.
struct StaleReuse: Error {}
