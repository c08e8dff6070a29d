package ksb

import (
	"cmp"
	"slices"
)

// Brief is what a role asks for, compiled: the requirements with dense statement
// numbers and their importance resolved. Everything in it is shared and must not
// be changed.
type Brief struct {
	Role     *Role       // Role.Requirements[i] is Needs[i] in words
	Needs    []Need      // by code in natural order, then by ID
	Duties   []DutyNeeds // in the order of Role.Duties
	ServedBy [][]DutyID  // ServedBy[i] are the duties that name Needs[i]
	Unmapped int         // needs of a role with duties that no duty names and that have no weight of their own
	// OptionOf is the role that this one is an option of; "": it is a whole role.
	OptionOf RoleID
	// OptionUnmapped: the role is one of an option, no duty maps anything, and so it
	// has every requirement of the whole role.
	OptionUnmapped bool
}

// Need is one requirement in the form that ranking reads: sixteen bytes, no pointer.
type Need struct {
	Statement  int32 // number in the Index, see [Index.StatementAt]
	Level      Level // 1 to the top rung
	Critical   bool
	Importance float64 // above 0; see [Brief.Needs]
}

// DutyNeeds is a duty and the needs of its role that it names.
type DutyNeeds struct {
	Duty  *Duty
	Share float64 // its weight over the sum of the weights of the role's duties
	Needs []int32 // positions in Brief.Needs, ascending
}

// brief compiles one frozen role. The importance of a need is its requirement's
// weight if above 0; else, in a role with duties, the share of the duty weight that
// names its statement, or 1 over the number of duties if none does; else 1.
func (c *compiler) brief(r *Role) Brief {
	b := Brief{Role: r, Needs: make([]Need, len(r.Requirements)), ServedBy: make([][]DutyID, len(r.Requirements))}
	position := make(map[StatementID]int32, len(r.Requirements))
	for i, q := range r.Requirements {
		position[q.Statement] = int32(i)
		b.Needs[i] = Need{Statement: c.at[q.Statement], Level: q.Level, Critical: q.Critical}
	}
	total := totalWeight(r.Duties)
	named := make([]float64, len(r.Requirements))
	for i := range r.Duties {
		d := DutyNeeds{Duty: &r.Duties[i], Share: weight(r.Duties[i]) / total}
		for _, id := range r.Duties[i].Statements {
			if at, asked := position[id]; asked {
				d.Needs = append(d.Needs, at)
				named[at] += weight(r.Duties[i])
				b.ServedBy[at] = append(b.ServedBy[at], r.Duties[i].ID)
			}
		}
		b.Duties = append(b.Duties, sortedNeeds(d))
	}
	b.weigh(named, total)
	return b
}

// weigh resolves the importance of each need from the duty weight that names it.
func (b *Brief) weigh(named []float64, total float64) {
	for i, q := range b.Role.Requirements {
		need := &b.Needs[i]
		switch {
		case q.Weight > 0:
			need.Importance = q.Weight
		case len(b.Duties) == 0:
			need.Importance = 1
		case named[i] > 0:
			need.Importance = named[i] / total
		default:
			need.Importance = 1 / float64(len(b.Duties))
			b.Unmapped++
		}
	}
}

func weight(d Duty) float64 { return cmp.Or(d.Weight, 1) }

func totalWeight(duties []Duty) (total float64) {
	for _, d := range duties {
		total += weight(d)
	}
	return total
}

func sortedNeeds(d DutyNeeds) DutyNeeds {
	slices.Sort(d.Needs)
	return d
}
