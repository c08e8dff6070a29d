package diff

import "slices"

// most is the size of the table beyond which only common ends are looked at.
const most = 250_000

// kept is a word that two texts share: position a of one and b of the other.
type kept struct{ a, b int }

// ends counts the words that both start and, without overlap, end with. Every heaviest
// common subsequence can be made to hold them.
func ends(a, b []term) (head, tail int) {
	short := min(len(a), len(b))
	for head < short && a[head].id == b[head].id {
		head++
	}
	for tail < short-head && a[len(a)-1-tail].id == b[len(b)-1-tail].id {
		tail++
	}
	return head, tail
}

// heaviest is the weight of the heaviest common subsequence.
func heaviest(a, b []term) (weight int64) {
	head, tail := ends(a, b)
	for _, t := range a[:head] {
		weight += int64(t.weight)
	}
	for _, t := range a[len(a)-tail:] {
		weight += int64(t.weight)
	}
	a, b = a[head:len(a)-tail], b[head:len(b)-tail]
	if len(a)*len(b) > most {
		return weight
	}
	row := make([]int64, len(b)+1)
	for _, x := range a {
		sweep(row, row, x, b)
	}
	return weight + row[len(b)]
}

// sweep fills next from above, one row of the table: the weight of the heaviest common
// subsequence of the words up to x and those up to each of b. Both may be one row.
func sweep(next, above []int64, x term, b []term) {
	diagonal := above[0]
	for j, y := range b {
		over := above[j+1]
		best := max(over, next[j])
		if x.id == y.id {
			best = diagonal + int64(x.weight)
		}
		next[j+1], diagonal = best, over
	}
}

// align finds a heaviest common subsequence: the shared words in order. Of several it
// takes one that lets words of a go late.
func align(a, b []term) (list []kept) {
	head, tail := ends(a, b)
	for i := range head {
		list = append(list, kept{i, i})
	}
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	if len(x)*len(y) <= most {
		for _, k := range walk(x, y) {
			list = append(list, kept{head + k.a, head + k.b})
		}
	}
	for i := tail; i > 0; i-- {
		list = append(list, kept{len(a) - i, len(b) - i})
	}
	return list
}

// walk goes back through the whole table.
func walk(a, b []term) (list []kept) {
	table := make([][]int64, len(a)+1)
	table[0] = make([]int64, len(b)+1)
	for i, x := range a {
		table[i+1] = make([]int64, len(b)+1)
		sweep(table[i+1], table[i], x, b)
	}
	for i, j := len(a), len(b); i > 0 && j > 0; {
		switch {
		case a[i-1].id == b[j-1].id:
			i, j = i-1, j-1
			list = append(list, kept{i, j})
		case table[i-1][j] >= table[i][j-1]:
			i--
		default:
			j--
		}
	}
	slices.Reverse(list)
	return list
}
