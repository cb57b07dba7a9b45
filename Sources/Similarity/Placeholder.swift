// Similarity
