package ksb

import (
	"slices"
	"strings"
)

// freezeRoles keeps the roles that stand once, checks them, makes the roles of their
// options, and puts all in the natural order of their IDs.
func (c *compiler) freezeRoles() {
	id := func(r *Role) string { return string(r.ID) }
	at := func(r *Role) Origin { return r.Origin }
	c.roles = unique(c, c.roles, id, at, "roles")
	listed := map[RoleID]struct{}{}
	for i := range c.roles {
		c.checkRole(&c.roles[i])
		listed[c.roles[i].ID] = struct{}{}
	}
	for _, whole := range slices.Clone(c.roles) {
		c.addOptions(whole, listed)
	}
	slices.SortFunc(c.roles, func(a, b Role) int { return compareIDs(string(a.ID), string(b.ID)) })
}

// checkRole replaces the lists of r by sorted copies of their sound parts. The role
// stays even when nothing is left in it.
func (c *compiler) checkRole(r *Role) {
	path := "roles[" + string(r.ID) + "]"
	r.Options = c.checkOptions(r.Options, path)
	r.Duties = c.checkDuties(r, path)
	asked := r.Requirements != nil
	r.Requirements = c.checkRequirements(r.Requirements, path)
	if !asked {
		r.Requirements = c.fromDuties(r.Duties)
	}
	c.checkNotEmpty(r)
	c.checkFacts(r, path)
	r.Gates = c.checkGates(r.Gates, path)
	r.Codes = c.checkCodes(r.Codes, r.Origin, path)
	r.Aliases = sorted(r.Aliases)
	r.Facts.Keywords = sorted(r.Facts.Keywords)
}

func (c *compiler) checkNotEmpty(r *Role) {
	if len(r.Requirements) == 0 {
		c.problems.Add(r.Origin, "roles["+string(r.ID)+"]", ErrEmptyRole, "%q requires nothing", r.ID)
	}
}

// checkFacts reports numbers that cannot be; they stay, since no rule rests on them.
func (c *compiler) checkFacts(r *Role, path string) {
	if r.Qual > 8 {
		c.problems.Add(r.Origin, path+".qual", ErrValue, "%d is no qualification level from 1 to 8", r.Qual)
	}
	if f := r.Facts; min(f.FundingMaxPence, int64(f.DurationMonths), f.MinimumOffTheJobMinutes) < 0 {
		c.problems.Add(r.Origin, path+".facts", ErrValue, "a fact is below zero")
	}
}

func (c *compiler) checkOptions(options []Option, path string) []Option {
	id := func(o *Option) string { return string(o.ID) }
	at := func(o *Option) Origin { return o.Origin }
	kept := unique(c, options, id, at, path+".options")
	slices.SortFunc(kept, func(a, b Option) int { return compareIDs(string(a.ID), string(b.ID)) })
	return kept
}

func (c *compiler) checkDuties(r *Role, path string) []Duty {
	id := func(d *Duty) string { return string(d.ID) }
	at := func(d *Duty) Origin { return d.Origin }
	kept := slices.DeleteFunc(unique(c, r.Duties, id, at, path+".duties"), func(d Duty) bool {
		bad := !soundWeight(d.Weight)
		if bad {
			c.problems.Add(d.Origin, path+".duties["+string(d.ID)+"].weight", ErrWeight, "%v", d.Weight)
		}
		return bad
	})
	for i := range kept {
		c.checkDuty(&kept[i], r.Options, path+".duties["+string(kept[i].ID)+"]")
	}
	slices.SortFunc(kept, func(a, b Duty) int {
		if order := CompareCodes(a.Code, b.Code); order != 0 {
			return order
		}
		return compareIDs(string(a.ID), string(b.ID))
	})
	return kept
}

// checkDuty drops the references that lead nowhere; each is a problem.
func (c *compiler) checkDuty(d *Duty, options []Option, path string) {
	d.Statements = slices.DeleteFunc(sorted(d.Statements), func(id StatementID) bool {
		_, known := c.at[id]
		if !known {
			c.problems.Add(d.Origin, path+".statements", ErrUnknownStatement, "%q", id)
		}
		return !known
	})
	if len(d.Options) == 0 {
		d.Options = nil // belongs to every option; of unknown options alone: to none
	}
	d.Options = slices.DeleteFunc(sorted(d.Options), func(id OptionID) bool {
		known := slices.ContainsFunc(options, func(o Option) bool { return o.ID == id })
		if !known {
			c.problems.Add(d.Origin, path+".options", ErrUnknownOption, "%q", id)
		}
		return !known
	})
}

