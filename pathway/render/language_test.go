package render_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// telling is a writer with something to write.
type telling struct {
	name  string
	write func(render.Options, io.Writer) error
}

// tellings are the writers for people with what makes them say everything that they can.
func tellings(t testing.TB) []telling {
	return slices.Concat(routesTold(), changesTold(), recognitionTold(t), plansTold(), whyTold(), timetablesTold())
}

// saidBy is what a writer says for people, without the signs of its format.
func saidBy(t testing.TB, words *wording.Words, told telling) (said string) {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, told.write(render.Options{Words: words}, &out))
	switch format, _, _ := strings.Cut(told.name, " "); format {
	case "svg":
		return textOf(t, out.Bytes())
	case "mermaid":
		for _, quoted := range regexp.MustCompile(`"[^"]*"`).FindAllString(out.String(), -1) {
			said += quoted + "\n"
		}
		return said
	case "gantt":
		for _, words := range regexp.MustCompile(`(?m)^    (?:title|section)? ?([^:\n]*)(?: :[cx]\d+, .*)?$`).FindAllStringSubmatch(out.String(), -1) {
			said += words[1] + "\n"
		}
		return strings.NewReplacer("dateFormat YYYY-MM-DD\n", "", "axisFormat %d %b\n", "").Replace(said)
	case "calendar":
		for _, l := range parseICal(t, out.String()) {
			if l.name == "SUMMARY" || l.name == "DESCRIPTION" {
				said += unescape(l.value) + "\n"
			}
		}
		return said
	case "text":
		requireFits(t, out.String())
	}
	return out.String()
}

// textOf is the text of a drawing.
func textOf(t testing.TB, drawing []byte) (said string) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(drawing)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return said
		}
		require.NoError(t, err)
		if text, is := token.(xml.CharData); is {
			said += string(text) + "\n"
		}
	}
}

func requireFits(t testing.TB, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		require.LessOrEqual(t, utf8.RuneCountInString(line), 80, "%q", line)
		require.Equal(t, strings.TrimRight(line, " "), line)
	}
}

// TestWritersSayEverythingThroughTheCatalogue: in the language for tests no writer has a
// plain letter that is not data. A key that is not there and an argument that was not
// given are plain letters too.
func TestWritersSayEverythingThroughTheCatalogue(t *testing.T) {
	t.Parallel()
	pseudo := wording.Pseudo()
	for _, told := range tellings(t) {
		require.Empty(t, wording.Plain(saidBy(t, pseudo, told)), told.name)
	}
}

// TestTheTellingsTellAll: every message of the writers is said by one of the tellings, so
// that the test above has looked at it.
func TestTheTellingsTellAll(t *testing.T) {
	t.Parallel()
	pseudo, all := wording.Pseudo(), ""
	for _, told := range tellings(t) {
		all += saidBy(t, pseudo, told) + "\n"
	}
	all = flat(all)
	for _, key := range pseudo.Keys() {
		if !slices.ContainsFunc(spokenHere(), func(prefix string) bool { return strings.HasPrefix(key, prefix) }) {
			continue
		}
		require.True(t, isSaid(all, pseudo.Texts(key)), "%s: %s", key, pseudo.Texts(key)["other"])
	}
}

// spokenHere are the beginnings of the keys that only the writers of this test say.
func spokenHere() []string {
	return []string{"route.text.", "route.relation.", "changes.", "rpl.", "plan.text.", "plan.gates", "frontier.", "why.", "proof.", "timetable."}
}

// isSaid tells whether the longest words between arguments of one of the forms are there.
func isSaid(all string, forms map[string]string) bool {
	for _, text := range forms { // any order: one is enough
		longest := ""
		for _, words := range regexp.MustCompile(`\{[^}]*\}`).Split(text, -1) {
			if words = flat(words); len(words) > len(longest) {
				longest = words
			}
		}
		if strings.Contains(all, longest) {
			return true
		}
	}
	return false
}

// TestPseudoCanFail: words that go past the catalogue are seen.
func TestPseudoCanFail(t *testing.T) {
	t.Parallel()
	r := foreign(journey())
	r.To.Title = "Manager"
	said := saidBy(t, wording.Pseudo(), telling{"text", func(o render.Options, w io.Writer) error { return o.RoutesText(w, r) }})
	require.Equal(t, []string{"Manager"}, slices.Compact(wording.Plain(said)))
}

