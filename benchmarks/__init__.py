"""What tuiticket costs, measured: run each with `python -m benchmarks.NAME`."""
