package match

import (
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match/rank"
)

// vectors are the names as the user's Embedder sees them, each of length 1.
type vectors struct {
	embedder Embedder
	names    [][]float32 // nil where a vector has no direction
	size     int
}

func newVectors(e Embedder, names []string) (*vectors, error) {
	if e == nil || len(names) == 0 {
		return nil, nil
	}
	made, err := e.Embed(names)
	if err != nil {
		return nil, fmt.Errorf("embedding the names: %w", err)
	}
	if len(made) != len(names) {
		return nil, fmt.Errorf("%w: %d vectors for %d texts", ksb.ErrValue, len(made), len(names))
	}
	v := &vectors{embedder: e, size: len(made[0])}
	for i := range made {
		if len(made[i]) != len(made[0]) {
			return nil, fmt.Errorf("%w: vectors of %d and of %d numbers", ksb.ErrValue, len(made[0]), len(made[i]))
		}
		v.names = append(v.names, unit(made[i]))
	}
	return v, nil
}

// nearest appends the names whose vectors are most like a text's. If the Embedder fails or
// gives another length of vector, there are none: the other rankers answer.
func (v *vectors) nearest(dst []rank.Hit, s *rank.Scratch, text string) []rank.Hit {
	made, err := v.embedder.Embed([]string{text})
	if err != nil || len(made) != 1 || len(made[0]) != v.size {
		return dst
	}
	asked := unit(made[0])
	if asked == nil {
		return dst
	}
	hits := make([]rank.Hit, 0, len(v.names))
	for i, name := range v.names {
		if likeness := dot(name, asked); likeness > 0 {
			hits = append(hits, rank.Hit{Doc: uint32(i), Score: likeness})
		}
	}
	return rank.Largest(dst, s, hits, neighbours)
}
