package skillsengland

// textsOf returns the texts of a section: the items of its lists, where its paragraphs
// only lead in to them, or else its paragraphs and what they lead in to. Neither, and
// it is not regular.
func textsOf(section []block) (texts []string, regular bool) {
	var items []string
	paragraphs, loose := 0, false
	for i, b := range section {
		switch {
		case b.form == itemForm && len(b.parts) > 0 && !b.leadsIn():
			items = append(items, b.text())
			loose = loose || i > 0 && section[i-1].form == paragraphForm && !section[i-1].leadsIn()
		case b.form == paragraphForm && !b.leadsIn():
			paragraphs++
		}
		if !b.leadsIn() && len(b.parts) > 0 {
			texts = append(texts, b.text())
		}
	}
	switch {
	case paragraphs == 0:
		return items, true
	case len(items) == 0:
		return texts, true
	}
	return texts, !loose && paragraphs > 1 && section[0].form == paragraphForm
}
