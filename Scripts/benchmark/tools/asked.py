"""What all tools that are asked in SQL have in common."""

from .. import answers


class AskedInSQL:
    """Needs `sql`, and `_sample`, which asks a statement and makes the answer of its rows."""

    def count(self):
        return self._sample(self.sql.count, lambda rows: rows[0]["count"])

    def facet(self):
        return self._sample(self.sql.facet, answers.counts)

    def group(self):
        return self._sample(self.sql.group, answers.counts)
