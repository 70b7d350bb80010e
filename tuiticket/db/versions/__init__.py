"""The revisions of the schema, in the order of their numbers; none is changed once released.

A revision that changes the tables comes with the same change in `tables` or `schema` and one more in
`connection.SCHEMA_VERSION`; a test holds that all revisions together make what `schema` makes.
"""
