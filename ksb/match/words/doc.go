// Package words turns text into what rankers count: tokens with their place in the
// original, stop words, stems, pairs of stems and character n-grams, and mends the
// spelling of words that nobody knows.
//
//	text --Tokens--> []Token --Lexicon.Terms--> numbers of stems and pairs of stems
//	                         --Grams.Terms----> numbers of character n-grams
//
// A [Lexicon] and a [Grams] first Learn the texts of the targets, one goroutine at a
// time; from then on they only answer, and any number of goroutines may ask.
//
// # Decisions
//
// Text is compared without accents, case and punctuation (Unicode NFKD, marks and
// zero-width characters dropped), so that what a person types needs no care. The
// signs + and # stay when they end a word (C++, C#) and & is the word "and".
//
// The stemmer is Porter2 for English. Words with a digit, a sign or a letter outside
// a to z are left as they are, so other languages match word by word.
//
// Whatever comes in, the work is linear and bounded: [MaxText] bytes of a text are
// looked at and [MaxWord] bytes of a word are kept.
package words
