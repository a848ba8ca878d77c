"""Runs a program on a pseudo-terminal: on_terminal.py COLUMNS [--answers TEXT] PROGRAM ARGUMENT...

What it writes to standard error goes there as it is; standard output is a pipe whose content is
printed afterwards, behind a line "--". Its standard input is empty, or the terminal, where TEXT is
typed.
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
stdin = subprocess.DEVNULL
if command[0] == "--answers":
    os.write(mine, command[1].encode())
    stdin, command = theirs, command[2:]
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
with tempfile.TemporaryFile() as output:
    process = subprocess.Popen(command, stdout=output, stderr=theirs, stdin=stdin)
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
