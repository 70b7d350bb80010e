"""The revisions of the schema, in the order of their numbers; none is changed once released.

A revision that changes the schema comes with the same change in `tables`, `schema` or `index` and
with one more in `connection.SCHEMA_VERSION`. A test holds that all revisions together make what
`schema` makes at once.
"""
