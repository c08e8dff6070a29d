package esco_test

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/esco"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
)

// tabiya is a small set in the columns of Tabiya, in our own words.
func tabiya() map[string]string {
	return map[string]string{
		"occupations.csv": `"ORIGINURI","ID","UUIDHISTORY","OCCUPATIONGROUPCODE","CODE","PREFERREDLABEL","ALTLABELS","DESCRIPTION","DEFINITION","SCOPENOTE","REGULATEDPROFESSIONNOTE","OCCUPATIONTYPE","ISLOCALIZED"
"e/o/bee","k1","u-new
u-old","6123","6123.1","beekeeper","hive keeper
beekeeper
apiarist","Keeps bees.

Sells ""honey"".","","","","escooccupation","false"
"e/o/queen","k2","u2","6123","6123.1.1","queen breeder","","","Breeds queens.","","","escooccupation","false"
"e/o/bee","k3","u3-new
u3-old","6123","6123_1","beekeeper of the hills","","","","","","localoccupation","false"
"","k4","","I1","I1_1","honey seller","","","","","","localoccupation","false"
`,
		"skills.csv": `"ORIGINURI","ID","UUIDHISTORY","SKILLTYPE","REUSELEVEL","PREFERREDLABEL","ALTLABELS","DESCRIPTION","DEFINITION","SCOPENOTE",ISLOCALIZED
"e/s/hive","k1","v1","skill/competence","sector-specific","open a hive","","","","","false"
"e/s/life","k2","v2","knowledge","cross-sector","life of bees","","","","","false"
"e/s/calm","k3","v3","attitude","transversal","stay calm","","","","","false"
"e/s/insects","k4","v4","knowledge","cross-sector","insects","","","","","false"
`,
		"occupation_groups.csv": `"ORIGINURI","ID","UUIDHISTORY","CODE","GROUPTYPE","PREFERREDLABEL","ALTLABELS","DESCRIPTION"
"e/i/6","g6","w1","6","iscogroup","farmers","",""
"e/i/6123","g6123","w2","6123","iscogroup","keepers of bees","",""
`,
		"skill_groups.csv": `"ORIGINURI","ID","UUIDHISTORY","CODE","PREFERREDLABEL","ALTLABELS","DESCRIPTION","SCOPENOTE"
"e/g/nature","n1","x1","","nature","","",""
"e/g/animals","n2","x2","","animals","","",""
"e/g/farms","n3","x3","","farms","","",""
`,
		"occupation_hierarchy.csv": `"PARENTOBJECTTYPE","PARENTID","CHILDID","CHILDOBJECTTYPE"
"iscogroup","g6","g6123","iscogroup"
"iscogroup","g6123","k1","escooccupation"
"escooccupation","k1","k2","escooccupation"
"escooccupation","k1","k3","localoccupation"
`,
		"skill_hierarchy.csv": `"PARENTOBJECTTYPE","PARENTID","CHILDID","CHILDOBJECTTYPE"
"skillgroup","n1","n2","skillgroup"
"skillgroup","n3","n2","skillgroup"
"skillgroup","n2","k4","skill"
"skill","k4","k2","skill"
`,
		"occupation_to_skill_relations.csv": `"OCCUPATIONTYPE","OCCUPATIONID","RELATIONTYPE","SKILLID","SIGNALLINGVALUELABEL","SIGNALLINGVALUE"
"escooccupation","k1","essential","k1","",""
"escooccupation","k1","optional","k2","",""
"escooccupation","k2","essential","k3","",""
"localoccupation","k3","","k1","high","1"
`,
		"skill_to_skill_relations.csv": `"REQUIRINGID","RELATIONTYPE","REQUIREDID"
"k1","essential","k2"
"k1","optional","k3"
`,
	}
}

func readSet(t testing.TB, set map[string]string) (ksb.Framework, ksb.Problems) {
	t.Helper()
	tree := fstest.MapFS{}
	for name, text := range set {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return readTree(t, tree)
}

func readTree(t testing.TB, tree fs.FS) (ksb.Framework, ksb.Problems) {
	t.Helper()
	paths, err := fs.Glob(tree, "*")
	require.NoError(t, err)
	return esco.ReadFS(tree, esco.DetectFS(paths))
}

// told is a problem as tests look at it: where, and the fault. What is not kept is left
// out: see TestNotKept.
func told(problems ksb.Problems) (list []string) {
	for _, p := range faults(problems) {
		list = append(list, fmt.Sprintf("%s:%d %s", p.Origin.File, p.Origin.Line, p.Fault))
	}
	return list
}

// plainly reads a table without any of our code: a map by column for each row.
func plainly(t *testing.T, path string) (rows []map[string]string) {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	require.NoError(t, err)
	data, err := io.ReadAll(unpacked)
	require.NoError(t, err)
	all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	require.NoError(t, err)
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, column := range all[0] {
			row[column] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func count(problems ksb.Problems, fault ksb.Fault) (n int) {
	for _, p := range problems {
		if p.Fault == fault {
			n++
		}
	}
	return n
}

// backwards turns the rows of a table round, which must not show.
func backwards(t testing.TB, text string) string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	slices.Reverse(rows[1:])
	var out strings.Builder
	w := csv.NewWriter(&out)
	require.NoError(t, w.WriteAll(rows))
	return out.String()
}

// faults are the problems without those that say what is not kept.
func faults(problems ksb.Problems) ksb.Problems {
	return slices.DeleteFunc(slices.Clone(problems), func(p *ksb.Problem) bool { return p.Fault == rows.ErrNoPlace })
}
