#!/usr/bin/env python3
"""Plant broken links in a large corpus and compare what hakusho finds.

    planted.py HAKUSHO [--pages 10000] [--broken 200] [--work DIR]

HAKUSHO is the built program. Needs ../shared/bench/gen_corpus.py beside this
checkout; without it nothing is checked, and the last line says so.

Expected places are read from the pages themselves: the line and the column, in
characters, of each link whose text is `gone`. Exits 1 where a planted link is
not found at its place, or anything else is found.
"""
import argparse, json, os, shutil, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
GENERATOR = os.path.join(HERE, "..", "..", "..", "shared", "bench", "gen_corpus.py")
SITE = """\
title: Corpus
url: https://example.com/
languages: [ja]
taxonomies: [tags]
outputs:
  all: {clearance: internal}
"""
LABELS = "levels: [{id: public}, {id: members}, {id: internal}]\n"


def project(work, pages, broken):
    content = os.path.join(work, "site", "Content")
    os.makedirs(content)
    subprocess.check_call([sys.executable, GENERATOR, os.path.join(content, "pages"),
                           "--pages", str(pages), "--broken", str(broken)])
    shutil.move(os.path.join(content, "pages", "uploads"), os.path.join(content, "uploads"))
    shutil.move(os.path.join(content, "broken.tsv"), work)
    for name, text in (("site.yml", SITE), ("labels.yml", LABELS),
                       (os.path.join("uploads", "folder.yml"), "label: public\n")):
        with open(os.path.join(content, name), "w") as file:
            file.write(text)
    return os.path.join(work, "site")


def planted(site, work):
    places = []
    with open(os.path.join(work, "broken.tsv")) as rows:
        for row in rows:
            page, kind = row.rstrip("\n").split("\t")
            path = "Content/pages/" + page
            mark = "missing-" if kind == "page" else "no-such-part-"
            with open(os.path.join(site, path), encoding="utf-8") as text:
                for number, line in enumerate(text, 1):
                    column = line.find("[gone](")
                    if column >= 0 and mark in line:
                        code = "link.page-missing" if kind == "page" else "link.anchor-missing"
                        places.append((path, number, column + 1, code))
    return places


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hakusho")
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--broken", type=int, default=200)
    parser.add_argument("--work", help="folder to work in, emptied first")
    options = parser.parse_args()
    if not os.path.exists(GENERATOR):
        print("skipped: there is no ../shared/bench/gen_corpus.py")
        return
    work = options.work or os.path.join(tempfile.mkdtemp(), "planted")
    shutil.rmtree(work, ignore_errors=True)
    site = project(work, options.pages, options.broken)
    start = time.monotonic()
    run = subprocess.run(
        [os.path.abspath(options.hakusho), "build", "--project", site, "--format", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    seconds = time.monotonic() - start
    expected = sorted(planted(site, work))
    found = sorted((d.get("file", ""), d.get("line", 0), d.get("column", 0), d["code"])
                   for d in json.loads(run.stdout)["diagnostics"])
    missed = [place for place in expected if place not in set(found)]
    others = [place for place in found if place not in set(expected)]
    print("%d pages, %d planted, %d found at their places, %d missed, %d others; exit %d, %.2f s"
          % (options.pages, len(expected), len(expected) - len(missed), len(missed), len(others),
             run.returncode, seconds))
    for name, places in (("missed", missed), ("other", others)):
        for place in places[:20]:
            print("%s: %s:%d:%d %s" % ((name,) + place))
    if found != expected or run.returncode != 1:
        sys.exit(1)


main()
