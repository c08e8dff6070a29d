package words_test

import (
	"testing"

	"github.com/stretchr/testify/require"

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

// TestSpellingsMeet: a word has one stem, whether it is spelt in the British or in the
// American way, whichever of the two was learnt.
func TestSpellingsMeet(t *testing.T) {
	cases := []struct{ british, american, why string }{
		{"organise", "organize", "-ise, -ize"},
		{"organised", "organized", "its tenses"},
		{"organising", "organizing", "its tenses"},
		{"organisation", "organization", "what is made of it"},
		{"organisations", "organizations", "and the plural of that"},
		{"organisational", "organizational", "and the adjective"},
		{"organiser", "organizer", "and who does it"},
		{"recognisable", "recognizable", "and what can be done"},
		{"specialised", "specialized", "-ise, -ize"},
		{"ionising", "ionizing", "a short one"},
		{"analyse", "analyze", "-yse, -yze"},
		{"analysing", "analyzing", "its tenses"},
		{"analyser", "analyzer", "a device"},
		{"colour", "color", "-our"},
		{"behavioural", "behavioral", "in the midst of a word"},
		{"neighbourhood", "neighborhood", "in the midst of a word"},
		{"labourers", "laborers", "in the midst of a word"},
		{"programme", "program", "-amme"},
		{"programmes", "programs", "its plural"},
		{"centre", "center", "-re"},
		{"centres", "centers", "its plural"},
		{"centred", "centered", "and its verb"},
		{"theatre", "theater", "-re"},
		{"kilometres", "kilometers", "a part of the word"},
		{"manoeuvring", "maneuvering", "two differences"},
		{"catalogue", "catalog", "-ogue"},
		{"cataloguing", "cataloging", "its tenses"},
		{"paediatric", "pediatric", "ae"},
		{"orthopaedics", "orthopedics", "ae inside"},
		{"haematology", "hematology", "ae"},
		{"anaemia", "anemia", "ae"},
		{"anaesthetist", "anesthetist", "ae"},
		{"gynaecologist", "gynecologist", "ae"},
		{"oedema", "edema", "oe"},
		{"foetal", "fetal", "oe"},
		{"licence", "license", "-ence, -ense"},
		{"defence", "defense", "-ence, -ense"},
		{"practising", "practicing", "the verb is spelt as the noun"},
		{"counsellor", "counselor", "one l or two"},
		{"travelling", "traveling", "the stemmer does so itself"},
		{"labelled", "labeled", "the stemmer does so itself"},
		{"enrolment", "enrollment", "one l or two, the other way round"},
		{"jewellery", "jewelry", "a single word"},
		{"draughtsman", "draftsman", "a single word"},
		{"aluminium", "aluminum", "a single word"},
		{"ageing", "aging", "a single word"},
	}
	for _, c := range cases {
		require.NotEqual(t, c.british, c.american)
		one, two := words.Stem(c.british), words.Stem(c.american)
		if one != two {
			t.Errorf("%s has the stem %q, %s has %q: %s", c.british, one, c.american, two, c.why)
		}
		for _, pair := range [][2]string{{c.british, c.american}, {c.american, c.british}} {
			var l words.Lexicon
			l.Learn(nil, words.Tokens(pair[0]))
			_, known := l.Word(pair[1])
			require.True(t, known, "%s is known where %s was learnt", pair[1], pair[0])
		}
	}
}

// TestOtherWordsStayApart: words that only look like spellings of each other.
func TestOtherWordsStayApart(t *testing.T) {
	cases := []struct{ one, two, why string }{
		{"prise", "prize", "two words"},
		{"prised", "prized", "two words"},
		{"size", "sise", "sizes are everywhere in -ize"},
		{"resize", "resise", "likewise"},
		{"capsized", "capsised", "likewise"},
		{"seize", "seise", "likewise"},
		{"organisation", "organ", "what the stemmer makes of organization"},
		{"hour", "hor", "-our is no ending of its own"},
		{"tour", "tor", "likewise"},
		{"flour", "flor", "likewise"},
		{"course", "corse", "likewise"},
		{"programmer", "program", "who writes programs, by the stemmer"},
		{"cheque", "check", "American has one word for two, which says less"},
		{"tyre", "tire", "likewise: nobody tires of a tyre"},
		{"storey", "story", "likewise"},
		{"fence", "fense", "not every -ence"},
		{"evidence", "evidense", "likewise"},
		{"lizard", "lisard", "no ending"},
		{"citizen", "citisen", "no ending"},
	}
	for _, c := range cases {
		if one, two := words.Stem(c.one), words.Stem(c.two); one == two {
			t.Errorf("%s and %s both have the stem %q: %s", c.one, c.two, one, c.why)
		}
	}
}

// TestStemsThatStay: words with the letters of a rule to which it does not apply.
func TestStemsThatStay(t *testing.T) {
	for word, want := range map[string]string{ // any order
		"advise": "advis", "exercise": "exercis", "supervised": "supervis", "enterprise": "enterpris", "promise": "promis",
		"prize": "prize", "size": "size", "analysis": "analysi", "analyst": "analyst", "hours": "hour", "tourism": "tourism",
		"metropolitan": "metropolitan", "literacy": "literaci", "hemming": "hem", "programming": "program", "shoes": "shoe", "maestro": "maestro",
	} {
		if got := words.Stem(word); got != want {
			t.Errorf("%s has the stem %q, expected %q", word, got, want)
		}
	}
}

// FuzzStem: whatever the word, there is a stem, and the same one at every time.
func FuzzStem(f *testing.F) {
	for _, word := range []string{"", "organize", "iz", "colour", "haemanaesthlyze", "ize", "медсестры", "prize"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if stem := words.Stem(word); (stem == "") != (word == "") || stem != words.Stem(word) {
			t.Errorf("%q has the stem %q", word, stem)
		}
	})
}