// TestColumnsGrowWithTheirWords: what stands in one column does so in any language.
func TestColumnsGrowWithTheirWords(t *testing.T) {
	t.Parallel()
	why := &pathway.Why{Other: &pathway.Conditional{}}
	changes := &pathway.Replanned{Changes: []pathway.Change{{Change: pathway.Kept}, {Change: pathway.Added}, {Change: pathway.Dropped}}}
	for _, c := range []struct {
		why   string
		write func(render.Options, io.Writer) error
		keys  []string
	}{
		{"the facts of a hop", func(o render.Options, w io.Writer) error { return o.RoutesText(w, journey()) }, []string{"route.why", "route.carries", "route.new", "route.comes"}},
		{"what a plan comes to", func(o render.Options, w io.Writer) error { return o.Text(w, nil, full()) }, []string{"plan.cost", "plan.hours", "plan.weeks", "plan.text.proof"}},
		{"a plan and another", func(o render.Options, w io.Writer) error { return o.WhyText(w, nil, why) }, []string{"why.best", "why.with", "why.differs"}},
		{"what becomes of courses", func(o render.Options, w io.Writer) error { return o.ChangesText(w, changes) }, []string{"changes.course.kept", "changes.course.added", "changes.course.dropped"}},
		{"the head of a statement", func(o render.Options, w io.Writer) error { return o.RPLText(w, recognised(t, rpl.Binary)) }, []string{"rpl.programme", "rpl.as-of", "rpl.method"}},
	} {
		for _, words := range []*wording.Words{nil, wording.Pseudo()} {
			said, starts := saidBy(t, words, telling{"text", c.write}), map[int]bool{}
			for _, key := range c.keys {
				_, after, found := strings.Cut(said, "  "+words.Say(key)+" ")
				require.True(t, found, "%s: %s", c.why, key)
				starts[len([]rune(words.Say(key)))+len(after)-len(strings.TrimLeft(after, " "))] = true
			}
			require.Len(t, starts, 1, c.why)
		}
	}
}

// TestDrawingsTakeLongerWords: no word of a drawing begins or ends outside of it or of
// its box, at 7 pixels a character.
func TestDrawingsTakeLongerWords(t *testing.T) {
	t.Parallel()
	for _, words := range []*wording.Words{nil, wording.Pseudo()} {
		var out bytes.Buffer
		require.NoError(t, render.Options{Words: words}.MapSVG(&out, pathway.Map{}, nil))
		width := 0
		for _, found := range regexp.MustCompile(`<text x="(\d+)"[^>]*>([^<]*)</text>`).FindAllStringSubmatch(out.String(), -1) {
			width = max(width, number(t, found[1])+7*len([]rune(found[2])))
		}
		require.LessOrEqual(t, width, number(t, regexp.MustCompile(`width="(\d+)"`).FindStringSubmatch(out.String())[1]))
		out.Reset()
		require.NoError(t, render.Options{Words: words}.MapSVG(&out, county(), journey()))
		for _, found := range regexp.MustCompile(`text-anchor="middle"[^>]*>([^<]*)</text>`).FindAllStringSubmatch(out.String(), -1) {
			require.LessOrEqual(t, len([]rune(found[1])), 40, "with entities: 26 characters")
		}
	}
}

// TestAnotherLanguage: one file is another language, and no title is translated.
func TestAnotherLanguage(t *testing.T) {
	t.Parallel()
	german, problems := wording.Load(strings.NewReader(`{"language": "de", "messages": {"route.direct": "Nur das Ziel", "time.weeks": {"one": "{n} Woche", "other": "{n} Wochen"}}}`), "de.json")
	require.NoError(t, problems.Err())
	said := saidBy(t, german, telling{"text", func(o render.Options, w io.Writer) error { return o.RoutesText(w, journey()) }})
	require.Contains(t, said, "Nur das Ziel\n------------\n£90.00, 6 hours 40 minutes, 1 Woche.")
	require.Contains(t, said, "Assistant practitioner in diagnostic imaging")
}
