package render

import "slices"

// The measures of a drawing, in pixels.
const (
	boxWidth   = 206
	lineHeight = 16
	boxPadding = 10
	noteHeight = 18
	rowGap     = 22
	columnGap  = 60
	bendHeight = 12
	margin     = 24
)

func (b *box) height() int {
	h := len(b.words)*lineHeight + 2*boxPadding
	if lines := len(b.noted()); lines > 0 {
		h += noteHeight + (lines-1)*lineHeight
	}
	return max(h, 44)
}

// noted is the note in brackets, in lines.
func (b *box) noted() []string {
	if b.note == "" {
		return nil
	}
	return wrapped("["+b.note+"]", titleWidth)
}

// place finds where each node stands: columns from left to right, and within a column
// each as near to the middle of its neighbours as the others allow. It returns the size
// of the drawing.
func (l *layout) place() (width, height int) {
	for c, column := range l.columns {
		y := 0
		for _, n := range column {
			l.nodes[n].x = margin + c*(boxWidth+columnGap)
			l.nodes[n].y = y + l.nodes[n].height/2
			y += l.nodes[n].height + rowGap
		}
	}
	for sweep := range sweeps {
		for i := range l.columns {
			if sweep%2 == 0 {
				l.settle(i, func(n *node) []int { return n.before })
			} else {
				l.settle(len(l.columns)-1-i, func(n *node) []int { return n.after })
			}
		}
	}
	return l.shift()
}

// settle moves the nodes of a column to the middle of their neighbours: those that want
// the same room are moved together, as a block, to the mean of what they want.
func (l *layout) settle(column int, neighbours func(*node) []int) {
	type block struct{ first, count, sum, room int } // sum of wanted tops, each less the room above it in the block
	var blocks []block
	nodes := l.columns[column]
	top := func(b block) int { return floorDiv(b.sum, b.count) }
	for i, n := range nodes {
		b := block{i, 1, l.wanted(n, neighbours) - l.nodes[n].height/2, l.nodes[n].height + rowGap}
		for len(blocks) > 0 && top(blocks[len(blocks)-1])+blocks[len(blocks)-1].room > top(b) {
			last := blocks[len(blocks)-1]
			blocks = blocks[:len(blocks)-1]
			b = block{last.first, last.count + b.count, last.sum + b.sum - b.count*last.room, last.room + b.room}
		}
		blocks = append(blocks, b)
	}
	for _, b := range blocks {
		y := top(b)
		for _, n := range nodes[b.first : b.first+b.count] {
			l.nodes[n].y = y + l.nodes[n].height/2
			y += l.nodes[n].height + rowGap
		}
	}
}

// wanted is the middle of the neighbours of a node; without any, where it is.
func (l *layout) wanted(n int, neighbours func(*node) []int) int {
	list := neighbours(&l.nodes[n])
	if len(list) == 0 {
		return l.nodes[n].y
	}
	sum := 0
	for _, m := range list {
		sum += l.nodes[m].y
	}
	return floorDiv(sum, len(list))
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// shift moves everything to the margin.
func (l *layout) shift() (width, height int) {
	if len(l.nodes) == 0 {
		return 2 * margin, 2 * margin
	}
	var tops, bottoms []int
	for _, n := range l.nodes {
		tops, bottoms = append(tops, n.y-n.height/2), append(bottoms, n.y-n.height/2+n.height)
	}
	up := margin - slices.Min(tops)
	for i := range l.nodes {
		l.nodes[i].y += up
	}
	return 2*margin + len(l.columns)*(boxWidth+columnGap) - columnGap, slices.Max(bottoms) + up + margin
}
