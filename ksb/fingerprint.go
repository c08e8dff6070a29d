package ksb

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
)

// fingerprint hashes the content: the frozen statements and roles, and the sorted
// rest of the frameworks, without the places it was read from. JSON keeps texts apart
// and drops what is absent, so equal content gives equal bytes.
func fingerprint(ix *Index, frameworks []Framework) string {
	sum := sha256.New()
	for i := range ix.statements {
		write(sum, ix.statements[i])
	}
	for _, r := range ix.roles {
		write(sum, canonicalGates(r))
	}
	writeSorted(sum, rest(frameworks))
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// canonicalGates returns the role with the branches of its rules in one order.
func canonicalGates(r Role) Role {
	r.Gates = slices.Clone(r.Gates)
	for i := range r.Gates {
		r.Gates[i].Rule = r.Gates[i].Rule.canonical()
	}
	return r
}

func (r Rule) canonical() Rule {
	for _, branches := range []*[]Rule{&r.Any, &r.All, &r.Of} {
		sortedBranches := make([]Rule, len(*branches))
		for i, b := range *branches {
			sortedBranches[i] = b.canonical()
		}
		slices.SortFunc(sortedBranches, func(a, b Rule) int { return bytes.Compare(encoded(a), encoded(b)) })
		*branches = sortedBranches
	}
	if r.Not != nil {
		inner := r.Not.canonical()
		r.Not = &inner
	}
	return r
}

// rest is what a framework has beside its statements and roles.
func rest(frameworks []Framework) (parts []any) {
	for _, f := range frameworks {
		parts = append(parts, Framework{ID: f.ID, Edition: f.Edition, Title: f.Title, Jurisdiction: f.Jurisdiction})
		for _, l := range f.Links {
			parts = append(parts, l)
		}
		for _, l := range f.Related {
			parts = append(parts, l)
		}
		for _, g := range f.Groups {
			g.Members = sorted(g.Members)
			parts = append(parts, g)
		}
	}
	return parts
}

func writeSorted(w io.Writer, parts []any) {
	lines := make([][]byte, len(parts))
	for i, part := range parts {
		lines[i] = encoded(part)
	}
	slices.SortFunc(lines, bytes.Compare)
	for _, line := range slices.CompactFunc(lines, bytes.Equal) {
		_, _ = w.Write(line) // a hash takes every byte
	}
}

func write(w io.Writer, v any) { _, _ = w.Write(encoded(v)) }

// encoded is v as one line. What cannot be written, such as a relation without a
// name, was reported as a problem; its error stands for it.
func encoded(v any) []byte {
	line, err := json.Marshal(v)
	if err != nil {
		line = []byte(err.Error())
	}
	return append(line, '\n')
}
