package routes

// item is a number in a queue, and what it is queued by: the key in lexicographic order,
// then the number itself.
type item struct {
	key    Cost
	number int32
}

func (a *item) before(b *item) bool {
	if a.key[0] != b.key[0] {
		return a.key[0] < b.key[0]
	}
	return a.key != b.key && a.key.before(b.key) || a.key == b.key && a.number < b.number
}

// heap is a queue in which every node has four children: a shallower tree, and children
// that lie side by side in memory.
type heap []item

func (h *heap) push(it item) {
	*h = append(*h, it)
	list := *h
	i := len(list) - 1
	for i > 0 {
		up := (i - 1) / 4
		if !it.before(&list[up]) {
			break
		}
		list[i] = list[up]
		i = up
	}
	list[i] = it
}

// pop takes the least item; there must be one.
func (h *heap) pop() item {
	list := *h
	top, last := list[0], list[len(list)-1]
	list = list[:len(list)-1]
	*h = list
	if len(list) > 0 {
		list.sink(last)
	}
	return top
}

// sink lets an item fall from the top to its place.
func (h heap) sink(it item) {
	i := 0
	for {
		child := 4*i + 1
		if child >= len(h) {
			break
		}
		best := child
		for c := child + 1; c < min(child+4, len(h)); c++ {
			if h[c].before(&h[best]) {
				best = c
			}
		}
		if !h[best].before(&it) {
			break
		}
		h[i] = h[best]
		i = best
	}
	h[i] = it
}
