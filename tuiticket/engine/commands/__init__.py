"""What one can ask of the desk: each intent a frozen dataclass beside what carries it out."""
