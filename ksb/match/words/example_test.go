package words_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

func ExampleNormalise() {
	fmt.Println(words.Normalise("Café Manager (C++ & nights)"))
	// Output: cafe manager c++ and nights
}

func ExampleTokens() {
	text := "Took bloods."
	for _, token := range words.Tokens(text) {
		fmt.Println(token.Text, token.Start, token.End)
	}
	// Output:
	// took 0 4
	// bloods 5 11
}

func ExampleLexicon() {
	var l words.Lexicon
	l.Learn(nil, words.Tokens("nursing care"))
	terms, unknown := l.Terms(nil, words.Tokens("cares for nurses on wards"))
	for _, term := range terms {
		fmt.Println(l.Text(term))
	}
	fmt.Println(unknown, "unknown")
	// Output:
	// care
	// nurs
	// 1 unknown
}

func ExampleGrams() {
	g := words.NewGrams(3, 3)
	g.Learn(nil, words.Tokens("nurse"))
	known, unknown := g.Terms(nil, words.Tokens("nursing"))
	fmt.Println(len(known), "n-grams shared,", unknown, "not")
	// Output: 3 n-grams shared, 4 not
}

func ExampleSpeller_Fixes() {
	s := words.NewSpeller(map[string]int{"nurse": 12, "purse": 1})
	fmt.Println(s.Fixes(nil, "nusre", 2))
	// Output: [{nurse 1 12} {purse 2 1}]
}
