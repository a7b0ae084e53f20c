"""Records of the type aws.apigatewayv2_integrationresponse as NDJSON: the same bytes for the same count and seed.

Accounts are unequal. Tags have few values (env), some (team), many (cost-center) and one for nearly each record (Name).
A few records have empty tags or none. What a record is decided by are sixteen numbers of 16 bits.
"""

import struct

from . import vocabulary

NUMBERS = struct.Struct("<16H")
BLOCK = 8_192
# Odd, so that each number of 40 bits has its own identifier, and neighbours have none that are alike.
SCRAMBLE, IDENTIFIERS = 0x9E3779B97F4A7C15, (1 << 40) - 1


def write_records(path, count, seed):
    """Writes so many records to a new file; what stands before a cut-off is the same for any larger count."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for lines in blocks(count, seed):
            file.write("".join(lines))


def blocks(count, seed):
    """The lines, some thousand at a time."""
    source = vocabulary.seeded(seed)
    line = line_maker(source, seed)
    for first in range(0, count, BLOCK):
        numbers = NUMBERS.iter_unpack(source.randbytes(BLOCK * NUMBERS.size))
        yield [line(number, chosen) for number, chosen in zip(range(first, min(first + BLOCK, count)), numbers)]


def line_maker(source, seed):
    """A function that makes a line from a record's place and its numbers."""
    accounts = vocabulary.account_slots(source)
    regions, services, teams = vocabulary.REGIONS, vocabulary.SERVICES, vocabulary.TEAMS
    mappings = [vocabulary.header_mappings(source) for _ in range(2_048)]
    templates = [vocabulary.templates(source) for _ in range(64)]
    environments = vocabulary.spread(vocabulary.ENVIRONMENTS, 16)
    owners, selections = vocabulary.owners(source), vocabulary.SELECTIONS
    contents = [""] * 6 + ['"content_handling_strategy":"CONVERT_TO_TEXT",'] * 7 \
        + ['"content_handling_strategy":"CONVERT_TO_BINARY",'] * 3

    def line(number, chosen):
        (account, region, content, mapping, template, environment, team, service, cost, cost_center, name, stack,
         stack_number, owner, selection, tagged) = chosen
        identifier = ((number * 5 + seed) * SCRAMBLE) & IDENTIFIERS
        response = f"{identifier:010x}"
        api = f"{((number * 3 + seed) * SCRAMBLE) & IDENTIFIERS:010x}"
        service = services[service % len(services)]
        if tagged < 2_000:
            tags = '"tags":{},' if tagged & 1 else ""
        else:
            more = f',"cost-center":"cc-{cost_center & 1023:04}"' if cost < 45_000 else ""
            if name & 1:
                more += f',"Name":"{service}-{response}"'
            if stack & 1:
                more += f',"aws:cloudformation:stack-name":"{service}-{stack_number & 63}"'
            tags = (f'"tags":{{"env":"{environments[environment & 15]}","team":"{teams[team & 63]}",'
                    f'"service":"{service}"{more}{owners[owner & 255]}}},')
        return (f'{{"_key":"arn:aws:apigateway:{regions[region & 3]}::/apis/{api}/integrations/{api[3:]}'
                f'/integrationresponses/{response}","account_id":"{accounts[account]}",{contents[content & 15]}'
                f'"integration_response_id":"{response}","response_parameters":{mappings[mapping & 2047]},'
                f'"response_templates":{templates[template & 63]},{tags}'
                f'"template_selection_expression":{selections[selection & 3]}}}\n')

    return line


def write_all_but_last(source, path):
    """Copies a file of records without its last one."""
    with open(source, "rb") as whole, open(path, "wb") as part:
        previous = None
        for line in whole:
            if previous is not None:
                part.write(previous)
            previous = line
