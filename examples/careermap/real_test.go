package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/all"
	"github.com/skillgap-go/skillgap/pathway"
)

// The map of the real standards, which stand beside the project and are not part of it.

// standards reads the sample, and whatever else is named, as frameworks.
func standards(t *testing.T, more ...string) (*ksb.Index, []ksb.Framework) {
	t.Helper()
	var list []ksb.Framework
	for _, name := range append([]string{"../../../shared/data/skills-england/standards-sample.ndjson.gz"}, more...) {
		file, err := os.Open(name)
		if err != nil {
			t.Skip("the real data is not here: " + name)
		}
		t.Cleanup(func() { _ = file.Close() })
		for d := range all.Suite().Each(file, name) {
			list = append(list, d.Framework)
		}
	}
	ix, _ := ksb.Compile(list...)
	return ix, list
}

// routesOf are the families of the sample, read without any of our code: the standards of
// each route.
func routesOf(t *testing.T) (families [][]ksb.RoleID) {
	t.Helper()
	file, err := os.Open("../../../shared/data/skills-england/standards-sample.ndjson.gz")
	require.NoError(t, err)
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	require.NoError(t, err)
	byRoute := map[string][]ksb.RoleID{}
	lines := bufio.NewReader(unpacked)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			var s struct{ ReferenceNumber, Version, Route string }
			require.NoError(t, json.Unmarshal(line, &s))
			byRoute[s.Route] = append(byRoute[s.Route], ksb.RoleID(s.ReferenceNumber+"_"+s.Version))
		}
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
	}
	for _, route := range slices.Sorted(keys(byRoute)) {
		families = append(families, byRoute[route])
	}
	require.Greater(t, len(families), 10)
	return families
}

func keys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m { // any order: sorted by the caller
			if !yield(k) {
				return
			}
		}
	}
}

// standard is the reference without the version.
func standard(id ksb.RoleID) string {
	reference, _, _ := strings.Cut(string(id), "_")
	return reference
}

// sharing lists the pairs of different standards with the same words in some knowledge or
// skill, found by comparing all texts.
func sharing(ix *ksb.Index) map[[2]ksb.RoleID]bool {
	by := map[string][]ksb.RoleID{}
	for _, b := range ix.Briefs() {
		if b.OptionOf != "" {
			continue
		}
		for _, q := range b.Role.Requirements {
			if s, _ := ix.Statement(q.Statement); s.Kind != ksb.Behaviour {
				key := s.Kind.String() + strings.ToLower(strings.Join(strings.Fields(strings.Trim(s.Text, " .;")), " "))
				by[key] = append(by[key], b.Role.ID)
			}
		}
	}
	pairs := map[[2]ksb.RoleID]bool{}
	for _, roles := range by { // any order: a set
		for _, a := range roles {
			for _, b := range roles {
				if standard(a) != standard(b) {
					pairs[[2]ksb.RoleID{a, b}] = true
				}
			}
		}
	}
	return pairs
}

// TestComputedLinksOfRealStandards: of the pairs that share the very words of some
// knowledge or skill, how many does the map link, and how many of its links are such
// pairs? Families are the published routes. The numbers are printed with -v.
func TestComputedLinksOfRealStandards(t *testing.T) {
	ix, frameworks := standards(t)
	families, truth := routesOf(t), sharing(ix)
	require.NotEmpty(t, truth)
	for _, c := range []struct {
		likeness, recall, precision float64
	}{{0, 0.8, 0.9}, {0.6, 1, 0.05}, {0.5, 1, 0.03}, {0.4, 1, 0.01}} {
		atlas := pathway.NewAtlas(ix, nil, pathway.AtlasOptions{Families: families, Likeness: c.likeness, Most: 1000}, frameworks...)
		links, hits := 0, 0
		for _, b := range ix.Briefs() {
			if b.OptionOf != "" {
				continue
			}
			for l := range atlas.Links(b.Role.ID) {
				if l.Kind == pathway.ComputedLink && standard(l.From) != standard(l.To) {
					links++
					if truth[[2]ksb.RoleID{l.From, l.To}] {
						hits++
					}
				}
			}
		}
		recall, precision := float64(hits)/float64(len(truth)), float64(hits)/float64(max(links, 1))
		k := atlas.Calibrations()[0]
		t.Logf("likeness %.1f: least cover %.4f (mean %.4f, sd %.4f, %d of %d pairs share, skewed %v): %d links, %d of %d pairs that share words: precision %.3f, recall %.3f",
			c.likeness, k.Least, k.Mean, k.SD, k.Sharing, k.Pairs, k.Skewed, links, hits, len(truth), precision, recall)
		require.GreaterOrEqual(t, recall, c.recall)
		require.GreaterOrEqual(t, precision, c.precision)
	}
}

// TestNearestToTheAssistantPractitioner prints the ten occupations nearest to the
// published page, both ways, with -v.
func TestNearestToTheAssistantPractitioner(t *testing.T) {
	pages, err := filepath.Glob("../../../shared/seeds/003_*.txt")
	require.NoError(t, err)
	if len(pages) == 0 {
		t.Skip("the page is not here: ../shared/seeds/003_*.txt")
	}
	ix, frameworks := standards(t, pages[0])
	atlas := pathway.NewAtlas(ix, nil, pathway.AtlasOptions{Likeness: 0.4}, frameworks...)
	const page = ksb.RoleID("OCC0215")
	type near struct {
		id           ksb.RoleID
		title        string
		there, back  float64
		qualifies    ksb.Qual
		requirements int
	}
	var list []near
	for _, b := range ix.Briefs() {
		if b.OptionOf == "" && b.Role.ID != page {
			list = append(list, near{b.Role.ID, b.Role.Title, atlas.Cover(page, b.Role.ID), atlas.Cover(b.Role.ID, page), b.Role.Qual, len(b.Needs)})
		}
	}
	slices.SortStableFunc(list, func(a, b near) int { return cmp.Compare(b.there, a.there) })
	var table strings.Builder
	for _, n := range list[:10] {
		fmt.Fprintf(&table, "\n%-11s level %d %3d  of it covered %.3f, covers %.3f  %s", n.id, n.qualifies, n.requirements, n.there, n.back, n.title)
	}
	t.Log(table.String())
	first := []string{standard(list[0].id), standard(list[1].id), standard(list[2].id)}
	require.ElementsMatch(t, []string{"ST0215", "ST0216", "ST0217"}, first, "the standard itself in its first edition, and the two that lead to it")
}
