"""Attribution: how much of an outcome is owed to which mechanism."""
