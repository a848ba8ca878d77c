// What Hakusho needs of Linux and Swift's Glibc does not show: the state of the system's clock
// (adjtimex(2)), the flush of a whole file system (syncfs(2), hidden behind _GNU_SOURCE), a
// folder's flags (ioctl_iflags(2), macros that Swift cannot read), opening without leaving a
// folder (openat2(2), a system call without a function in the C library), and reading without a
// note of when (O_NOATIME of open(2), hidden behind _GNU_SOURCE).
#ifdef __linux__
#include <errno.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <unistd.h>

int syncfs(int descriptor);

// O_NOATIME; the same on x86 and ARM.
static const int hakusho_noatime = 01000000;

// Sets FS_TOPDIR_FL on a folder of ext2, ext3 or ext4. Returns 0, or -1 where the file system
// has no such flag or does not allow it.
static inline int hakusho_set_topdir(int descriptor) {
    int flags = 0;
    const int topdir = 0x00020000;
    if (ioctl(descriptor, _IOR('f', 1, long), &flags) != 0) return -1;
    if (flags & topdir) return 0;
    flags |= topdir;
    return ioctl(descriptor, _IOW('f', 2, long), &flags);
}

// Opens a path below a folder, without leaving it and without following any link. Returns a
// descriptor, or -1 with errno.
static inline long hakusho_open_beneath(int folder, const char *path, unsigned long long flags) {
    struct { unsigned long long flags, mode, resolve; } how = {
        flags, 0, 0x08 /* RESOLVE_BENEATH */ | 0x04 /* RESOLVE_NO_SYMLINKS */
            | 0x02 /* RESOLVE_NO_MAGICLINKS */ };
    const long openat2 = 437; // The same on every architecture.
    return syscall(openat2, folder, path, &how, sizeof how);
}
#endif
