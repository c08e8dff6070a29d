package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// rung is a row of the sheet Scales.
type rung struct {
	scale ksb.ScaleID
	level int64
	name  string
	at    ksb.Origin
}

func (b *builder) readRung(r *table.Row) {
	r.Required(colLevel)
	next := rung{ksb.ScaleID(r.Required(colScale)), r.Whole(colLevel, 255), r.Required("Rung"), r.Origin}
	if !r.Faulty {
		b.rungs = append(b.rungs, next)
	}
}

// buildScales makes scales of their rungs, in the order of the lowest ones.
func (b *builder) buildScales() {
	slices.SortStableFunc(b.rungs, func(x, y rung) int { return cmp.Compare(x.level, y.level) })
	at := map[ksb.ScaleID]int{}
	for _, r := range b.rungs {
		i, known := at[r.scale]
		if !known {
			i = len(b.f.Scales)
			at[r.scale] = i
			b.f.Scales = append(b.f.Scales, ksb.Scale{ID: r.scale, Origin: r.at})
		}
		if s := &b.f.Scales[i]; int64(len(s.Rungs)) == r.level {
			s.Rungs = append(s.Rungs, r.name)
		} else {
			b.problems.Add(r.at, "Scales", ksb.ErrScale, "the rungs of %q are not numbered 0, 1, 2 and so on: there is a second %d, or none below it", r.scale, r.level)
		}
	}
}

// addRatings adds the usual rating scales that statements name and nobody spells out.
func (b *builder) addRatings() {
	known := map[ksb.ScaleID]bool{"": true}
	for _, s := range b.f.Scales {
		known[s.ID] = true
	}
	for _, s := range b.f.Statements {
		if rating, usual := ksb.Rating(s.Scale); usual && !known[s.Scale] {
			known[s.Scale] = true
			rating.Origin = s.Origin
			b.f.Scales = append(b.f.Scales, rating)
		}
	}
}

// addLevels makes a scale for numbers of levels that have none, and says so.
func (b *builder) addLevels(on func(ksb.StatementID) ksb.Scale) {
	const most = 100
	var top int64
	var first *table.Row
	for _, d := range b.demands {
		level, err := strconv.ParseInt(d.row.Text(colLevel), 10, 64)
		if err == nil && level > max(top, 1) && level <= most && on(d.Statement).ID == "" {
			top, first = level, cmp.Or(first, d.row)
		}
	}
	if first == nil {
		return
	}
	scale := ksb.Scale{ID: ksb.ScaleID(fmt.Sprintf("0-%d", top)), Origin: first.Origin}
	for level := range top + 1 {
		scale.Rungs = append(scale.Rungs, strconv.FormatInt(level, 10))
	}
	b.problems.Add(first.Origin, first.Path(colLevel), ksb.ErrScale,
		"there are levels up to %d and no scale: read on one from 0 to %d; a column Rungs would name its rungs", top, top)
	b.f.Scales = append(b.f.Scales, scale)
	for i := range b.f.Statements {
		b.f.Statements[i].Scale = cmp.Or(b.f.Statements[i].Scale, scale.ID)
	}
}

// scalesOf returns what finds the scale of a statement.
func scalesOf(f *ksb.Framework) func(ksb.StatementID) ksb.Scale {
	scales, of := map[ksb.ScaleID]ksb.Scale{"": ksb.TwoRungs()}, map[ksb.StatementID]ksb.ScaleID{}
	for _, s := range f.Scales {
		scales[s.ID] = s
	}
	for _, s := range f.Statements {
		of[s.ID] = s.Scale
	}
	return func(id ksb.StatementID) ksb.Scale { return scales[of[id]] }
}

// levelOf finds a rung by its name, or else by its number.
func levelOf(s ksb.Scale, text string) (ksb.Level, bool) {
	same := func(rung string) bool { return strings.EqualFold(strings.TrimSpace(rung), text) }
	if at := slices.IndexFunc(s.Rungs, same); at >= 0 && !slices.ContainsFunc(s.Rungs[at+1:], same) && at < 256 {
		return ksb.Level(at), true
	}
	n, err := strconv.ParseUint(text, 10, 8)
	return ksb.Level(n), err == nil
}

// levelCell writes what levelOf reads: the number if it can, else the name.
func levelCell(s ksb.Scale, level ksb.Level) any {
	if level == 0 {
		return ""
	}
	if again, ok := levelOf(s, strconv.Itoa(int(level))); !ok || again != level {
		return s.Rungs[min(int(level), len(s.Rungs)-1)]
	}
	return int(level)
}
