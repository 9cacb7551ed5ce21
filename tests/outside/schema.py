"""Every shipped rule fits the schema that `claimgraph rules schema` prints, and a wrong one does not.

    python3 tests/outside/schema.py CLAIMGRAPH FILE...

Understands the few keywords that the schema uses; a full validator is not needed for them.
"""

import json
import subprocess
import sys
import tomllib

program, *files = sys.argv[1:]
SCHEMA = json.loads(subprocess.run([program, "rules", "schema"], capture_output=True, text=True, check=True).stdout)
KNOWN = {"$ref", "$schema", "$defs", "title", "description", "type", "enum", "oneOf", "anyOf", "items", "minItems",
         "properties", "additionalProperties", "required"}
TYPES = {"string": str, "boolean": bool, "array": list, "object": dict}


def fits(value, schema):
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]])
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "oneOf" in schema and sum(fits(value, choice) for choice in schema["oneOf"]) != 1:
        return False
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        return False
    if isinstance(value, list) and "items" in schema:
        return len(value) >= schema.get("minItems", 0) and all(fits(item, schema["items"]) for item in value)
    if isinstance(value, dict) and "properties" in schema:
        known = all(key in schema["properties"] and fits(item, schema["properties"][key]) for key, item in value.items())
        return known and all(key in value for key in schema.get("required", []))
    return True


count = 0
for name in files:
    with open(name, "rb") as file:
        for kind, rules in tomllib.load(file).items():
            for rule in rules:
                count += 1
                assert fits(rule, SCHEMA["$defs"][kind]), f"{name}: {rule.get('id')} does not fit the schema"
                assert not fits({**rule, "colour": 1}, SCHEMA["$defs"][kind]), "an unknown key fits the schema"
                assert not fits({**rule, "id": 3}, SCHEMA["$defs"][kind]), "a number fits as id"
print(f"{count} rules fit the schema")
