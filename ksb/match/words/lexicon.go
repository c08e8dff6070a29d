package words

// Lexicon numbers the stems and the pairs of neighbouring stems of the texts that it
// has learnt, from 0 without gaps. It remembers the stem of every word learnt, so that
// asking needs no stemmer. The zero Lexicon is ready to learn.
type Lexicon struct {
	words map[string]uint32 // a word -> its stem's number; stopped for stop words
	stems map[string]uint32
	pairs map[uint64]uint32
	texts []string // of each term; a pair is "one two"
	pair  []bool   // of each term: whether it is a pair
}

// stopped is the number of a word that is not counted.
const stopped = ^uint32(0)

// Learn appends to dst the numbers of the stems of a text, and of its pairs of stems,
// giving new numbers to new ones. Stop words are passed over, so "director of nursing"
// has the pair of "director" and "nursing".
func (l *Lexicon) Learn(dst []uint32, tokens []Token) []uint32 {
	if l.words == nil {
		l.words, l.stems, l.pairs = map[string]uint32{}, map[string]uint32{}, map[uint64]uint32{}
	}
	last := stopped
	for _, token := range tokens {
		at := l.learnWord(token.Text)
		if at == stopped {
			continue
		}
		dst = append(dst, at)
		if last != stopped {
			dst = append(dst, l.learnPair(last, at))
		}
		last = at
	}
	return dst
}

func (l *Lexicon) learnWord(word string) uint32 {
	if at, known := l.words[word]; known {
		return at
	}
	at := stopped
	if !Stop(word) {
		at = l.learnStem(Stem(word))
	}
	l.words[word] = at
	return at
}

func (l *Lexicon) learnStem(stem string) uint32 {
	at, known := l.stems[stem]
	if !known {
		at = l.add(stem, false)
		l.stems[stem] = at
	}
	return at
}

func (l *Lexicon) learnPair(one, two uint32) uint32 {
	key := pairKey(one, two)
	at, known := l.pairs[key]
	if !known {
		at = l.add(l.texts[one]+" "+l.texts[two], true)
		l.pairs[key] = at
	}
	return at
}

func (l *Lexicon) add(text string, pair bool) uint32 {
	l.texts = append(l.texts, text)
	l.pair = append(l.pair, pair)
	return uint32(len(l.texts) - 1)
}

func pairKey(one, two uint32) uint64 { return uint64(one)<<32 | uint64(two) }

// Terms appends to dst the numbers of the known stems and pairs of a text, and returns
// how many stems of it are unknown.
func (l *Lexicon) Terms(dst []uint32, tokens []Token) (terms []uint32, unknown int) {
	last := stopped
	for _, token := range tokens {
		at, known := l.Word(token.Text)
		switch {
		case !known:
			last = stopped
			unknown++
		case at != stopped:
			dst = append(dst, at)
			if pair, known := l.Pair(last, at); known {
				dst = append(dst, pair)
			}
			last = at
		}
	}
	return dst, unknown
}

// Word returns the number of the stem of a normalised word, and whether it is known. A
// stop word is known, and its number is that of no term.
func (l *Lexicon) Word(word string) (uint32, bool) {
	if at, known := l.words[word]; known {
		return at, true
	}
	if Stop(word) {
		return stopped, true
	}
	at, known := l.stems[Stem(word)]
	return at, known
}

// Stem returns the stem of a normalised word, from memory if the word was learnt.
func (l *Lexicon) Stem(word string) string {
	if at, known := l.words[word]; known && at != stopped {
		return l.texts[at]
	}
	return Stem(word)
}

// Text returns the stem of a number, or the two stems of a pair with a blank between.
func (l *Lexicon) Text(term uint32) string { return l.texts[term] }

// IsPair tells whether the term of a number is a pair of stems.
func (l *Lexicon) IsPair(term uint32) bool { return l.pair[term] }

// Len is how many terms there are.
func (l *Lexicon) Len() int { return len(l.texts) }

// Pair returns the number of the pair of two stems, and whether they have stood side by
// side.
func (l *Lexicon) Pair(one, two uint32) (uint32, bool) {
	at, known := l.pairs[pairKey(one, two)]
	return at, known
}
