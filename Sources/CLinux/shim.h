// What Hakusho needs of Linux and Swift's Glibc does not show: the state of the system's clock
// (adjtimex(2)) and the flush of a whole file system (syncfs(2), hidden behind _GNU_SOURCE).
#ifdef __linux__
#include <sys/timex.h>
int syncfs(int descriptor);
#endif
