package pathway

import (
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// noLink is a cover that no role has.
const noLink = 2

// Calibration is how much roles of one framework that belong together cover each other.
type Calibration struct {
	Framework ksb.FrameworkID `json:"framework"`
	Families  int             `json:"families"` // with two roles or more
	Pairs     int             `json:"pairs"`    // ordered pairs within families
	Sharing   int             `json:"sharing"`  // those of them that share anything; the rest of the numbers are about these
	Mean      float64         `json:"mean"`
	SD        float64         `json:"sd"`
	Least     float64         `json:"least"` // the cover from which a link leads to a role of the framework: Mean - SD
	// Skewed: most pairs share little and a few share much, so that Mean - SD is below
	// zero; Least is then exp(mean - SD) of the logarithms.
	Skewed bool `json:"skewed,omitempty"`
	Usable bool `json:"usable"` // two pairs share something; else no computed link leads there
}

// Calibrations are what was found about each framework, in the order in which they were
// given.
func (a *Atlas) Calibrations() []Calibration { return slices.Clone(a.found) }

// calibrate finds the cover that makes a link into each role.
func (a *Atlas) calibrate(more [][]ksb.RoleID, frameworks []ksb.Framework) {
	a.least = make([]float64, len(a.briefs))
	for i := range a.least {
		a.least[i] = noLink
	}
	for i := range frameworks {
		f := &frameworks[i]
		in := make([]bool, len(a.briefs))
		for _, r := range f.Roles {
			if at, known := a.nodes[r.ID]; known {
				in[at] = true
			}
		}
		c := a.compareFamilies(a.families(f, more, in))
		c.Framework = f.ID
		a.found = append(a.found, c)
		for at := range in {
			if in[at] && c.Usable {
				a.least[at] = c.Least
			}
		}
	}
}

// families are the groups of roles of a framework with two members or more: those below
// each node of its hierarchy that has roles of its own, and those that a caller names.
func (a *Atlas) families(f *ksb.Framework, more [][]ksb.RoleID, in []bool) (list [][]int32) {
	add := func(ids []ksb.RoleID) {
		var family []int32
		for _, id := range ids {
			if at, known := a.nodes[id]; known && in[at] {
				family = append(family, at)
			}
		}
		slices.Sort(family)
		if family = slices.Compact(family); len(family) > 1 {
			list = append(list, family)
		}
	}
	for _, g := range f.Groups {
		var ids []ksb.RoleID
		for _, m := range g.Members {
			ids = append(ids, ksb.RoleID(m))
		}
		add(ids)
	}
	for _, family := range more {
		add(family)
	}
	return list
}

// compareFamilies looks at every ordered pair of roles that share a family, once, and
// keeps none of them: a family may be wide.
func (a *Atlas) compareFamilies(families [][]int32) Calibration {
	c := Calibration{Families: len(families)}
	of, seen := make([][]int, len(a.briefs)), make([]int32, len(a.briefs)) // families of each role; the last role that each was compared with, and 1
	for i, family := range families {
		for _, role := range family {
			of[role] = append(of[role], i)
		}
	}
	var plain, logs tally
	for from := range a.briefs {
		if len(of[from]) == 0 {
			continue
		}
		seen[from] = int32(from) + 1
		a.cover.walk(a.cover.levels(&a.briefs[from]))
		for _, i := range of[from] {
			for _, to := range families[i] {
				if seen[to] == int32(from)+1 {
					continue
				}
				seen[to] = int32(from) + 1
				c.Pairs++
				if cover := a.cover.covered[to]; cover > 0 {
					plain.add(cover)
					logs.add(math.Log(cover))
				}
			}
		}
	}
	c.settle(plain, logs)
	return c
}

// settle finds the least cover from covers and from their logarithms.
func (c *Calibration) settle(plain, logs tally) {
	if c.Sharing = plain.count; c.Sharing < 2 {
		return
	}
	c.Mean, c.SD, c.Usable = plain.mean, plain.sd(), true
	if c.Least = c.Mean - c.SD; c.Least <= 0 {
		c.Skewed, c.Least = true, math.Exp(logs.mean-logs.sd())
	}
}

// tally adds numbers up to their mean and standard deviation (of all, not of a sample)
// without keeping them (Welford 1962).
type tally struct {
	count         int
	mean, squares float64
}

func (t *tally) add(x float64) {
	t.count++
	away := x - t.mean
	t.mean += away / float64(t.count)
	t.squares += float64(away * (x - t.mean))
}

func (t *tally) sd() float64 { return math.Sqrt(t.squares / float64(t.count)) }
