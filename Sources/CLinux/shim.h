// What Hakusho needs of Linux and Swift's Glibc does not show: the state of the system's clock
// (adjtimex(2)), the flush of a whole file system (syncfs(2), hidden behind _GNU_SOURCE), and a
// folder's flags (ioctl_iflags(2), macros that Swift cannot read).
#ifdef __linux__
#include <sys/ioctl.h>
#include <sys/timex.h>

int syncfs(int descriptor);

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
#endif
