package render_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

// Everything that stands on a page is said through the catalogue, but for the data, which
// has no letter here.
func TestPagesSpeakOneLanguage(t *testing.T) {
	t.Parallel()
	o := reports.HTMLOptions{Words: wording.Pseudo(), Assets: web.Assets{StyleURL: "/s", ScriptURL: "/j"}}
	p := full()
	p.Worker, p.Role, p.RuledOut, p.Reuse = "1", "2", nil, &pathway.Reuse{Closes: []ksb.StatementID{"3"}, Courses: []string{"4"}, Residue: []ksb.StatementID{"5"}}
	p.Steps[0].Course, p.Steps[0].Title, p.Steps[1].Course, p.Steps[1].Title, p.Steps[1].Opens = "6", "7", "8", "9", []ksb.GateID{"10"}
	p.Steps[0].Because = []assess.Reason{reason(pathway.SuppliesLevel, []string{"8", "11"}, assess.Number{Name: "level", Value: 1}), reason(pathway.SuppliesCredential, []string{"8", "12"}), reason(pathway.ComesBefore, []string{"8"}), reason(pathway.AskedFor, nil)}
	p.Steps[1].Because = []assess.Reason{reason(pathway.ClosesGap, []string{"3"}), reason(pathway.AwardsCredential, []string{"13"}), reason(pathway.AddsCredits, []string{"14"}, assess.Number{Name: "credits", Value: 3})}
	p.AssessFirst, p.TaughtNotYetShown, p.Conditional.Courses = []pathway.Assessment{{Statement: "15", Action: assess.Moderate}}, []ksb.StatementID{"16"}, []string{"17"}
	p.Left = []pathway.Left{{Statement: "18", Reason: pathway.NoCourse}, {Statement: "19", Reason: pathway.Blocked, Refs: []string{"20"}}, {Statement: "15", Reason: pathway.AssessFirst}}
	p.Proof = foreign(proved().Proof)
	r := journey()
	r.Worker, r.From.Title, r.To.Title = "1", "2", "3"
	for i := range r.Routes[0].Hops {
		h := &r.Routes[0].Hops[i]
		h.Title, h.Band, h.Regulator, h.Shown, h.Built, h.New, h.Steps, h.Left, h.AssessFirst, h.Links, h.Gates = "4", "5", "6", nil, nil, nil, nil, nil, nil, nil, nil
	}
	for _, page := range []string{planPage(t, nil, p, o), routePage(t, r, pathway.Map{}, o)} {
		for _, name := range []string{"title", "main"} {
			require.Empty(t, wording.Plain(words(named(t, page, name)[0])))
		}
	}
}

// hostileWords are texts that would be markup, or turn a line around, if they could.
func hostileWords() []string {
	return []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `<svg/onload=alert(1)>`, `javascript:alert(1)`, `</title><script>alert(1)</script>`,
		"a\x00b\x1b[31m", "a\xffb", "\u202eabc", "مرحبا", strings.Repeat("m", 400), "", `' onclick='alert(1)`, "--><b>",
	}
}

func TestMarkupInTitlesIsText(t *testing.T) {
	t.Parallel()
	count := func(page string) (n int) {
		for _, e := range elements(t, page) {
			if e.Data == "script" || e.Data == "img" || e.Data == "b" {
				n++
			}
		}
		return n
	}
	usual := count(planPage(t, report(), full(), reports.HTMLOptions{}))
	for _, text := range hostileWords() {
		p, r, j, m := full(), report(), journey(), county()
		p.Worker, p.Role, r.Role.Title, r.Gaps[0].Text, r.Gaps[0].Code = text, ksb.RoleID(text), text, text, text
		p.Steps[0].Title, p.Steps[1].Course, p.Steps[1].Opens = text, text, []ksb.GateID{ksb.GateID(text)}
		p.Conditional.Courses = []string{text}
		j.Worker, j.To.Title, j.From.Title, m.Roles[0].Title = text, text, text, text
		j.Routes[0].Hops[0].Title, j.Routes[0].Hops[0].Links[0].Source, j.Routes[0].Hops[0].New[0].Code = text, text, text
		for _, page := range []string{planPage(t, r, p, reports.HTMLOptions{}), routePage(t, j, m, reports.HTMLOptions{})} {
			requireSound(t, page)
			require.Equal(t, usual, count(page), "%q", text)
		}
		if strings.HasPrefix(text, "<script>") {
			require.Contains(t, words(section(t, planPage(t, r, p, reports.HTMLOptions{}), "plan-steps")), text, "it reads as it was written")
		}
	}
}

// Every class that a page names is one of the style sheet, but for the few that only
// tell things apart.
func TestClassesHaveStyles(t *testing.T) {
	t.Parallel()
	for _, page := range []string{planPage(t, report(), full(), reports.HTMLOptions{}), routePage(t, journey(), county(), reports.HTMLOptions{})} {
		for _, n := range elements(t, page) {
			list, _ := valueOf(n, "class")
			for class := range strings.FieldsSeq(list) {
				if class != "wide" {
					require.Regexp(t, `\.`+class+`\b`, web.StyleSheet())
				}
			}
		}
	}
}

func TestPagesReportTheErrorsOfTheWriter(t *testing.T) {
	t.Parallel()
	require.Error(t, render.PlanHTML(broken{}, report(), full(), reports.HTMLOptions{}))
	require.Error(t, render.RouteHTML(broken{}, journey(), county(), reports.HTMLOptions{}))
}

func FuzzPlanHTML(f *testing.F) {
	for _, text := range hostileWords() {
		f.Add(text, 3)
	}
	f.Fuzz(func(t *testing.T, text string, week int) {
		p := full()
		p.Worker, p.Steps[0].Title, p.Steps[0].StartWeek, p.Steps[0].EndWeek = text, text, week%10_000, week%10_000+week%7
		requireSound(t, planPage(t, report(), p, reports.HTMLOptions{}))
	})
}
