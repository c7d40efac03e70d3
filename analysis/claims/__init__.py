"""The claims ledger: what the papers argue, each as a declared experiment."""
