#!/usr/bin/env python3
"""Fails where a score falls under its floor: floors.py SET SCORES.json"""
import json
import sys

FLOORS = {
    "seeds": {"mentions": 0.94, "dates value": 0.95, "entities": 0.92, "attributions": 0.74, "claims": 0.78, "precision": 0.88},
    "wikinews": {"mentions": 0.91, "dates value": 0.95, "entities": 0.92, "attributions": 0.77, "claims": 0.80, "precision": 0.93},
}
name, path = sys.argv[1:3]
scores = json.load(open(path, encoding="utf-8"))
low = []
for key, floor in FLOORS[name].items():
    value = scores["claims"]["P"] if key == "precision" else scores[key]["F1"]
    print(f"{name}: {key} {value} (floor {floor})")
    if value < floor:
        low.append(key)
sys.exit(f"{name}: under the floor: {', '.join(low)}" if low else 0)
