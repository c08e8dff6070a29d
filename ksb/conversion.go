package ksb

import (
	"fmt"
	"slices"
)

// Conversion is a table from the rungs of one scale to those of another. It states
// where each rung goes, since no arithmetic on the numbers of rungs would be right:
// the steps of a scale are not of one size.
type Conversion struct {
	From, To Scale
	Rungs    []Level // Rungs[k] is the rung of To that rung k of From becomes
}

// Check reports what is wrong with the table, nil if nothing is: a rung without a
// new one, or a new one for a rung that is not there (ErrMissing, ErrLevel), a new
// rung above the top (ErrLevel), a bottom rung that would become an achievement
// (ErrLevel), and a higher rung that would become a lower one (ErrValue).
func (c Conversion) Check() (problems Problems) {
	path := fmt.Sprintf("conversion[%s to %s]", c.From.ID, c.To.ID)
	problems = append(c.From.check(path+".from"), c.To.check(path+".to")...)
	if len(c.Rungs) < len(c.From.Rungs) {
		problems.Add(Origin{}, path, ErrMissing, "%d of %d rungs have no new one", len(c.From.Rungs)-len(c.Rungs), len(c.From.Rungs))
	}
	if len(c.Rungs) > len(c.From.Rungs) {
		problems.Add(Origin{}, path, ErrLevel, "%d rungs, and the old scale has %d", len(c.Rungs), len(c.From.Rungs))
	}
	for k, to := range c.Rungs {
		rung := fmt.Sprintf("%s.rungs[%d]", path, k)
		switch {
		case int(to) >= len(c.To.Rungs):
			problems.Add(Origin{}, rung, ErrLevel, "%d is above the top rung", to)
		case k == 0 && to != 0:
			problems.Add(Origin{}, rung, ErrLevel, "nothing shown would become rung %d", to)
		case k > 0 && to < c.Rungs[k-1]:
			problems.Add(Origin{}, rung, ErrValue, "%d is below what the rung beneath becomes, %d", to, c.Rungs[k-1])
		}
	}
	return problems.Sort()
}

func (s Scale) check(path string) (problems Problems) {
	if len(s.Rungs) < 2 || len(s.Rungs) > 256 {
		problems.Add(s.Origin, path, ErrScale, "%d rungs, not 2 to 256", len(s.Rungs))
	}
	return problems
}

// Level converts one level. A level that the table does not name is an error that
// wraps [ErrLevel].
func (c Conversion) Level(old Level) (Level, error) {
	if int(old) >= len(c.Rungs) {
		return 0, fmt.Errorf("%w: %d of %q has no rung of %q", ErrLevel, old, c.From.ID, c.To.ID)
	}
	return c.Rungs[old], nil
}

// Loss is what a conversion cannot keep.
type Loss struct {
	Merged [][]Level // sets of old rungs that become one, each ascending, lowest set first
	Undone []Level   // old rungs above the bottom that become the bottom: "not yet"
	Unused []Level   // new rungs that no old one becomes, ascending
}

// None tells whether every old rung keeps a new one of its own.
func (l Loss) None() bool { return len(l.Merged) == 0 }

// Loss works out what the table merges. Unused rungs are no loss of what was known,
// but a level on the new scale is then coarser than it looks.
func (c Conversion) Loss() (lost Loss) {
	for to := range c.To.Rungs {
		var old []Level
		for k, rung := range c.Rungs {
			if int(rung) == to {
				old = append(old, Level(k))
			}
		}
		switch {
		case len(old) == 0:
			lost.Unused = append(lost.Unused, Level(to))
		case len(old) > 1:
			lost.Merged = append(lost.Merged, old)
		}
		if to == 0 && len(old) > 1 {
			lost.Undone = slices.Clone(old[1:])
		}
	}
	return lost
}

// Then returns the conversion that does c and then next. Its error is that of the
// first Check that fails, or wraps [ErrScale] where next does not start from the scale
// that c ends on.
func (c Conversion) Then(next Conversion) (Conversion, error) {
	if c.To.ID != next.From.ID || !slices.Equal(c.To.Rungs, next.From.Rungs) {
		return Conversion{}, fmt.Errorf("%w: %q ends on another scale than %q starts from", ErrScale, c.To.ID, next.From.ID)
	}
	for _, one := range []Conversion{c, next} {
		if err := one.Check().Err(); err != nil {
			return Conversion{}, err
		}
	}
	both := Conversion{From: c.From, To: next.To, Rungs: make([]Level, len(c.Rungs))}
	for k, rung := range c.Rungs {
		both.Rungs[k] = next.Rungs[rung]
	}
	return both, nil
}
