"""How likely a customer is content in the end, foretold while the ticket is open.

`course` says how a ticket has gone so far, `fitting` finds what that told of those that were rated,
`outlook` puts both into a forecast with its reasons and says how good the last ones were.
"""
