// Placeholder until the tests are merged.
