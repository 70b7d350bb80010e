"""What the desk is made of: frozen values and enumerations, one file per aggregate."""
