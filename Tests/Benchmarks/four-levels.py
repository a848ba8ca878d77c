#!/usr/bin/env python3
"""Write a project of labelled pages, to time one output against three.

    four-levels.py OUT --pages 10000 --outputs 1|3

Pages of about 4.5 kB in a hundred folders, on four levels, with ten links each to pages that rank
no higher, two tags and a date; every tenth page has a portion of the next level. With `--outputs
1` one output holds all pages; with `--outputs 3` there are public, members and staff.
"""
import argparse
import os
import random

LEVELS = ["public", "members", "internal", "secret"]
WORDS = ("情報 管理 運用 責任 分界 利用者 権限 監視 記録 保護 暗号 通信 復旧 世代 手順 方針 教育 資産 "
         "分類 公開 content label policy review release audit backup access control section network "
         "storage capacity notice recovery process customer provider service").split()
OUTPUTS = {
    1: "  staff: {clearance: secret}\n",
    3: "  public: {clearance: public}\n  members: {clearance: members}\n"
       "  staff: {clearance: secret}\n",
}


def level(number):
    """Half of the pages are public, a sixth is on each other level."""
    return [0, 0, 0, 1, 2, 3][number % 6]


def sentence(rng):
    return "".join(rng.choice(WORDS) + rng.choice(["", " "]) for _ in range(14)) + "。"


def page(rng, number, pages):
    own = level(number)
    lines = ["---", f"title: Page {number:05d}", f"label: {LEVELS[own]}",
             f"date: {2020 + number % 6}-{1 + number % 12:02d}-{1 + number % 28:02d}",
             f"tags: [t{number % 8}, u{number % 5}]", "---", ""]
    for part in range(8):
        lines += [f"## Part {part}", ""]
        for _ in range(3):
            lines += [" ".join(sentence(rng) for _ in range(3)), ""]
        if part < 5:
            for _ in range(2):
                other = rng.randrange(pages)
                while level(other) > own:
                    other = rng.randrange(pages)
                lines += [f"See [it](../s{other % 100:02d}/p{other:05d}.md#part-{part}).", ""]
    if number % 10 == 0 and own < 3:
        lines += [f":::label {LEVELS[own + 1]}", "## Closer", "", sentence(rng), ":::", ""]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--outputs", type=int, choices=[1, 3], default=3)
    given = parser.parse_args()
    files = {
        "site.yml": "title: Bench\nurl: https://www.example.jp/\ntaxonomies: [tags]\n"
                    "page_size: 100\noutputs:\n" + OUTPUTS[given.outputs],
        "labels.yml": "levels: [" + ", ".join(f"{{id: {name}}}" for name in LEVELS) + "]\n"
                      "default: secret\n",
        "pages/index.md": "---\ntitle: Home\nlabel: public\n---\n",
    }
    rng = random.Random(1)
    for number in range(given.pages):
        files[f"pages/s{number % 100:02d}/p{number:05d}.md"] = page(rng, number, given.pages)
    for path, text in files.items():
        path = os.path.join(given.out, "Content", path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
