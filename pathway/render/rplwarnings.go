package render

import "github.com/skillgap-go/skillgap/pathway/rpl"

// warnings says what a person has to look at.
func (s *recognition) warnings() rplSection {
	out := rplSection{title: s.say("rpl.warnings")}
	for _, w := range s.r.Warnings {
		out.item("", s.warning(w))
	}
	return out
}

// warning says one warning with its numbers, by their names; a code that has no wording
// is shown as it is.
func (s *recognition) warning(w rpl.Warning) string {
	key := "rpl.warning." + w.Code
	if !s.words.Has(key) {
		return w.Code + ": " + s.commas(w.Refs)
	}
	pairs := []any{"names", s.commas(s.labels(w.Refs))}
	said := map[string]string{}
	for _, n := range w.Numbers {
		said[n.Name] = s.quantity(n)
		pairs = append(pairs, n.Name, said[n.Name])
	}
	if w.Code == rpl.ServiceDiffers && said["reduced"] == said["notNeeded"] {
		key += ".rounds"
	}
	return s.say(key, pairs...)
}

// quantity is a number with its unit.
func (s *recognition) quantity(n rpl.Number) string {
	switch n.Unit {
	case rpl.Minutes:
		return s.hours(n.Value)
	case rpl.Hours:
		return s.say("time.hours", "n", int(n.Value))
	case rpl.Weeks:
		return s.weeks(int(n.Value))
	case rpl.Pence:
		return s.money(n.Value)
	case rpl.Pounds:
		return s.money(n.Value * 100)
	}
	return s.words.Number(int(n.Value))
}
