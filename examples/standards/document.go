package main

import (
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format"
)

// document is what one file holds, or one data set of several files.
type document struct {
	File       string    `json:"file"`
	Reader     string    `json:"reader"` // the format; "": none understood it
	Roles      int       `json:"roles"`
	Knowledge  int       `json:"knowledge"`
	Skills     int       `json:"skills"`
	Behaviours int       `json:"behaviours"`
	Duties     int       `json:"duties"`
	Options    int       `json:"options"`
	Links      int       `json:"links"`
	Problems   []problem `json:"problems"`

	framework ksb.Framework
	problems  ksb.Problems
}

// problem is one mistake, as programs read it.
type problem struct {
	Line   int    `json:"line"`
	Path   string `json:"path"`
	Fault  string `json:"fault"`
	Detail string `json:"detail"`
}

// count sums a document up. Each is compiled by itself, so that the problems are those of
// its parts and of how they fit together.
func count(d format.Document) document {
	f := d.Framework
	out := document{File: d.Name, Reader: d.Format, Roles: len(f.Roles), Links: len(f.Links) + len(f.Related), framework: f, Problems: []problem{}}
	kinds := map[ksb.Kind]*int{ksb.Knowledge: &out.Knowledge, ksb.Skill: &out.Skills, ksb.Behaviour: &out.Behaviours}
	for _, s := range f.Statements {
		if n := kinds[s.Kind]; n != nil {
			*n++
		}
	}
	for _, r := range f.Roles {
		out.Duties += len(r.Duties)
		out.Options += len(r.Options)
	}
	_, compiled := ksb.Compile(f)
	out.problems = append(d.Problems, compiled...).Sort()
	for _, p := range out.problems {
		out.Problems = append(out.Problems, problem{p.Origin.Line, p.Path, string(p.Fault), p.Detail})
	}
	return out
}
