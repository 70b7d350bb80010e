"""What can be done to the tickets a screen is about, by idea: owning, filing, living, and more.

Each file is a part of `TicketActs`; its methods are what keys are bound to.
"""
