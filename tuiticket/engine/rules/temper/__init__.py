"""How a customer feels, from 0 (content) to 1 (furious), by the words they use.

`lexicon` holds the words, `threats` those that name a consequence, `scoring` adds them up, `tenth`
says from where on that is anger in this shop.
"""
