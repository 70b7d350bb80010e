"""Questions over the screen: each is answered with a few keys and gives its answer back."""
