#!/usr/bin/env python3
"""Time how soon a change of one page is on the screen, against a cold build of the same site.

    preview.py HAKUSHO [--pages 10000] [--rounds 15] [--edits 1000] [--port 4567]

HAKUSHO is the built program. Needs chromedriver and chromium (Debian: chromium-driver). The site is
that of four-levels.py with one output. Each round builds nothing but changes one page's text and
waits until the open browser has painted it; the moments are those of closing the file and of the
browser's first paint (Paint Timing). After that, many pages are changed one after the other, and
the server's resident memory is read before and after.
"""
import argparse
import http.client
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))


class Browser:
    """As much of WebDriver as is needed here."""

    def __init__(self):
        self.driver = subprocess.Popen(["chromedriver", "--port=9876"], stdout=subprocess.DEVNULL)
        self.base = "http://127.0.0.1:9876"
        for _ in range(100):
            try:
                urllib.request.urlopen(self.base + "/status")
                break
            except OSError:
                time.sleep(0.05)
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu"]
        session = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": {"args": arguments}}}})
        self.base += "/session/" + session["sessionId"]

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            self.base + path, method=method, headers={"Content-Type": "application/json"},
            data=None if body is None else json.dumps(body).encode())
        return json.load(urllib.request.urlopen(request))["value"]

    def open(self, url):
        self.ask("POST", "/url", {"url": url})

    def evaluate(self, script, *values):
        return self.ask("POST", "/execute/sync", {"script": script, "args": list(values)})

    def end(self):
        try:
            self.ask("DELETE", "")
        finally:
            self.driver.terminate()


def change(path, words):
    """Writes words at the end of a page; returns the moment at which the file was closed."""
    with open(path, encoding="utf-8") as page:
        text = page.read().split("\nMARK")[0]
    with open(path, "w", encoding="utf-8") as page:
        page.write(text + "\nMARK " + words + "\n")
    return time.time() * 1000


def painted(browser, words):
    """When the browser painted the page that has the words, in milliseconds since 1970."""
    script = """
        const paint = performance.getEntriesByName("first-contentful-paint")[0]
        return document.body.textContent.includes(arguments[0]) && paint
            ? performance.timeOrigin + paint.startTime : null"""
    for _ in range(2000):
        try:
            moment = browser.evaluate(script, words)
        except OSError:
            moment = None  # The page is being loaded again.
        if moment:
            return moment
        time.sleep(0.005)
    sys.exit("the change was not shown")


def memory(process):
    with open("/proc/%d/status" % process.pid) as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def answered(port, path, words):
    """Waits until the server has the words."""
    while True:
        connection = http.client.HTTPConnection("localhost", port)
        connection.request("GET", path)
        if words.encode() in connection.getresponse().read():
            return
        time.sleep(0.002)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hakusho")
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--port", type=int, default=4567)
    options = parser.parse_args()
    tool = os.path.abspath(options.hakusho)
    work = tempfile.mkdtemp()
    subprocess.check_call([
        sys.executable, os.path.join(HERE, "four-levels.py"), work, "--pages", str(options.pages),
        "--outputs", "1"])
    cold = []
    for _ in range(3):
        shutil.rmtree(os.path.join(work, "Site"), ignore_errors=True)
        start = time.time()
        subprocess.run([tool, "build", "--project", work], stderr=subprocess.DEVNULL)
        cold.append((time.time() - start) * 1000)
    build = statistics.median(cold)
    server = subprocess.Popen(
        [tool, "serve", "--project", work, "--port", str(options.port)], stderr=subprocess.PIPE)
    server.stderr.readline()
    browser = Browser()
    try:
        page, path = os.path.join(work, "Content/pages/s01/p00001.md"), "/s01/p00001/"
        browser.open("http://localhost:%d%s" % (options.port, path))
        time.sleep(2)
        times = []
        for number in range(options.rounds):
            closed = change(page, "round%d." % number)
            times.append(painted(browser, "round%d." % number) - closed)
            time.sleep(1)
        shown = statistics.median(times)
        print("cold build of %d pages: %.0f ms" % (options.pages, build))
        print("on the screen after: %.0f ms (%.0f to %.0f), 1/%.1f of the build" % (
            shown, min(times), max(times), build / shown))
        browser.open("about:blank")
        marks = []
        for number in range(options.edits):
            other = number * 7919 % options.pages
            name = "s%02d/p%05d" % (other % 100, other)
            change(os.path.join(work, "Content/pages", name + ".md"), "edit%d." % number)
            answered(options.port, "/" + name + "/", "edit%d." % number)
            if number % max(1, options.edits // 5) == 0:
                marks.append(memory(server))
        marks.append(memory(server))
        print("memory over %d edits, MiB: %s" % (
            options.edits, ", ".join("%.0f" % mark for mark in marks)))
    finally:
        browser.end()
        server.terminate()
        shutil.rmtree(work)


main()
