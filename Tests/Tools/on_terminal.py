"""Runs a program on a pseudo-terminal: on_terminal.py COLUMNS PROGRAM ARGUMENT...

What it writes to standard error goes there as it is; standard output is a pipe whose content is
printed afterwards, behind a line "--".
"""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios

columns, command = int(sys.argv[1]), sys.argv[2:]
mine, theirs = pty.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
with tempfile.TemporaryFile() as output:
    process = subprocess.Popen(command, stdout=output, stderr=theirs, stdin=subprocess.DEVNULL)
    os.close(theirs)
    while True:
        try:
            part = os.read(mine, 1 << 16)
        except OSError:  # The last writer has gone.
            break
        if not part:
            break
        sys.stdout.buffer.write(part)
    status = process.wait()
    output.seek(0)
    sys.stdout.buffer.write(b"--\n" + output.read())
sys.exit(status)
