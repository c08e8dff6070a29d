package skillsengland

import "strings"

// readTable reads a table whose head says what its columns hold, or one under a heading
// that does. Any other is passed over, unless its head speaks of KSBs.
func (in *information) readTable(rows [][]*cell) {
	section, title := in.label, in.title
	in.end()
	rows = squared(rows)
	if len(rows) == 0 {
		return
	}
	head := labelsOf(rows[0])
	optional := in.optional
	for _, c := range rows[0] {
		in.optional = (in.optional || isOfOption(c.text())) && !isOfCore(c.text())
	}
	switch kinds := distinctKinds(rows[0], head); {
	case kinds > 1:
		in.title = rows[0][0].text()
		in.readColumns(rows, head)
	case kinds == 1 && head[0].kind > 0 && head[len(head)-1] == labelled{}:
		in.title = rows[0][0].text()
		in.readRows(rows[1:], head[0])
	case section != labelled{}:
		in.readRows(rows, section)
	case unclearIn(head):
		in.title = rows[0][0].text()
		in.tell("has columns of no one kind", len(rows)-1)
	}
	in.label, in.title, in.optional = section, title, optional
}

func labelsOf(row []*cell) []labelled {
	labels := make([]labelled, len(row))
	for i, c := range row {
		labels[i] = labelOf(c.text())
	}
	return labels
}

// distinctKinds counts the cells of a head that name a kind.
func distinctKinds(row []*cell, labels []labelled) (n int) {
	for i := range row {
		if labels[i].kind > 0 && (i == 0 || row[i] != row[i-1]) {
			n++
		}
	}
	return n
}

func unclearIn(labels []labelled) bool {
	for _, l := range labels {
		if l.unclear || l.kind > 0 {
			return true
		}
	}
	return false
}

// readColumns reads the cells under each label; columns without one name the rows. A
// cell over the whole width is a heading: with a label it is that of all columns.
func (in *information) readColumns(rows [][]*cell, labels []labelled) {
	for i, row := range rows[1:] {
		if cells := distinct(row); len(cells) == 1 {
			if l := labelOf(cells[0].text()); l.kind > 0 {
				labels = repeated(l, len(labels))
			}
			continue
		}
		for j, c := range row {
			if j >= len(labels) || labels[j] == (labelled{}) || i > 0 && j < len(rows[i]) && rows[i][j] == c || j > 0 && row[j-1] == c || len(c.blocks) == 0 {
				continue // read before, or nothing to read
			}
			texts, regular := textsOf(c.blocks)
			in.add(labels[j], texts, regular)
		}
	}
}

func repeated(l labelled, n int) []labelled {
	list := make([]labelled, n)
	for i := range list {
		list[i] = l
	}
	return list
}

// readRows reads rows of a name and a text as "name: text".
func (in *information) readRows(rows [][]*cell, label labelled) {
	for _, row := range rows {
		cells := distinct(row)
		var names []string
		for _, c := range cells[:max(0, len(cells)-1)] {
			names = append(names, c.text())
		}
		name, optional := strings.Join(names, ", "), in.optional
		in.optional = in.optional || isOfOption(name)
		regular := len(cells) > 1 && name != "" && cells[len(cells)-1].text() != ""
		text := ""
		if regular {
			text = name + ": " + cells[len(cells)-1].text()
		}
		in.add(label, []string{text}, regular)
		in.optional = optional
	}
}
