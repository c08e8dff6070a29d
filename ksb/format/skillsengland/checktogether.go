package skillsengland

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// checkTogether runs the checks that compare the standards of the input.
func (c *collector) checkTogether() {
	byLARS, byReference := map[lars][]*edition{}, map[string][]*edition{}
	for _, e := range c.editions {
		byReference[e.Reference] = append(byReference[e.Reference], e)
		if e.larsCode().given() {
			byLARS[e.larsCode()] = append(byLARS[e.larsCode()], e)
		}
	}
	for _, same := range byLARS { // in any order: problems are sorted
		c.checkLARS(same)
	}
	for _, versions := range byReference { // in any order: problems are sorted
		slices.SortStableFunc(versions, older)
		c.checkReset(versions)
		c.checkApproved(versions)
		c.checkGaps(slices.DeleteFunc(slices.Clone(versions), func(e *edition) bool { return !inUse(e.Status) || !e.stated }))
		c.checkOptions(versions)
	}
}

// older orders versions; one that stands twice in the order of the input.
func older(a, b *edition) int {
	return cmp.Or(a.version.compare(b.version), strings.Compare(a.Origin.File, b.Origin.File), cmp.Compare(a.Origin.Line, b.Origin.Line))
}

// checkLARS: a LARS code belongs to one reference, in however many versions.
func (c *collector) checkLARS(same []*edition) {
	for _, e := range same {
		for _, other := range same {
			if other.Reference != e.Reference {
				c.report(e, e.Origin, ".larsCode", ErrE1004, "%s is that of %s, too", e.larsCode(), other.Reference)
				break
			}
		}
	}
}

// checkReset: a LARS code that some version has, and one that is late.
func (c *collector) checkReset(versions []*edition) {
	given := slices.ContainsFunc(versions, func(e *edition) bool { return e.larsCode().given() })
	for _, e := range versions {
		if e.larsCode() != "0" || e.isUnit() {
			continue
		}
		if given {
			c.report(e, e.Origin, ".larsCode", ErrS1001, "it is 0")
		}
		if day := cmp.Or(e.Published.Date, e.Approved.Date); day > 0 && e.version == (version{1, 0}) && day.AddDays(14) < c.newest {
			c.report(e, e.Origin, ".larsCode", ErrW1001, "published on %s, and the input is of %s or later", day, c.newest)
		}
	}
}

// checkApproved: new starts are on one version.
func (c *collector) checkApproved(versions []*edition) {
	var open []*edition
	for _, e := range versions {
		if strings.EqualFold(e.Status, approved) && !slices.ContainsFunc(open, func(o *edition) bool { return o.id == e.id }) {
			open = append(open, e)
		}
	}
	for _, e := range open[:max(0, len(open)-1)] {
		c.report(e, e.Origin, ".status", ErrS1002, "so is %s", open[len(open)-1].id)
	}
}

// checkGaps: a version follows 1.1 as 1.2 or 2.0, on the day after its last start.
func (c *collector) checkGaps(versions []*edition) {
	for i := 1; i < len(versions); i++ {
		before, e := versions[i-1], versions[i]
		if before.id == e.id {
			continue
		}
		if !e.version.follows(before.version) {
			c.report(e, e.Origin, ".version", ErrS1003, "the one before it here is %s", before.version)
		}
		last, first := before.Until.day, e.From.day
		if !last.broken && !first.broken && (last.Date == 0 || last.AddDays(1) != first.Date) {
			c.report(e, e.Origin, ".earliestStartDate", ErrS1004, "%s, and the last start on %s is %s", orNone(first.Date), before.version, orNone(last.Date))
		}
	}
}

func orNone(d ksb.Date) string { return cmp.Or(d.String(), "open") }

// checkOptions: a version that stands twice has the same options in both places.
func (c *collector) checkOptions(versions []*edition) {
	for i := 1; i < len(versions); i++ {
		before, e := versions[i-1], versions[i]
		if before.id != e.id {
			continue
		}
		if lost := lost(before.optionTitles(), e.optionTitles()); len(lost) > 0 {
			c.report(e, e.Origin, ".options", ErrS1013, "%s:%d has %s, too", before.Origin.File, before.Origin.Line, lost)
		}
	}
}
