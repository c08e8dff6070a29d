package rank

import (
	"math"
	"slices"
)

// Compare orders hits: the higher score first, equals by the document's number.
func (h Hit) Compare(other Hit) int {
	switch {
	case h.Score > other.Score:
		return -1
	case h.Score < other.Score:
		return 1
	}
	return int(h.Doc) - int(other.Doc)
}

// Largest appends to dst the k best of hits in whatever order: best first, equals by
// number. Scores are compared, and returned, as float32.
func Largest(dst []Hit, s *Scratch, hits []Hit, k int) []Hit {
	b := s.best(k)
	for _, h := range hits {
		b.offer(h.Doc, float32(h.Score))
	}
	return b.appendTo(dst, s)
}

// best keeps the k best documents that it is offered. A document and its score are one
// number, so that the greater number is the better document: the score's bits, made to
// rise with it, above the complement of the document's number.
type best struct {
	keys  []uint64
	k     int
	limit int     // how many keys are let in before all but the best are thrown out
	floor uint64  // no key up to it is among the best
	least float32 // the score of the floor
}

func (s *Scratch) best(k int) best {
	k = max(k, 0)
	return best{keys: s.keys[:0], k: k, limit: 64 + 4*min(k, 1<<16), least: float32(math.Inf(-1))}
}

func (b *best) offer(doc uint32, score float32) {
	key := uint64(rising(score))<<32 | uint64(^doc)
	if key <= b.floor {
		return
	}
	b.keys = append(b.keys, key)
	if len(b.keys) >= b.limit {
		b.cut()
	}
}

// cut throws out all but the k best.
func (b *best) cut() {
	if len(b.keys) > b.k {
		lead(b.keys, b.k)
		b.keys = b.keys[:b.k]
	}
	if len(b.keys) == b.k && b.k > 0 {
		b.floor = slices.Min(b.keys)
		b.least = falling(uint32(b.floor >> 32))
	}
	b.limit = max(b.limit, 2*len(b.keys))
}

// lead moves the k greatest of distinct keys to the front, in no order (Hoare's selection).
func lead(keys []uint64, k int) {
	for k > 0 && k < len(keys) {
		pivot := middle(keys[0], keys[len(keys)/2], keys[len(keys)-1])
		i, j := 0, len(keys)-1
		for i <= j {
			for keys[i] > pivot {
				i++
			}
			for keys[j] < pivot {
				j--
			}
			if i <= j {
				keys[i], keys[j] = keys[j], keys[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			keys = keys[:j+1]
		case k >= i:
			keys, k = keys[i:], k-i
		default:
			return
		}
	}
}

func middle(a, b, c uint64) uint64 { return max(min(a, b), min(max(a, b), c)) }

func (b *best) appendTo(dst []Hit, s *Scratch) []Hit {
	b.cut()
	slices.Sort(b.keys)
	for _, key := range slices.Backward(b.keys) {
		dst = append(dst, Hit{^uint32(key), float64(falling(uint32(key >> 32)))})
	}
	s.keys = b.keys[:0]
	return dst
}

// rising maps numbers to integers of the same order.
func rising(score float32) uint32 {
	const sign = 1 << 31
	if bits := math.Float32bits(score); bits < sign {
		return bits | sign
	} else {
		return ^bits
	}
}

// falling is the inverse of rising.
func falling(order uint32) float32 {
	const sign = 1 << 31
	if order >= sign {
		return math.Float32frombits(order &^ sign)
	}
	return math.Float32frombits(^order)
}
