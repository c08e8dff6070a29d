package solve

// chains are lists by number, in one room, the last entry first. For each number, first is
// the position of its list in links, which begins with an entry of none; 0: it is empty.
type chains struct {
	first []int32
	links []link
}

// link is an entry of a list: of what it speaks, and from when on.
type link struct{ next, of, time int32 }

// add puts an entry before the list of a number.
func (c *chains) add(i int, of, time int32) {
	c.links = append(c.links, link{c.first[i], of, time})
	c.first[i] = int32(len(c.links) - 1)
}
