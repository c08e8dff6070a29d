package main

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// sets are all that is asked, with the goals that the study behind package match set on
// other halves of the same data.
func (d *data) sets() []set {
	onet := named(d.onet())
	ix, standards := d.standards()
	return append(d.titleSets(onet, named(occupations(standards))), d.statementSets(onet, ix, standards)...)
}

func (d *data) titleSets(onet, standards *roles) []set {
	occupations := d.esco()
	whole, esco := []part{{targets: onet.known}}, named(occupations)
	all := slices.Concat(standards.known, onet.known)
	names := func(of func(string) string) (list []query) {
		for _, t := range all {
			list = append(list, query{text: of(t.Texts[0]), gold: []string{t.ID}})
		}
		return list
	}
	toName := []part{{targets: titlesAlone(all)}}
	unseen := func(one, five, rank, calibrated float64) []measure {
		return []measure{
			{name: "the first is right", goal: one, of: mean(first)},
			{name: "one of the first five is right", goal: five, of: mean(hit5)},
			{name: "mean reciprocal rank", goal: rank, of: mean(reciprocal)},
			{name: "calibration error", goal: calibrated, most: true, own: true, of: calibration},
			{name: "what is accepted without a person is right", goal: 1, own: true, of: share(accepted, isFirst)}}
	}
	return []set{
		{name: "O*NET: titles never seen -> occupation", parts: whole, queries: onet.held, speed: 1000, measures: unseen(.51, .78, .629, .02)},
		{name: "O*NET: known titles with one typing error", parts: whole, queries: onet.mistyped(1), measures: []measure{
			{name: "the first is right", goal: .94, of: mean(first)}}},
		{name: "O*NET: known titles with two typing errors", parts: whole, queries: onet.mistyped(2), measures: []measure{
			{name: "the first is right", goal: .86, of: mean(first)}}},
		{name: "O*NET: known titles", parts: whole, queries: onet.aliases(), measures: []measure{
			{name: "the first is right", goal: 1, of: mean(first)},
			{name: "all occupations of that title are listed so", goal: 1, own: true, of: share(every, allExact)},
			{name: "titles of one occupation are accepted", goal: 1, own: true, of: share(alone, accepted)},
			{name: "what is accepted without a person is right", goal: 1, own: true, of: share(accepted, isFirst)}}},
		{name: "ESCO: labels never seen -> occupation", parts: []part{{targets: esco.known}}, queries: esco.held, measures: unseen(.753, .904, .819, 0)},
		{name: "Standards: job titles never seen -> standard", parts: []part{{targets: standards.known}}, queries: standards.held, speed: 3000, measures: unseen(0, 0, 0, 0)},
		{name: "Titles of vacancies -> ESCO occupation", parts: []part{{targets: occupations}}, queries: d.vacancies(), measures: []measure{
			{name: "mean reciprocal rank", goal: .355, of: mean(reciprocal)},
			{name: "one of the first five is right", goal: .46, of: mean(hit5)},
			{name: "calibration error", own: true, of: calibration}}},
		{name: "Typing aid: two fifths of the name of a standard or occupation", kind: typing, parts: toName, queries: names(begun), measures: []measure{
			{name: "one of the first five is right", goal: .908, of: mean(hit5)}}},
		{name: "Typing aid: the same names without their vowels", kind: typing, parts: toName, queries: names(clipped), measures: []measure{
			{name: "one of the first five is right", goal: .994, of: mean(hit5)}}},
	}
}

func (d *data) statementSets(onet *roles, ix *ksb.Index, standards []ksb.Role) []set {
	skills := d.skills()
	sentences := func(file string) []query { return d.sentences("text/"+file+"_validation_annotations.csv", skills) }
	found := func(goal float64) []measure {
		return []measure{
			{name: "right among the first five, of those that could be", goal: goal, of: mean(recall5)},
			{name: "mean reciprocal rank", of: mean(reciprocal)},
			{name: "calibration error", own: true, of: calibration}}
	}
	mapped := []measure{
		{name: "the first is right", goal: .71, of: mean(first)},
		{name: "right among the first five, of those that could be", goal: .57, of: mean(recall5)},
		{name: "calibration error", own: true, of: calibration}}
	standardParts, dutyQueries := duties(ix, standards)
	taskQueries, others := d.tasks()
	relatedTargets, relatedQueries := d.related(onet.known)
	once := []measure{
		{name: "the first is right", of: mean(first)},
		{name: "one of the first five is right", of: mean(hit5)},
		{name: "calibration error", own: true, of: calibration}}
	return []set{
		{name: "Sentences of adverts, technical -> ESCO skills", kind: statements, parts: []part{{targets: skills}}, queries: sentences("tech"), measures: found(.5)},
		{name: "Sentences of adverts, all trades -> ESCO skills", kind: statements, parts: []part{{targets: skills}}, queries: sentences("house"), measures: found(.39)},
		{name: "Duties -> the KSBs that they need, each duty for itself", kind: statements, parts: standardParts, queries: dutyQueries, measures: mapped[:2]},
		{name: "Duties -> the KSBs that they need, as a mapping of the standard", kind: mapping, parts: standardParts, queries: dutyQueries, measures: mapped},
		{name: "Tasks -> occupation, nothing confirmed", kind: statements, parts: []part{{targets: described(onet.known)}}, queries: taskQueries, measures: once},
		{name: "Tasks -> occupation, the other tasks confirmed", kind: statements, parts: []part{{targets: described(onet.known), confirmed: others}}, queries: taskQueries, measures: once},
		{name: "Occupations -> those published as related", long: true, kind: statements, parts: []part{{targets: relatedTargets}}, queries: relatedQueries, measures: []measure{
			{name: "right among the first five", goal: .63, of: mean(precision5)}}},
	}
}
