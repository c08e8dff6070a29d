package match

// Embedder turns texts into vectors whose cosine is their likeness: a user's word vectors
// or transformer, as one more ranker of the same weight. Vectors all have one length; the
// result has one for each text, in order. It must be safe for use by many goroutines and
// give the same vectors for the same texts. None is shipped.
type Embedder interface {
	Embed(texts []string) ([][]float32, error)
}
