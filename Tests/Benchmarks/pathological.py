#!/usr/bin/env python3
"""Feed the program pages of 1 MB that are hard to read, and hold it to 2 s and 300 MB for each.

    pathological.py PROGRAM [--only WORD] [--random 40] [--seed 1] [--tries 3] [--all]

PROGRAM is the release program. Each page is the only one of a project, and `hakusho check` must end
with status 0, or with status 1 and an error that names the page. Shown are the time from start to
end and that of the processor, the best of some tries, and the peak resident size (wait4(2)), for
the slowest (for all with --all). One thread does the work, so the processor's time is what a quiet
machine needs; it is held to the bound, since on a busy machine the clock tells of the others. The
exit status is 1 where any page breaks a bound. Besides the tabled patterns there are random ones,
which a seed decides: a few pieces of markup in some order, repeated in one of several ways.
"""
import argparse
import itertools
import os
import resource
import subprocess
import sys
import tempfile
import time

from pathological_pages import SIZE, drawn, tabled

SECONDS, MEGABYTES = 2.0, 300
LINE = "%6.2f s (%5.2f s cpu) %6.0f MB  %3d  %-6s  %s"
SITE = "title: T\nurl: https://www.example.jp/\n"


def bound():
    """What the child may take, so that no pattern can hold up the others."""
    resource.setrlimit(resource.RLIMIT_CPU, (10, 11))
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))


def measure(program, project, output):
    """One run: seconds, those of the processor, megabytes, exit status."""
    with open(output, "wb") as out:
        start = time.monotonic()
        child = subprocess.Popen(
            [program, "check", "--project", project, "--lang", "en", "--jobs", "1"],
            stdout=out, stderr=out, preexec_fn=bound)
        _, status, usage = os.wait4(child.pid, 0)
    return (time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000,
            os.waitstatus_to_exitcode(status))


def answered(status, output):
    """Whether the run ended with a page, or with an error that names the page."""
    with open(output, "rb") as text:
        found = b"Content/pages/index.md" in text.read() if status == 1 else status == 0
    return found


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--only", default="", help="patterns whose group or name has this word")
    parser.add_argument("--random", type=int, default=40, help="how many random patterns")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tries", type=int, default=3)
    parser.add_argument("--all", action="store_true", help="show each pattern, as it is measured")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    rows, broken = [], 0
    with tempfile.TemporaryDirectory() as work:
        os.makedirs(work + "/Content/pages")
        with open(work + "/Content/site.yml", "w") as site:
            site.write(SITE)
        for group, name, text in itertools.chain(tabled(), drawn(options.seed, options.random)):
            if options.only not in group + " " + name:
                continue
            with open(work + "/Content/pages/index.md", "wb") as page:
                page.write(text.encode()[:SIZE])
            best, least, peak, isFine = 1e9, 1e9, 0, True
            for _ in range(options.tries):
                seconds, cpu, memory, status = measure(program, work, work + "/output")
                best, least, peak = min(best, seconds), min(least, cpu), max(peak, memory)
                isFine = isFine and answered(status, work + "/output")
                if least <= SECONDS or not isFine:
                    break
            isFine = isFine and least <= SECONDS and peak <= MEGABYTES
            broken += not isFine
            row = (best, least, peak, status, "" if isFine else "BROKEN", group + ": " + name[:70])
            rows.append(row)
            if options.all or not isFine:
                print(LINE % row, flush=True)
    if not options.all:
        print("the slowest, and those that need most memory:")
        shown = sorted(rows)[-15:] + sorted(rows, key=lambda row: row[2])[-5:]
        for row in shown:
            print(LINE % row)
    print("%d patterns, %d break a bound" % (len(rows), broken))
    sys.exit(1 if broken else 0)


main()
