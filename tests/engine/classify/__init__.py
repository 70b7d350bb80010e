"""Reading what a customer wrote: features, learner, verdicts."""
