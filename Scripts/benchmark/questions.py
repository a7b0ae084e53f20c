"""What all tools are asked, in words that each of them puts in its own language."""

TYPE = "aws.apigatewayv2_integrationresponse"
FIRST_TAG, SECOND_TAG = ("env", "prod"), ("team", "team-07")
# The tag whose values are counted, and the one that is sorted by: it is another one for nearly each asset that has it.
FACET, SORT = "team", "Name"


class SQL:
    """The questions in SQL, over a table with the fields of the type."""

    def __init__(self, table, tag="tags ->> '{}'"):
        """`tag` is how the tool writes the value of a tag."""
        self.table, self._tag = table, tag

    def tag(self, key):
        return self._tag.format(key)

    def has(self, *tags):
        return " AND ".join(f"{self.tag(key)} = '{value}'" for key, value in tags)

    @property
    def held(self):
        return f"SELECT count(*) AS count FROM {self.table}"

    @property
    def count(self):
        return f"{self.held} WHERE {self.has(FIRST_TAG, SECOND_TAG)}"

    @property
    def facet(self):
        return (f"SELECT {self.tag(FACET)} AS value, count(*) AS count FROM {self.table}"
                f" WHERE {self.has(FIRST_TAG)} GROUP BY 1")

    @property
    def group(self):
        return f"SELECT {self.tag(FACET)} AS value, count(*) AS count FROM {self.table} GROUP BY 1"

    def asset(self, key, columns="*"):
        return f"SELECT {columns} FROM {self.table} WHERE _key = '{key}'"
