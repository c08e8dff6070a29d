package words

import "strings"

// respelt is a word in one spelling where British and American English have two: of
// "organize" and "organise" always the second, of "colour" and "color" always the second.
// Which of two it is does not matter, only that it is always the same one: of -ise and -ize
// it is -ise, because few words in -ize are never written so, and many in -ise are never
// written otherwise.
func respelt(word string) string {
	if len(word) < 4 {
		return word
	}
	for _, s := range spellings() {
		if at := strings.Index(word, s.from); at >= 0 && s.fits(word, at) {
			word = word[:at] + s.to + word[at+len(s.from):]
		}
	}
	return inIse(word)
}

// spelling is a part of words that is spelt in two ways.
type spelling struct {
	from, to string
	where    place
}

// place is where in a word the part stands. Endings of number or tense are no part of it.
type place uint8

const (
	anywhere place = iota
	leading        // at the beginning
	closing        // at the end, or before an s
)

// fits tells whether the part may stand where it does.
func (s *spelling) fits(word string, at int) bool {
	switch s.where {
	case leading:
		return at == 0
	case closing:
		rest := word[at+len(s.from):]
		return rest == "" || rest == "s"
	}
	return true
}

// spellings are the parts of words that are spelt in two ways, in the order in which they
// are tried. Words that are no more than alike, such as tyre and tire, cheque and check or
// storey and story, are not among them.
func spellings() []spelling {
	return []spelling{
		// -our, in words that have it: not hour, tour, flour, course or journal
		{"colour", "color", anywhere}, {"behaviour", "behavior", anywhere}, {"labour", "labor", anywhere}, {"favour", "favor", anywhere},
		{"honour", "honor", anywhere}, {"humour", "humor", anywhere}, {"harbour", "harbor", anywhere}, {"neighbour", "neighbor", anywhere},
		{"vapour", "vapor", anywhere}, {"flavour", "flavor", anywhere}, {"odour", "odor", anywhere}, {"armour", "armor", anywhere},
		{"endeavour", "endeavor", anywhere}, {"tumour", "tumor", anywhere}, {"rigour", "rigor", anywhere}, {"vigour", "vigor", anywhere},
		{"candour", "candor", anywhere}, {"rumour", "rumor", anywhere}, {"parlour", "parlor", anywhere}, {"savour", "savor", anywhere},
		// -re, and -red before it, which would become -erd
		{"centred", "centered", closing}, {"centring", "centering", closing}, {"centre", "center", anywhere}, {"theatre", "theater", anywhere},
		{"fibre", "fiber", anywhere}, {"litre", "liter", anywhere}, {"metre", "meter", anywhere}, {"calibre", "caliber", anywhere},
		{"manoeuvre", "maneuver", closing}, {"manoeuvr", "maneuver", anywhere},
		// -ogue, -amme, -yze
		{"alogue", "alog", closing}, {"aloguing", "aloging", closing}, {"alogued", "aloged", closing}, {"aloguer", "aloger", closing},
		{"programme", "program", closing}, {"lyze", "lyse", anywhere}, {"lyzing", "lysing", closing},
		// ae and oe of Greek and Latin
		{"paed", "ped", anywhere}, {"haem", "hem", anywhere}, {"aemi", "emi", anywhere}, {"anaesth", "anesth", anywhere},
		{"gynaec", "gynec", leading}, {"oestr", "estr", leading}, {"oesoph", "esoph", anywhere}, {"diarrhoea", "diarrhea", leading},
		{"foet", "fet", leading}, {"caesar", "cesar", leading}, {"faec", "fec", leading}, {"oedema", "edema", anywhere},
		{"coeliac", "celiac", leading}, {"aetiolog", "etiolog", leading}, {"archaeo", "archeo", anywhere}, {"palaeo", "paleo", leading},
		{"mediaeval", "medieval", leading},
		// -ence and -ense, practise and practice
		{"licence", "license", anywhere}, {"defence", "defense", leading}, {"offence", "offense", leading}, {"practis", "practic", anywhere},
		// one l or two
		{"counsellor", "counselor", anywhere}, {"jewellery", "jewelry", leading}, {"enroll", "enrol", leading}, {"fulfill", "fulfil", leading},
		{"skillful", "skilful", anywhere}, {"woollen", "woolen", leading}, {"installment", "instalment", leading},
		// single words
		{"aluminium", "aluminum", leading}, {"draughts", "drafts", leading}, {"plough", "plow", anywhere}, {"sulph", "sulf", anywhere},
		{"grey", "gray", leading}, {"mould", "mold", leading}, {"judgement", "judgment", anywhere}, {"acknowledgement", "acknowledgment", leading},
		{"ageing", "aging", leading}, {"artefact", "artifact", leading}, {"sceptic", "skeptic", leading}, {"carburettor", "carburetor", leading},
		{"maths", "math", leading}, {"yoghurt", "yogurt", leading},
	}
}

// inIse writes -ize and its endings with an s.
func inIse(word string) string {
	at := strings.LastIndex(word, "iz")
	if at < 3 || !izeEnding(word[at+2:]) || alwaysIze(word[:at]) {
		return word
	}
	return word[:at+1] + "s" + word[at+2:]
}

// izeEnding tells what follows the z in a verb of -ize and the words made of it.
func izeEnding(rest string) bool {
	switch rest {
	case "e", "es", "ed", "er", "ers", "ing", "able", "ation", "ations", "ational":
		return true
	}
	return false
}

// alwaysIze tells the beginnings of the words that are in -ize everywhere: sizes of all
// sorts, and capsize, prize, seize and assize with what stands before them.
func alwaysIze(head string) bool {
	switch head {
	case "as", "caps", "downs", "fulls", "mids", "outs", "overs", "res", "rights", "supers", "unders", "ups", "app", "appr", "outpr", "rese":
		return true
	}
	return false
}
