package diff

import (
	"encoding/json"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// facets gathers what changed, in the order of asking.
type facets []Facet

func (f *facets) note(name Facet, differs bool) {
	if differs {
		*f = append(*f, name)
	}
}

// changes lists what changed within a pair; of a thing without a partner nothing did.
func changes[T any](p Pair[T], of func(a, b *T) []Facet) []Facet {
	if p.From == nil || p.To == nil {
		return nil
	}
	return of(p.From, p.To)
}

func statementFacets(a, b *Statement, partner partnersOf[ksb.StatementID]) []Facet {
	var f facets
	gone, came := partner.moved(a.Requires, b.Requires)
	f.note(Wording, squeeze(a.Text) != squeeze(b.Text))
	f.note(Code, a.Code != b.Code)
	f.note(Kind, a.Kind != b.Kind)
	f.note(Level, a.Level != b.Level)
	f.note(Critical, a.Critical != b.Critical)
	f.note(Weight, a.Weight != b.Weight)
	f.note(Scale, !slices.Equal(a.Rungs, b.Rungs))
	f.note(HalfLife, a.HalfLifeDays != b.HalfLifeDays)
	f.note(Requires, len(gone)+len(came) > 0)
	f.note(VerifiedBy, !slices.Equal(a.VerifiedBy, b.VerifiedBy))
	return f
}

// dutyPair tells what changed of a duty, seen through the partners of its statements and
// options.
func dutyPair(p Pair[ksb.Duty], statements partnersOf[ksb.StatementID], options partnersOf[ksb.OptionID]) DutyPair {
	d := DutyPair{Pair: p}
	d.Changed = changes(p, func(a, b *ksb.Duty) []Facet {
		var f facets
		d.Gone, d.Came = statements.moved(a.Statements, b.Statements)
		left, joined := options.moved(a.Options, b.Options)
		f.note(Wording, squeeze(a.Text) != squeeze(b.Text))
		f.note(Code, a.Code != b.Code)
		f.note(Core, a.Core != b.Core)
		f.note(Weight, a.Weight != b.Weight)
		f.note(Mapping, len(d.Gone)+len(d.Came) > 0)
		// No options stand for all of them, and a list of none for none of them.
		f.note(InOptions, len(left)+len(joined) > 0 || (a.Options == nil) != (b.Options == nil))
		return f
	})
	return d
}

func optionFacets(a, b *ksb.Option) []Facet {
	var f facets
	f.note(Wording, squeeze(a.Title) != squeeze(b.Title))
	return f
}

func gateFacets(a, b *ksb.Gate) []Facet {
	var f facets
	f.note(Phase, a.Phase != b.Phase)
	f.note(Grace, a.GraceDays != b.GraceDays)
	f.note(Source, a.Source != b.Source)
	f.note(Rule, written(a.Rule, nil) != written(b.Rule, nil) || written(a.AppliesIf, nil) != written(b.AppliesIf, nil))
	return f
}

func roleFacets(a, b *Role) []Facet {
	var f facets
	x, y := &a.Facts, &b.Facts
	f.note(EditionLabel, a.Edition != b.Edition)
	f.note(Title, squeeze(a.Title) != squeeze(b.Title))
	f.note(Aliases, !slices.Equal(a.Aliases, b.Aliases))
	f.note(Qual, a.Qual != b.Qual)
	f.note(Band, a.Band != b.Band)
	f.note(Codes, !slices.Equal(a.Codes, b.Codes))
	f.note(Funding, x.FundingMaxPence != y.FundingMaxPence)
	f.note(Duration, x.DurationMonths != y.DurationMonths)
	f.note(OffTheJob, x.MinimumOffTheJobMinutes != y.MinimumOffTheJobMinutes)
	f.note(Status, x.Status != y.Status)
	f.note(StartsFrom, x.From != y.From)
	f.note(StartsUntil, x.Until != y.Until)
	f.note(Regulator, x.Regulator != y.Regulator)
	f.note(Keywords, !slices.Equal(x.Keywords, y.Keywords))
	return f
}

// partnersOf are the partners of a list by the older IDs; nil: it has none.
type partnersOf[K comparable] map[K]*K

func partners[T any, K comparable](list []Pair[T], id func(*T) K) partnersOf[K] {
	partner := make(partnersOf[K], len(list))
	for _, p := range list {
		if p.From == nil {
			continue
		}
		partner[id(p.From)] = nil
		if p.To != nil {
			to := id(p.To)
			partner[id(p.From)] = &to
		}
	}
	return partner
}

// moved compares two lists of references: those of a whose partner b lacks, and those of
// b that are nobody's partner in a. What is not in the list of partners is compared by ID.
func (p partnersOf[K]) moved(a, b []K) (gone, came []K) {
	partnered := map[K]struct{}{}
	for _, id := range a {
		to, listed := p[id]
		if !listed {
			to = &id
		}
		if to == nil || !slices.Contains(b, *to) {
			gone = append(gone, id)
			continue
		}
		partnered[*to] = struct{}{}
	}
	for _, id := range b {
		if _, kept := partnered[id]; !kept {
			came = append(came, id)
		}
	}
	return gone, came
}

// written is a value as the files write it, after a change to the copy of it. What Compile
// has checked can always be written.
func written[T any](value T, change func(*T)) string {
	if change != nil {
		change(&value)
	}
	text, _ := json.Marshal(value)
	return string(text)
}
