package skillsengland

// distinct are the cells of a row, once each.
func distinct(row []*cell) (cells []*cell) {
	for i, c := range row {
		if i == 0 || row[i-1] != c {
			cells = append(cells, c)
		}
	}
	return cells
}

// squared puts a cell wherever it reaches, and leaves rows without a cell out.
func squared(rows [][]*cell) (grid [][]*cell) {
	const most = 60 // columns; no table of KSBs has more
	type hanging struct {
		c    *cell
		left int
	}
	above := map[int]hanging{}
	for _, row := range rows {
		var line []*cell
		for at := 0; len(line) < most && (at < len(row) || above[len(line)].left > 0); {
			if h := above[len(line)]; h.left > 0 {
				above[len(line)] = hanging{h.c, h.left - 1}
				line = append(line, h.c)
				continue
			}
			for range row[at].cols {
				above[len(line)] = hanging{row[at], row[at].rows - 1}
				line = append(line, row[at])
			}
			at++
		}
		if len(line) > 0 {
			grid = append(grid, line)
		}
	}
	return grid
}
