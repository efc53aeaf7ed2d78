// Placeholder until the module is merged.
