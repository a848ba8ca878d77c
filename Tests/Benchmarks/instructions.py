#!/usr/bin/env python3
"""Count the instructions of each part of a build and compare them with the recorded ones.

    instructions.py [--record] [--strict] [--program FILE] [--recorded FILE] [PART...]

FILE is the built program `Benchmarks`. Each PART (all, where none is named) is done
a few times and then some times more under valgrind's callgrind; the difference,
divided, is what doing it once takes, without getting ready.

Exits 1 where a part takes over 10 % more instructions than recorded, or the parts
are not the recorded ones; 2 where nothing can be counted. Where the compiler or
another thing that decides the counts is not the recorded one, it only warns, unless
`--strict`. `--record` writes the counts down instead of comparing them.
"""
import argparse, os, platform, re, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(HERE, "..", "..", ".build", "release", "Benchmarks")
FEW, MANY = 2, 7  # rounds
LIMIT = 0.10
# Without random seeds for hashes; and nothing else, since the environment lies in memory.
ENVIRONMENT = {"SWIFT_DETERMINISTIC_HASHING": "1"}
ANEW = "./hakusho benchmark --record"


def give_up(words):
    print("instructions.py: " + words, file=sys.stderr)
    sys.exit(2)


def output(*command, **options):
    """What a command says, both outputs; ends the script where it fails."""
    try:
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             text=True, **options)
    except OSError as error:
        give_up("%s: %s" % (command[0], error.strerror))
    if run.returncode != 0:
        give_up("%s failed (%d):\n%s" % (" ".join(command), run.returncode, run.stdout))
    return run.stdout


def conditions():
    """What decides the counts besides Hakusho's sources."""
    features = ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            # Of what processors can do, valgrind shows the program AVX2 at most.
            features = " avx2" if " avx2 " in file.read() else ""
    swift = re.search(r"Swift version (\S+)", output("swiftc", "--version"))
    return {
        "swift": swift.group(1) if swift else "unknown",
        "libcmark-gfm": output("pkg-config", "--modversion", "libcmark-gfm").strip(),
        "valgrind": output("valgrind", "--version").strip().replace("valgrind-", ""),
        "libc": " ".join(platform.libc_ver()),
        "processor": platform.machine() + features,
    }


def collected(program, part, rounds):
    valgrind = shutil.which("valgrind") or give_up("there is no valgrind")
    text = output(valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null",
                  program, part, str(rounds), env=ENVIRONMENT)
    found = re.search(r"Collected : (\d+)", text)
    return int(found.group(1)) if found else give_up("valgrind counted nothing:\n" + text)


def count(program, wanted):
    """The instructions of one round, by part."""
    if not os.access(program, os.X_OK):
        give_up("no program at %s; run ./hakusho benchmark" % program)
    parts = output(program, "list").split()
    for part in wanted:
        if part not in parts:
            give_up("there is no part '%s', only %s" % (part, ", ".join(parts)))
    with tempfile.TemporaryDirectory(prefix="instructions-") as folder:
        # Valgrind 3.19 gives up at the compiler's debugging information.
        bare = os.path.join(folder, "Benchmarks")
        output("strip", "--strip-debug", "-o", bare, program)
        return {part: (collected(bare, part, MANY) - collected(bare, part, FEW)) // (MANY - FEW)
                for part in wanted or parts}


def read(path):
    """The recorded conditions and counts."""
    known, counts = {}, {}
    try:
        with open(path) as file:
            for line in file:
                fields = line.rstrip("\n").split("\t")
                if len(fields) != 2:
                    continue
                if fields[0].startswith("# "):
                    known[fields[0][2:]] = fields[1]
                elif fields[1].isdigit():
                    counts[fields[0]] = int(fields[1])
    except OSError as error:
        give_up("%s: %s" % (path, error.strerror))
    return known, counts


def record(path, known, counts):
    with open(path, "w") as file:
        file.write("# Instructions of one round of each part, written by '%s'.\n" % ANEW)
        file.writelines("# %s\t%s\n" % pair for pair in known.items())
        file.write("part\tinstructions\n")
        file.writelines("%s\t%d\n" % pair for pair in counts.items())


def table(counts, before):
    print("%-14s%15s%15s%10s" % ("part", "recorded", "now", "change"))
    for part, now in counts.items():
        then = before.get(part)
        print("%-14s%15s%15s%10s" % (
            part, "{:,}".format(then) if then else "-", "{:,}".format(now),
            "%+.1f %%" % (100 * (now / then - 1)) if then else "-"))


def compare(counts, before, isWhole):
    """Says what differs; returns whether that is an error."""
    grown = False
    for part, now in counts.items():
        if part not in before:
            grown = True
            print("%s is not recorded; run %s" % (part, ANEW))
            continue
        change = now / before[part] - 1
        if abs(change) > LIMIT:
            grown = grown or change > 0
            print("%s takes %.1f %% %s instructions: %s recorded, %s now" % (
                part, 100 * abs(change), "more" if change > 0 else "fewer",
                "{:,}".format(before[part]), "{:,}".format(now)))
            print("  find out why, or, where that is meant, record it: %s" % ANEW if change > 0
                  else "  record that, so that it stays so: %s" % ANEW)
    gone = [part for part in before if isWhole and part not in counts]
    for part in gone:
        print("%s is recorded and is no part any more; run %s" % (part, ANEW))
    return grown or bool(gone)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("parts", nargs="*", metavar="PART")
    ap.add_argument("--record", action="store_true"); ap.add_argument("--strict", action="store_true")
    ap.add_argument("--program", default=PROGRAM)
    ap.add_argument("--recorded", default=os.path.join(HERE, "instructions.tsv"))
    a = ap.parse_args()
    if a.record and a.parts:
        give_up("--record is for all parts")
    known, before = ({}, {}) if a.record else read(a.recorded)
    here = conditions()
    counts = count(os.path.abspath(a.program), a.parts)
    if a.record:
        record(a.recorded, here, counts)
    table(counts, before)
    if a.record:
        return 0
    others = ["%s is %s, recorded with %s" % (name, here[name], known.get(name, "another"))
              for name in here if here[name] != known.get(name)]
    print("\n".join(others), end="\n" if others else "")
    failed = compare(counts, before, not a.parts)
    if failed and others and not a.strict:
        print("only a warning, since the counts were recorded with other versions")
        return 0
    return 1 if failed else 0


sys.exit(main())