// soundWeight: 0 for the default, or a number with which shares can be worked out.
func soundWeight(w float64) bool { return w == 0 || w >= 1e-9 && w <= 1e9 }

func (c *compiler) checkRequirements(list []Requirement, path string) []Requirement {
	id := func(q *Requirement) string { return string(q.Statement) }
	at := func(q *Requirement) Origin { return q.Origin }
	var kept []Requirement
	for _, q := range unique(c, list, id, at, path+".requirements") {
		if c.checkRequirement(&q, path+".requirements["+string(q.Statement)+"]") {
			kept = append(kept, q)
		}
	}
	c.sortRequirements(kept)
	return kept
}

// checkRequirement resolves the level of a sound requirement and tells whether it is one.
func (c *compiler) checkRequirement(q *Requirement, path string) bool {
	number, known := c.at[q.Statement]
	if !known {
		c.problems.Add(q.Origin, path, ErrUnknownStatement, "%q", q.Statement)
		return false
	}
	top := c.statements[number].On.Top()
	if q.Level == 0 {
		q.Level = top
	}
	if q.Level > top {
		c.problems.Add(q.Origin, path+".level", ErrLevel, "%d is above the top rung, %d", q.Level, top)
	}
	if !soundWeight(q.Weight) {
		c.problems.Add(q.Origin, path+".weight", ErrWeight, "%v", q.Weight)
	}
	return q.Level <= top && soundWeight(q.Weight)
}

// fromDuties requires every statement that a duty names, at its top rung.
func (c *compiler) fromDuties(duties []Duty) []Requirement {
	var named []StatementID
	for _, d := range duties {
		named = append(named, d.Statements...)
	}
	var list []Requirement
	for _, id := range sorted(named) {
		list = append(list, Requirement{Statement: id, Level: c.statements[c.at[id]].On.Top()})
	}
	c.sortRequirements(list)
	return list
}

// sortRequirements orders by code in natural order, then by ID.
func (c *compiler) sortRequirements(list []Requirement) {
	code := func(q Requirement) string { return c.statements[c.at[q.Statement]].Code }
	slices.SortFunc(list, func(a, b Requirement) int {
		if order := CompareCodes(code(a), code(b)); order != 0 {
			return order
		}
		return strings.Compare(string(a.Statement), string(b.Statement))
	})
}

func (c *compiler) checkGates(gates []Gate, path string) []Gate {
	id := func(g *Gate) string { return string(g.ID) }
	at := func(g *Gate) Origin { return g.Origin }
	kept := slices.DeleteFunc(unique(c, gates, id, at, path+".gates"), func(g Gate) bool {
		sound := g.Phase >= Entry && g.Phase <= Retention && g.GraceDays >= 0 && g.Rule.wellFormed() && g.AppliesIf.sound()
		if !sound {
			c.problems.Add(g.Origin, path+".gates["+string(g.ID)+"]", ErrGate, "a gate has a phase, a rule that makes one claim at each node, no negative grace, and a condition that somebody can fit")
		}
		return !sound
	})
	for i := range kept {
		kept[i].Rule, kept[i].AppliesIf = kept[i].Rule.clone(), kept[i].AppliesIf.clone()
	}
	slices.SortFunc(kept, func(a, b Gate) int {
		if a.Phase != b.Phase {
			return int(a.Phase) - int(b.Phase)
		}
		return compareIDs(string(a.ID), string(b.ID))
	})
	return kept
}

func (c *compiler) checkCodes(codes []Code, at Origin, path string) []Code {
	systems := []string{"ST", "OCC", "LARS", "SOC2020", "ISCO08", "ESCO", "ONETSOC"}
	var kept []Code
	for _, code := range codes {
		if !slices.Contains(systems, code.System) || code.Value == "" {
			c.problems.Add(at, path+".codes", ErrValue, "%q is none of %s", code.System, strings.Join(systems, ", "))
			continue
		}
		kept = append(kept, code)
	}
	slices.SortFunc(kept, func(a, b Code) int { return compareIDs(a.System+" "+a.Value, b.System+" "+b.Value) })
	return slices.Compact(kept)
}
