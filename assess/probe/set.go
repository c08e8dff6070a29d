package probe

import (
	"fmt"
	"iter"
	"math/bits"

	"github.com/skillgap-go/skillgap/ksb"
)

// MaxItems is how many items a [Set] can hold.
const MaxItems = 64

// Set is a set of items 0 to 63, such as a knowledge state.
type Set uint64

// SetOf returns the set of some items; those outside 0 to 63 are not in it.
func SetOf(items ...int) (s Set) {
	for _, i := range items {
		s = s.With(i)
	}
	return s
}

// ParseSet reads a set as the literature prints it: "11010" holds items 0, 1 and 3. The
// error wraps [ksb.ErrValue].
func ParseSet(text string) (s Set, err error) {
	if len(text) > MaxItems {
		return 0, fmt.Errorf("%w: %d items, at most %d", ksb.ErrValue, len(text), MaxItems)
	}
	for i := range len(text) {
		switch text[i] {
		case '1':
			s = s.With(i)
		case '0':
		default:
			return 0, fmt.Errorf("%w: %.80q is not of 0 and 1", ksb.ErrValue, text)
		}
	}
	return s, nil
}

// Has tells whether the item is in the set.
func (s Set) Has(item int) bool { return item >= 0 && item < MaxItems && s>>item&1 == 1 }

// With returns the set and the item; an item outside 0 to 63 adds nothing.
func (s Set) With(item int) Set {
	if item < 0 || item >= MaxItems {
		return s
	}
	return s | 1<<item
}

// Holds tells whether all of t is in s.
func (s Set) Holds(t Set) bool { return t&^s == 0 }

// Len is how many items are in the set.
func (s Set) Len() int { return bits.OnesCount64(uint64(s)) }

// Items yields the items, ascending.
func (s Set) Items() iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(bits.TrailingZeros64(uint64(s))) {
				return
			}
		}
	}
}

// Pattern writes the first n items as [ParseSet] reads them.
func (s Set) Pattern(n int) string {
	text := make([]byte, max(n, 0))
	for i := range text {
		text[i] = '0'
		if s.Has(i) {
			text[i] = '1'
		}
	}
	return string(text)
}
