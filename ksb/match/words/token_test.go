package words_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// TestNormalise is the specification of how texts are compared.
func TestNormalise(t *testing.T) {
	cases := []struct{ text, want, why string }{
		{"Healthcare Assistant", "healthcare assistant", "case does not count"},
		{"  Moving and handling,\tL1. ", "moving and handling l1", "nor do punctuation and blanks"},
		{"C++ / C# developer", "c++ c# developer", "+ and # belong to the word before them"},
		{"# 1 + 2", "1 2", "but are no words themselves"},
		{"Research & Development", "research and development", "& is read out"},
		{"R&D", "r and d", "also inside a word"},
		{"the nurse's patients’ café", "the nurses patients cafe", "apostrophes and accents do not count"},
		{"Co-ordinator", "co ordinator", "a hyphen parts words"},
		{"H.C.A.", "h c a", "so does a full stop"},
		{"ＨＣＡ ﬁtter ½", "hca fitter 1 2", "compatibility forms are taken apart"},
		{"Straße ΣΊΣΥΦΟΣ σίσυφος", "strasse σισυφοσ σισυφοσ", "case is folded in every script"},
		{"nu\u200brse\u00ad s\u0000tation", "nurse station", "zero-width characters, soft hyphens and controls are not there"},
		{"ward\u00a0sister\nnights", "ward sister nights", "a no-break space is a blank, and so is the end of a line"},
		{"👩‍⚕️ nurse 🚑", "nurse", "emoji are no words"},
		{"看護師 медсестра", "看護師 медсестра", "letters of every script are"},
		{"bad \xff\xfe bytes", "bad bytes", "what is not UTF-8 parts words"},
		{"", "", "nothing"},
		{" .,;!? ", "", "nothing but punctuation"},
	}
	for _, c := range cases {
		if got := words.Normalise(c.text); got != c.want {
			t.Errorf("%q became %q, expected %q: %s", c.text, got, c.want, c.why)
		}
	}
}

// TestTokensKnowTheirPlace: the bytes of a token are those that it was read from.
func TestTokensKnowTheirPlace(t *testing.T) {
	text := "Took bloods, é\u0301t\u200ble\u0301s & C++!"
	var got []string
	for _, token := range words.Tokens(text) {
		got = append(got, token.Text+"="+text[token.Start:token.End])
	}
	want := []string{"took=Took", "bloods=bloods", "etles=é\u0301t\u200ble\u0301s", "and=&", "c++=C++"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAppendTokensKeepsWhatIsThere(t *testing.T) {
	first := words.Tokens("one two")
	both := words.AppendTokens(first, "three")
	require.Equal(t, []words.Token{{"one", 0, 3}, {"two", 4, 7}, {"three", 0, 5}}, both)
}

// TestBounds: endless texts and words are cut.
func TestBounds(t *testing.T) {
	require.Len(t, words.Normalise(strings.Repeat("a", 5<<20)), words.MaxWord, "one endless word")
	require.Len(t, words.Tokens(strings.Repeat("a ", 5<<20)), words.MaxText/2, "endless words")
	wide := words.Normalise(strings.Repeat("é", 1000) + strings.Repeat("看", 1000))
	require.LessOrEqual(t, len(wide), words.MaxWord)
	require.True(t, utf8.ValidString(wide), "a word is not cut inside a character")
	cut := words.Tokens(strings.Repeat("x", words.MaxText-1) + "é")
	require.Equal(t, words.MaxText-1, cut[0].End, "a character cut in two is none")
}

func hostile() []string {
	return []string{
		"", " ", "\x00", strings.Repeat("a", 1<<20), strings.Repeat("\u0301", 1<<16), strings.Repeat("e\u0301", 1<<16),
		strings.Repeat("👩‍⚕️", 1<<14), strings.Repeat("\u200b", 1<<16), strings.Repeat("\xff", 1<<16), "\u202eesrun", "ﷺﷺﷺ", "a\u0000b\u0007c",
		"С++ рrоgrаmmеr", strings.Repeat("& ", 1<<16), "+#+#+#", strings.Repeat("ß", 1<<12), "İstanbul ǆ ŉ", strings.Repeat("'", 1<<16),
	}
}

func TestHostileTexts(t *testing.T) {
	for _, text := range hostile() {
		checkTokens(t, text)
	}
}

// checkTokens holds what is true of the tokens of any text.
func checkTokens(t *testing.T, text string) {
	t.Helper()
	last := words.Token{}
	tokens := words.Tokens(text)
	for _, token := range tokens {
		inside := token.Start < token.End && token.End <= len(text)
		if !inside || token.Start < last.Start || token.End < last.End {
			t.Fatalf("token %q at %d to %d of %d, after one at %d to %d", token.Text, token.Start, token.End, len(text), last.Start, last.End)
		}
		last = token
		if token.Text == "" || len(token.Text) > words.MaxWord || !utf8.ValidString(token.Text) {
			t.Fatalf("token %q of %d bytes", token.Text, len(token.Text))
		}
		for i, c := range token.Text {
			if !unicode.IsLetter(c) && !unicode.IsNumber(c) && (i == 0 || c != '+' && c != '#') {
				t.Fatalf("token %q has %q", token.Text, c)
			}
		}
	}
	once := words.Normalise(text)
	if again := words.Normalise(once); again != once {
		t.Fatalf("%.80q became %.80q, and that %.80q", text, once, again)
	}
	if len(text) < words.MaxText/4 && !strings.ContainsRune(text, utf8.RuneError) {
		if composed := words.Normalise(norm.NFC.String(text)); composed != once {
			t.Fatalf("%.80q became %.80q, composed %.80q", text, once, composed)
		}
	}
	for _, token := range tokens[:min(len(tokens), 50)] {
		if stem := words.Stem(token.Text); stem == "" {
			t.Fatalf("%q has no stem", token.Text)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, text := range hostile() {
		f.Add(text[:min(len(text), 200)])
	}
	f.Add("Healthcare assistant (nights), C++ & café 👩‍⚕️")
	f.Fuzz(checkTokens)
}
