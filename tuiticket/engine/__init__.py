"""The helpdesk itself: values, rules and commands, on the standard library alone."""
