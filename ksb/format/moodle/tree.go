package moodle

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// tree is a hierarchy of ID numbers.
type tree struct {
	parent map[string]string // "" is the top
	depth  map[string]int    // 1 at the top
	inner  map[string]bool   // has others below
}

// grow works out a tree from the parents of ids, all of which are in parent. Those that
// are above themselves are cut loose and returned.
func grow(ids []string, parent map[string]string) (t tree, rings []string) {
	t = tree{parent: parent, depth: make(map[string]int, len(ids)), inner: map[string]bool{}}
	onPath := make(map[string]bool, len(ids))
	for _, id := range ids {
		var path []string
		at := id
		for t.depth[at] == 0 && at != "" && !onPath[at] {
			onPath[at] = true
			path = append(path, at)
			at = parent[at]
		}
		for _, above := range ringOf(path, at) {
			rings = append(rings, above)
			parent[above] = ""
		}
		for _, step := range slices.Backward(path) {
			t.depth[step] = t.depth[parent[step]] + 1
		}
	}
	for _, id := range ids {
		t.inner[parent[id]] = true
	}
	return t, rings
}

// ringOf returns the end of a path that leads back to at, nil if it does not.
func ringOf(path []string, at string) []string {
	if start := slices.Index(path, at); start >= 0 {
		return path[start:]
	}
	return nil
}

// growTree works out the hierarchy of the competencies and reports what is wrong in it.
func (b *builder) growTree() {
	ids, parent := make([]string, 0, len(b.rows)), make(map[string]string, len(b.rows))
	for i := range b.rows {
		number := b.rows[i].text(idNumber)
		ids = append(ids, number)
		if _, stands := parent[number]; !stands {
			parent[number] = b.rows[i].text(parentID)
		}
	}
	for i := range b.rows {
		r := b.rows[i]
		up := r.text(parentID)
		if _, known := parent[up]; up != "" && !known {
			b.report(r.cells[parentID].line, pathOf(r, "parent"), ksb.ErrUnknownStatement, "%q: taken to the top", up)
			parent[r.text(idNumber)] = ""
		}
	}
	b.growFrom(ids, parent)
}

func (b *builder) growFrom(ids []string, parent map[string]string) {
	var rings []string
	b.tree, rings = grow(ids, parent)
	inRing := map[string]bool{}
	for _, number := range rings {
		inRing[number] = true
	}
	for i := range b.rows {
		if r := b.rows[i]; inRing[r.text(idNumber)] {
			b.report(r.cells[parentID].line, pathOf(r, "parent"), ksb.ErrRing, "%q is above itself: taken to the top", r.text(idNumber))
		}
	}
}

// addGroups makes a group of each competency with others below it.
func (b *builder) addGroups() {
	position, seen := map[string]int{}, map[string]bool{}
	for i := range b.rows {
		r := b.rows[i]
		number := r.text(idNumber)
		if _, made := position[number]; b.tree.inner[number] && !made {
			position[number] = len(b.f.Groups)
			b.f.Groups = append(b.f.Groups, b.group(r))
		}
	}
	for i := range b.rows {
		number := b.rows[i].text(idNumber)
		if up := b.tree.parent[number]; up != "" && !seen[number] {
			seen[number] = true
			g := &b.f.Groups[position[up]]
			g.Members = append(g.Members, string(b.id(number)))
		}
	}
}

func (b *builder) group(r *row) ksb.Group {
	number := r.text(idNumber)
	g := ksb.Group{ID: string(b.id(number)), Title: plaintext.Squeeze(r.text(shortName)), Origin: b.at(r.line)}
	if up := b.tree.parent[number]; up != "" {
		g.Parent = string(b.id(up))
	}
	return g
}
