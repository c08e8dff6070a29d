package main

import (
	"io/fs"
	"iter"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/all"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// data is the folder with the collected sets.
type data struct {
	root    fs.FS
	missing ksb.Problems // what a set needs and is not there
}

// table yields the rows of a delimited file; none if it is not there, which is noted.
func (d *data) table(name string, split rows.Splitter) iter.Seq[rows.Row] {
	content, problem := input.ReadFile(d.root, name)
	if problem != nil {
		d.missing = append(d.missing, problem)
		return func(func(rows.Row) bool) {}
	}
	var faults ksb.Problems // broken rows are few, and no part of any figure
	return rows.Open(name, content, split, &faults).All()
}

// lines yields the lines of a file that has no header, without blanks at their ends.
func (d *data) lines(name string) iter.Seq[string] {
	content, problem := input.ReadFile(d.root, name)
	if problem != nil {
		d.missing = append(d.missing, problem)
	}
	return func(yield func(string) bool) {
		for line := range strings.Lines(string(content)) {
			if line = strings.TrimSpace(line); line != "" && !yield(line) {
				return
			}
		}
	}
}

// standards are the published standards of the sample, whole, without their options.
func (d *data) standards() (ix *ksb.Index, roles []ksb.Role) {
	const name = "skills-england/standards-sample.ndjson.gz"
	file, err := d.root.Open(name)
	if err != nil {
		d.missing.Add(ksb.Origin{File: name}, "", ksb.ErrRead, "%v", err)
		return nil, nil
	}
	defer file.Close()
	var list []ksb.Framework
	for document := range all.Suite().Each(file, name) {
		list = append(list, document.Framework)
	}
	ix, _ = ksb.Compile(list...)
	for _, b := range ix.Briefs() {
		if b.OptionOf == "" && !strings.Contains(string(b.Role.ID), "/") {
			roles = append(roles, *b.Role)
		}
	}
	return ix, roles
}
