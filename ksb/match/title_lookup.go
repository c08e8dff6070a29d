package match

import (
	"cmp"
	"slices"
	"sort"
)

// lookup finds numbers by a hash of what they stand under. Several may stand under one.
type lookup struct {
	keys   []uint64
	values []uint32
}

func (l *lookup) add(key uint64, value uint32) {
	l.keys, l.values = append(l.keys, key), append(l.values, value)
}

// freeze sorts by key and value and drops what was added twice.
func (l *lookup) freeze() {
	order := make([]int, len(l.keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(l.keys[a], l.keys[b]), cmp.Compare(l.values[a], l.values[b]))
	})
	var sorted lookup
	for _, i := range order {
		if n := len(sorted.keys) - 1; n < 0 || sorted.keys[n] != l.keys[i] || sorted.values[n] != l.values[i] {
			sorted.add(l.keys[i], l.values[i])
		}
	}
	*l = lookup{slices.Clip(sorted.keys), slices.Clip(sorted.values)}
}

// find returns the numbers under a key, in order.
func (l *lookup) find(key uint64) []uint32 {
	low := sort.Search(len(l.keys), func(i int) bool { return l.keys[i] >= key })
	high := low
	for high < len(l.keys) && l.keys[high] == key {
		high++
	}
	return l.values[low:high]
}

// digest is a hash of texts in order (FNV-1a, 64 bits): a zero byte ends each.
type digest uint64

func newDigest() digest { return 14695981039346656037 }

func (d digest) text(s string) digest {
	for i := range len(s) {
		d = (d ^ digest(s[i])) * 1099511628211
	}
	return d
}

func (d digest) end() digest { return d * 1099511628211 }
