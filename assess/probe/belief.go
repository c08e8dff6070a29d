package probe

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Belief is a distribution over the states of a structure, updated by answers. It is
// not safe for use by many goroutines at once.
type Belief struct {
	structure Structure
	share     []float64 // by state; sums to 1
}

// NewBelief starts from a prior by state, such as the shares that
// assess/probe/blim estimates; it is scaled to sum to 1. nil: all states equally
// likely. The error wraps [ksb.ErrValue]: a structure without states, or a prior of
// another length, below 0, not finite, or 0 everywhere.
func NewBelief(s Structure, prior []float64) (*Belief, error) {
	b := &Belief{s, slices.Clone(prior)}
	if prior == nil {
		b.share = slices.Repeat([]float64{1}, len(s.States))
	}
	if len(b.share) != len(s.States) || len(b.share) == 0 {
		return nil, fmt.Errorf("%w: %d shares for %d states", ksb.ErrValue, len(b.share), len(s.States))
	}
	total := 0.0
	for _, p := range b.share {
		if !(p >= 0 && p <= 1e300) {
			return nil, fmt.Errorf("%w: a share of %g", ksb.ErrValue, p)
		}
		total += p
	}
	if !(total > 0 && total <= 1e300) {
		return nil, fmt.Errorf("%w: the shares sum to %g", ksb.ErrValue, total)
	}
	b.scale(total)
	return b, nil
}

func (b *Belief) scale(total float64) {
	for i := range b.share {
		b.share[i] /= total
	}
}

// Structure is what the belief is about.
func (b *Belief) Structure() Structure { return b.structure }

// Shares are the probabilities of the states, in their order, appended to dst.
func (b *Belief) Shares(dst []float64) []float64 { return append(dst, b.share...) }

// Marginals are the probabilities that the items are in the state, appended to dst.
func (b *Belief) Marginals(dst []float64) []float64 {
	first := len(dst)
	dst = append(dst, make([]float64, b.structure.Items)...)
	for i, state := range b.structure.States {
		for item := range state.Items() {
			dst[first+item] += b.share[i]
		}
	}
	for i := first; i < len(dst); i++ {
		dst[i] = min(dst[i], 1) // sums of rounded shares
	}
	return dst
}

// Entropy is how many bits are missing to know the state.
func (b *Belief) Entropy() (bits float64) {
	for _, p := range b.share {
		bits += surprise(p)
	}
	return bits
}

// Answer updates by Bayes' rule. An answer about an item that there is not, or that no
// state could give, changes nothing.
func (b *Belief) Answer(item int, yes bool, c Chance) {
	if item < 0 || item >= b.structure.Items {
		return
	}
	can, cannot := c.given(yes)
	total := 0.0
	for i, state := range b.structure.States {
		total += float64(b.share[i] * pick(state.Has(item), can, cannot))
	}
	if !(total > 0) {
		return
	}
	for i, state := range b.structure.States {
		b.share[i] = float64(b.share[i]*pick(state.Has(item), can, cannot)) / total
	}
}

func pick(first bool, a, b float64) float64 {
	if first {
		return a
	}
	return b
}
