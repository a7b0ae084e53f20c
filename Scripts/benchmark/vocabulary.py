"""What the members of a record are chosen from, as JSON text that is ready to be joined."""

import json
import random

SLOTS = 65_536

ENVIRONMENTS = {"prod": 7, "staging": 3, "dev": 4, "sandbox": 2}
REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1"]
TEAMS = [f"team-{number:02}" for number in range(64)]
SERVICES = [f"{area}-{part}" for area in
            ("billing", "cart", "catalogue", "chat", "claims", "fraud", "ledger", "login", "media", "notify",
             "orders", "payments", "pricing", "profile", "quotes", "reports", "returns", "search", "shipping",
             "stock", "support", "tickets", "tracking", "wallet")
            for part in ("api", "events", "gateway", "hooks", "jobs", "live", "push", "relay", "socket", "stream",
                         "sync", "updates", "web", "worker")]
FIRST_NAMES = ["Ada", "Alan", "Barbara", "Chen", "Edsger", "Fatima", "Grace", "Jürgen", "Katherine", "Niklaus",
               "Radia", "Žofie"]
LAST_NAMES = ["Dijkstra", "García", "Hopper", "Johnson", "Kovář", "Liskov", "Lovelace", "Müller", "O'Neill",
              "Perlman", "Turing", "Wirth"]
HEADERS = ["Access-Control-Allow-Origin", "Cache-Control", "Content-Language", "Content-Type", "ETag",
           "Retry-After", "Strict-Transport-Security", "X-Correlation-Id"]
STATIC_VALUES = ["'*'", "'no-store'", "'max-age=31536000; includeSubDomains'", "'application/json'", "'en'"]
TEMPLATES = [
    "$input.json('$.body')",
    '{"connectionId":"$context.connectionId","message":$input.json(\'$.message\')}',
    "#set($root = $input.path('$'))\n{\n  \"status\": \"$root.status\",\n  \"entries\": [\n"
    "#foreach($entry in $root.entries)\n    {\"id\": \"$entry.id\"}#if($foreach.hasNext),#end\n#end\n  ]\n}",
]
SELECTIONS = ["null", json.dumps(r"\$default"), json.dumps("${integration.response.statuscode}"),
              json.dumps("$integration.response.body.kind")]


def text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def account_slots(source, count=400):
    """Account numbers, the first ones in far more of the slots than the last."""
    numbers = [f"{source.randrange(10**11, 10**12)}" for _ in range(count)]
    weights = [1 / (place + 1) ** 0.8 for place in range(count)]
    return spread(dict(zip(numbers, weights)), SLOTS)


def spread(weights, slots):
    """So many slots, each value in as many of them as its weight says."""
    total, reached, chosen = sum(weights.values()), 0.0, []
    for value, weight in weights.items():
        reached += weight
        chosen += [value] * (round(reached / total * slots) - len(chosen))
    return chosen


def header_mappings(source):
    """Up to four response headers, each from a header or the body of the backend's response, or static."""
    mappings = {}
    for header in source.sample(HEADERS, source.randrange(5)):
        word = header.lower().replace("-", "_")
        mappings[f"method.response.header.{header}"] = source.choice([
            f"integration.response.header.{header}", f"integration.response.body.headers.{word}",
            source.choice(STATIC_VALUES)])
    return text(mappings)


def templates(source):
    chosen = {}
    if source.random() < 0.7:
        chosen["application/json"] = source.choice(TEMPLATES)
    if source.random() < 0.2:
        chosen["$default"] = source.choice(TEMPLATES)
    return text(chosen)


def owners(source):
    """Tags of half the people that there are, and none in half of the slots."""
    people = [f"{last}, {first}" for last in LAST_NAMES for first in FIRST_NAMES]
    return [f',"owner":{text(source.choice(people))}' for _ in range(128)] + [""] * 128


def seeded(seed):
    return random.Random(seed)
