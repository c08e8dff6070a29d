package match

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// titled is a text and the targets that it is a name of.
type titled struct {
	text string
	gold []string
}

// sharedFile opens a file of real data, or skips the test.
func sharedFile(t testing.TB, name string) io.Reader {
	t.Helper()
	file, err := os.Open(filepath.Join("../../../shared/data", name))
	if err != nil {
		t.Skipf("the real data is not here: ../shared/data/%s", name)
	}
	t.Cleanup(func() { _ = file.Close() })
	unpacked, err := gzip.NewReader(file)
	require.NoError(t, err)
	return unpacked
}

// tabbed reads the rows of an O*NET file, without its header.
func tabbed(t testing.TB, name string) (rows [][]string) {
	t.Helper()
	lines := bufio.NewScanner(sharedFile(t, name))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		rows = append(rows, strings.Split(lines.Text(), "\t"))
	}
	require.NoError(t, lines.Err())
	return rows[1:]
}

func commas(t testing.TB, name string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(sharedFile(t, name)).ReadAll()
	require.NoError(t, err)
	return rows[1:]
}

// onetRoles are the 1,016 occupations with all alternate titles that are at hand.
func onetRoles(t testing.TB) (roles []Target) {
	t.Helper()
	at := map[string]int{}
	for _, row := range tabbed(t, "onet/Occupation_Data.txt.gz") {
		at[row[0]] = len(roles)
		roles = append(roles, Target{ID: row[0], Texts: []string{row[1]}, About: row[2]})
	}
	for _, name := range []string{"onet/Alternate_Titles.dev-half.txt.gz", "onet/Sample_of_Reported_Titles.dev-half.txt.gz"} {
		for _, row := range tabbed(t, name) {
			role := &roles[at[row[0]]]
			role.Texts = append(role.Texts, row[1])
		}
	}
	return roles
}

func escoRoles(t testing.TB) (roles []Target) {
	t.Helper()
	for _, row := range commas(t, "esco-sample/official_occupations_en.csv.gz") {
		roles = append(roles, Target{ID: row[1], Texts: append([]string{row[3]}, strings.Split(row[4], "\n")...), About: row[12]})
	}
	return roles
}

// vacancies are vacancy titles with their ESCO occupations.
func vacancies(t testing.TB) (list []titled) {
	t.Helper()
	for _, row := range commas(t, "text/jobbert_titles.dev.csv.gz") {
		list = append(list, titled{row[1], []string{row[2]}})
	}
	return list
}

// standards are English apprenticeship standards with their typical job titles.
func standards(t testing.TB) (roles []Target) {
	t.Helper()
	from := json.NewDecoder(sharedFile(t, "skills-england/standards-sample.ndjson.gz"))
	for {
		var row struct {
			ReferenceNumber, Title, OverviewOfRole string
			TypicalJobTitles                       []string
		}
		if err := from.Decode(&row); err == io.EOF {
			return roles
		} else {
			require.NoError(t, err)
		}
		if !slices.ContainsFunc(roles, func(r Target) bool { return r.ID == row.ReferenceNumber }) {
			roles = append(roles, Target{ID: row.ReferenceNumber, Texts: append([]string{row.Title}, row.TypicalJobTitles...), About: row.OverviewOfRole})
		}
	}
}

func share(text string, of uint32) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(words.Normalise(text)))
	return h.Sum32() % of
}

// holdOut takes the aliases of one part of several out of the targets, and asks for them.
// No text that is asked for is left in.
func holdOut(targets []Target, of, part uint32) (rest []Target, asked []titled) {
	at := map[string]int{}
	names := map[string]bool{}
	for _, target := range targets {
		names[words.Normalise(target.Texts[0])] = true
	}
	for _, target := range targets {
		kept := target
		kept.Texts = nil
		for i, text := range target.Texts {
			key := words.Normalise(text)
			if i == 0 || share(text, of) != part || names[key] {
				kept.Texts = append(kept.Texts, text)
				continue
			}
			n, known := at[key]
			if !known {
				n = len(asked)
				at[key] = n
				asked = append(asked, titled{text: text})
			}
			asked[n].gold = append(asked[n].gold, target.ID)
		}
		rest = append(rest, kept)
	}
	return rest, asked
}

// thinned keeps one alias in so many.
func thinned(targets []Target, of uint32) (rest []Target) {
	for _, target := range targets {
		kept := target
		kept.Texts = target.Texts[:1:1]
		for _, text := range target.Texts[1:] {
			if share(text, 8*of)/8 == 0 { // by other bits than those of what is held out
				kept.Texts = append(kept.Texts, text)
			}
		}
		rest = append(rest, kept)
	}
	return rest
}

// known asks for one name in so many, after some random typing errors in each.
func known(t *Titles, every, errors int) (asked []titled) {
	random := rand.New(rand.NewPCG(1, uint64(errors)))
	for name := 0; name < len(t.names.shown); name += every {
		q := titled{text: misspelt(random, t.names.shown[name], errors)}
		for _, owner := range t.names.owners[name] {
			q.gold = append(q.gold, t.ids[owner])
		}
		asked = append(asked, q)
	}
	return asked
}

// misspelt changes, drops, adds or swaps random letters.
func misspelt(random *rand.Rand, text string, errors int) string {
	b := []rune(text)
	for range errors {
		i, letter := random.IntN(len(b)), rune('a'+random.IntN(26))
		switch random.IntN(4) {
		case 0:
			b[i] = letter
		case 1:
			if len(b) > 3 {
				b = slices.Delete(b, i, i+1)
			}
		case 2:
			b = slices.Insert(b, i, letter)
		case 3:
			if i+1 < len(b) {
				b[i], b[i+1] = b[i+1], b[i]
			}
		}
	}
	return string(b)
}
