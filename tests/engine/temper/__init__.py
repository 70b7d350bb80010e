"""Reading how a customer feels."""
