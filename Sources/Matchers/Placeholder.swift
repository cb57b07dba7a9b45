// Matchers
