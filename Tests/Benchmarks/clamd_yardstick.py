"""How fast clamd judges files, asked by `hakusho scan` and by a plain client of one file.

    python3 Tests/Benchmarks/clamd_yardstick.py PROGRAM [ROUNDS]

Starts a clamd of its own with two signatures, writes 2,000 files of 20 kB, and lets the two take
turns: the plain client (one IDSESSION, 16 files without an answer at a time) and the program. The
ratios of one round are what to compare: the machine's speed drifts, and clamd takes most of it.
"""

import os
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time

FILES, SIZE, WINDOW = 2000, 20_000, 16


def start_clamd(folder):
    """A clamd with a database of its own; returns the process and the path of its socket."""
    halves = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"]
    os.makedirs(f"{folder}/db")
    os.makedirs(f"{folder}/tmp")
    with open(f"{folder}/db/test.ndb", "w") as database:
        database.write("Test.Eicar.NDB:0:*:" + "".join(halves).encode().hex() + "\n")
    path = f"{folder}/clamd.sock"
    with open(f"{folder}/clamd.conf", "w") as settings:
        settings.write(
            f"DatabaseDirectory {folder}/db\nLocalSocket {path}\nPidFile {folder}/pid\n"
            f"TemporaryDirectory {folder}/tmp\nForeground yes\n"
            # What was judged once would be known in the next round.
            "DisableCache yes\n")
    process = subprocess.Popen(
        ["/usr/sbin/clamd", "-c", f"{folder}/clamd.conf"], stdout=subprocess.DEVNULL)
    while not os.path.exists(path):
        time.sleep(0.02)
    return process, path


def ask_plainly(path, names):
    """Judges all files over one IDSESSION; returns the number of those that are OK."""
    session = socket.socket(socket.AF_UNIX)
    session.connect(path)
    session.sendall(b"zIDSESSION\0")
    room = threading.Semaphore(WINDOW)
    clean = 0

    def send():
        for name in names:
            room.acquire()
            with open(name, "rb") as file:
                content = file.read()
            session.sendall(
                b"zINSTREAM\0" + struct.pack(">I", len(content)) + content + b"\0\0\0\0")

    sender = threading.Thread(target=send)
    sender.start()
    left, partial = len(names), b""
    while left:
        partial += session.recv(65536)
        *answers, partial = partial.split(b"\0")
        for answer in answers:
            clean += answer.endswith(b": stream: OK")
            left -= 1
            room.release()
    sender.join()
    session.sendall(b"zEND\0")
    session.close()
    return clean


def main():
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        clamd, path = start_clamd(folder)
        try:
            os.makedirs(f"{folder}/files")
            names = [f"{folder}/files/{number}.bin" for number in range(FILES)]
            for name in names:
                with open(name, "wb") as file:
                    file.write(os.urandom(SIZE))
            ratios = []
            for number in range(rounds):
                start = time.monotonic()
                assert ask_plainly(path, names) == FILES
                plain = time.monotonic() - start
                start = time.monotonic()
                run = subprocess.run(
                    [program, "scan", f"{folder}/files", "--clamd", path, "--quiet",
                     "--accept-unknown-signatures"], stdout=subprocess.PIPE, cwd=folder)
                own = time.monotonic() - start
                assert run.returncode == 0 and run.stdout.count(b"\nclean\t") == FILES - 1
                ratios.append(plain / own)
                print(f"plain client {FILES / plain:6.0f} files/s   "
                      f"hakusho {FILES / own:6.0f} files/s   ratio {plain / own:.2f}")
            print(f"median ratio {statistics.median(ratios):.2f}")
        finally:
            clamd.terminate()
            clamd.wait()


main()
