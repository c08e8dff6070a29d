package words_test

import (
	"testing"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

func TestStem(t *testing.T) {
	cases := []struct{ word, want, why string }{
		{"nurses", "nurs", "Porter2"},
		{"nursing", "nurs", "the work and who does it meet"},
		{"handling", "handl", "Porter2"},
		{"generously", "generous", "Porter2's own exception: not general"},
		{"it", "it", "two letters have no ending"},
		{"c++", "c++", "a sign: not English"},
		{"l2", "l2", "a digit: not English"},
		{"медсестры", "медсестры", "another script"},
		{"", "", "nothing"},
	}
	for _, c := range cases {
		if got := words.Stem(c.word); got != c.want {
			t.Errorf("%q has the stem %q, expected %q: %s", c.word, got, c.want, c.why)
		}
	}
}

func TestStop(t *testing.T) {
	cases := []struct {
		word string
		want bool
		why  string
	}{
		{"of", true, "director of nursing is nursing director"},
		{"with", true, "carries nothing"},
		{"it", false, "a field of work"},
		{"us", false, "ultrasound"},
		{"nurse", false, "carries all"},
		{"", false, "no word"},
	}
	for _, c := range cases {
		if got := words.Stop(c.word); got != c.want {
			t.Errorf("%q: %t, expected %t: %s", c.word, got, c.want, c.why)
		}
	}
}
