package table

import "strings"

// Join writes a list into one cell, parted by the first of the separators. Separators
// and backslashes within an item take a backslash before them.
func Join[S ~string](list []S, separators string) string {
	escape := []string{`\`, `\\`}
	for _, c := range separators {
		escape = append(escape, string(c), `\`+string(c))
	}
	within := strings.NewReplacer(escape...)
	items := make([]string, len(list))
	for i, item := range list {
		items[i] = within.Replace(string(item))
	}
	return strings.Join(items, separators[:1]+" ")
}

// split undoes Join. A backslash before anything else stands for itself.
func split(cell, separators string) (list []string) {
	separators += "\n"
	var item strings.Builder
	end := func() {
		if text := strings.TrimSpace(item.String()); text != "" {
			list = append(list, text)
		}
		item.Reset()
	}
	for i := 0; i < len(cell); i++ {
		switch c := cell[i]; {
		case c == '\\' && i+1 < len(cell) && strings.IndexByte(separators+`\`, cell[i+1]) >= 0:
			i++
			item.WriteByte(cell[i])
		case strings.IndexByte(separators, c) >= 0:
			end()
		default:
			item.WriteByte(c)
		}
	}
	end()
	return list
}
