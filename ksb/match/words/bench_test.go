package words_test

import (
	"testing"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

const title = "Senior Healthcare Assistant (nights), Accident & Emergency"

func BenchmarkTokens(b *testing.B) {
	var tokens []words.Token
	b.ReportAllocs()
	for b.Loop() {
		tokens = words.AppendTokens(tokens[:0], title)
	}
}

func BenchmarkLexiconTerms(b *testing.B) {
	var l words.Lexicon
	tokens := words.Tokens(title)
	terms := l.Learn(nil, tokens)
	b.ReportAllocs()
	for b.Loop() {
		terms, _ = l.Terms(terms[:0], tokens)
	}
}

func BenchmarkGramsTerms(b *testing.B) {
	g := words.NewGrams(3, 4)
	tokens := words.Tokens(title)
	terms := g.Learn(nil, tokens)
	b.ReportAllocs()
	for b.Loop() {
		terms, _ = g.Terms(terms[:0], tokens)
	}
}
