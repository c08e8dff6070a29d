package diff

import "slices"

// Counts say how much changed.
type Counts struct {
	Statements Tally `json:"statements"`
	Reworded   int   `json:"reworded"`   // statements, proposals included, as in the next three
	Renumbered int   `json:"renumbered"` // another code
	Moved      int   `json:"moved"`      // another kind
	Regraded   int   `json:"regraded"`   // another level, weight, or critical or not
	Unlike     int   `json:"unlike"`     // of one ID, and less alike than a proposal must be: are the IDs positions?
	Duties     Tally `json:"duties"`
	Options    Tally `json:"options"`
	Gates      Tally `json:"gates"`
}

// Tally counts the pairs of one list. Same, Changed, Proposed and Removed add up to
// From; Same, Changed, Proposed and Added to To.
type Tally struct {
	From     int `json:"from"`
	To       int `json:"to"`
	Same     int `json:"same"`
	Changed  int `json:"changed"`
	Proposed int `json:"proposed"`
	Added    int `json:"added"`
	Removed  int `json:"removed"`
}

// Empty tells whether nothing differs; IDs and order are no difference.
func (c Changes) Empty() bool {
	for _, t := range []Tally{c.Counts.Statements, c.Counts.Duties, c.Counts.Options, c.Counts.Gates} {
		if t.Same != t.From || t.Same != t.To {
			return false
		}
	}
	return len(c.Role) == 0
}

// Has tells whether a facet changed.
func (p Pair[T]) Has(f Facet) bool { return slices.Contains(p.Changed, f) }

func (c Changes) count() (n Counts) {
	for _, p := range c.Statements {
		n.Statements.add(p.state())
		n.Reworded += one(p.Has(Wording))
		n.Renumbered += one(p.Has(Code))
		n.Moved += one(p.Has(Kind))
		n.Regraded += one(p.Has(Level) || p.Has(Critical) || p.Has(Weight))
		n.Unlike += one(p.By == ByID && p.Similarity < c.Basis.ProposeAt)
	}
	for _, p := range c.Duties {
		n.Duties.add(p.state())
	}
	for _, p := range c.Options {
		n.Options.add(p.state())
	}
	for _, p := range c.Gates {
		n.Gates.add(p.state())
	}
	return n
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// state is where a pair stands in a tally.
type state uint8

const (
	same state = iota
	changed
	proposed
	added
	removed
)

func (p Pair[T]) state() state {
	switch {
	case p.From == nil:
		return added
	case p.To == nil:
		return removed
	case !p.Confirmed:
		return proposed
	case len(p.Changed) > 0:
		return changed
	}
	return same
}

func (t *Tally) add(s state) {
	t.From += one(s != added)
	t.To += one(s != removed)
	t.Same += one(s == same)
	t.Changed += one(s == changed)
	t.Proposed += one(s == proposed)
	t.Added += one(s == added)
	t.Removed += one(s == removed)
}
