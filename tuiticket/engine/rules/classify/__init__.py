"""Reading a customer's words: what a ticket is about, learned from what people decided before.

Nothing here knows a store. `features` turns a text into numbered features, `learner` weighs them,
`decisions` says from which margin on the learner may act alone, `judging` puts that into one
verdict with its reasons, `training` learns a whole file and measures, `model` makes bytes of it.
"""
