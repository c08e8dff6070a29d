package onet_test

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/onet"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
)

// small is a small set in our own words.
func small() map[string]string {
	const rated = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source\n"
	return map[string]string{
		"Occupation Data.txt": "O*NET-SOC Code\tTitle\tDescription\n" +
			"45-2011.00\tBeekeepers\tKeep bees, and say \"thanks.\n" +
			"45-2012.00\tHoney Sellers\tSell honey.\n" +
			"45-2013.00\tQueen Breeders\tBreed queens.\n",
		"Skills.txt": rated +
			"45-2011.00\t2.A.1.a\tReading\tIM\t3\t8\t0.1\t2\t4\tN\t\t08/2023\tAnalyst\n" +
			"45-2011.00\t2.A.1.a\tReading\tLV\t3.5\t8\t0.1\t2\t4\tN\tN\t08/2023\tAnalyst\n" +
			"45-2011.00\t2.B.1.a\tCalm Handling\tIM\t5\t8\t0.1\t2\t4\tN\t\t08/2023\tAnalyst\n" +
			"45-2011.00\t2.B.1.a\tCalm Handling\tLV\t0.4\t8\t0.1\t2\t4\tN\tN\t08/2023\tAnalyst\n" +
			"45-2012.00\t2.A.1.a\tReading\tIM\t2\t8\t0.1\t2\t4\tN\t\t08/2023\tAnalyst\n" +
			"45-2012.00\t2.A.1.a\tReading\tLV\t6.49\t8\t0.1\t2\t4\tN\tN\t08/2023\tAnalyst\n",
		"Knowledge.txt": rated +
			"45-2011.00\t2.C.1.a\tBiology\tIM\t4\t8\t0.1\t2\t4\tY\t\t08/2023\tAnalyst\n" +
			"45-2011.00\t2.C.1.a\tBiology\tLV\t4\t8\t0.1\t2\t4\tN\tN\t08/2023\tAnalyst\n" +
			"45-2012.00\t2.C.1.a\tBiology\tIM\t1.5\t8\t0.1\t2\t4\tY\t\t08/2023\tAnalyst\n" +
			"45-2012.00\t2.C.1.a\tBiology\tLV\t0.5\t8\t0.1\t2\t4\tY\tY\t08/2023\tAnalyst\n",
		"Task Statements.txt": "O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source\n" +
			"45-2011.00\t20\tOpen hives.\tSupplemental\t9\t08/2023\tIncumbent\n" +
			"45-2011.00\t3\tSay \"bees\" to bees.\tCore\t9\t08/2023\tIncumbent\n",
		"Alternate Titles.txt": "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n" +
			"45-2011.00\tHive Keeper (HK)\tHK\t08,10\n45-2011.00\tApiarist\tn/a\t08\n",
		"Sample of Reported Titles.txt": "O*NET-SOC Code\tReported Job Title\tShown in My Next Move\n" +
			"45-2011.00\tApiarist\tY\n45-2011.00\tBeekeepers\tN\n",
		"Job Zones.txt": "O*NET-SOC Code\tJob Zone\tDate\tDomain Source\n" +
			"45-2012.00\t2\t08/2023\tAnalyst\n45-2011.00\t2\t08/2023\tAnalyst\n45-2013.00\t4\t08/2023\tAnalyst\n",
		"Related Occupations.txt": "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n" +
			"45-2011.00\t45-2013.00\tPrimary-Short\t10\n45-2011.00\t45-2012.00\tPrimary-Short\t2\n",
		"Scales Reference.txt": "Scale ID\tScale Name\tMinimum\tMaximum\nIM\tImportance\t1\t5\nLV\tLevel\t0\t7\nRT\tRelevance\t0\t100\n",
		"Level Scale Anchors.txt": "Element ID\tElement Name\tScale ID\tAnchor Value\tAnchor Description\n" +
			"2.A.1.a\tReading\tLV\t2\tRead a label\n2.A.1.a\tReading\tLV\t6\tRead a \"thesis\n1.A.1.a\tSight\tLV\t4\tSee a bee\n",
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
	return onet.ReadFS(tree, onet.DetectFS(paths))
}

// told is a problem as tests look at it: where, and the fault. What is not kept is left
// out: see TestNotKept.
func told(problems ksb.Problems) (list []string) {
	for _, p := range faults(problems) {
		list = append(list, fmt.Sprintf("%s:%d %s", p.Origin.File, p.Origin.Line, p.Fault))
	}
	return list
}

// plainly reads a file without any of our code: a map by column for each row.
func plainly(t *testing.T, path string) (rows []map[string]string) {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	require.NoError(t, err)
	lines := bufio.NewScanner(unpacked)
	var header []string
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if header == nil {
			header = cells
			continue
		}
		row := map[string]string{}
		for i, column := range header {
			row[column] = cells[i]
		}
		rows = append(rows, row)
	}
	require.NoError(t, lines.Err())
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

// backwards turns the rows of a file round, which must not show.
func backwards(text string) string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	slices.Reverse(lines[1:])
	return strings.Join(lines, "\n")
}

// faults are the problems without those that say what is not kept.
func faults(problems ksb.Problems) ksb.Problems {
	return slices.DeleteFunc(slices.Clone(problems), func(p *ksb.Problem) bool { return p.Fault == rows.ErrNoPlace })
}
