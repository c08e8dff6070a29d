package pathway

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/skillgap-go/skillgap/ksb"
)

// akin is a class of statements and how near its words are to those of another.
type akin struct {
	class int32
	share float64 // above 0, at most 1
}

// commonWord is the share of statements from which a word says nothing.
const commonWord = 0.05

// wordings finds, for each class of knowledge or skills, the classes of the same kind
// whose words are near: the cosine of their words, each word weighed by how rare it is
// (the logarithm of the number of classes over those that have the word). Words in more
// than one class in twenty do not count, and in a set of fewer than a hundred classes all
// words do. The class itself comes first, at 1. least above 1: nothing else is near.
func wordings(ix *ksb.Index, class []int32, least float64) [][]akin {
	near := make([][]akin, len(class))
	for n, c := range class {
		if int(c) == n {
			near[n] = []akin{{c, 1}}
		}
	}
	if least > 1 {
		return near
	}
	w := newWordIndex(ix, class)
	for n := range w.words {
		near[n] = append(near[n], w.nearest(int32(n), least)...)
	}
	return near
}

// wordIndex tells which classes have which word.
type wordIndex struct {
	kinds  []ksb.Kind // by class
	words  [][]int32  // by class: numbers of its words, ascending; nil: not compared
	weight []float64  // by word, squared
	length []float64  // by class
	having [][]int32  // by word: classes, ascending
	dot    []float64  // by class: scratch
}

func newWordIndex(ix *ksb.Index, class []int32) *wordIndex {
	w := &wordIndex{
		kinds: make([]ksb.Kind, len(class)), words: make([][]int32, len(class)),
		length: make([]float64, len(class)), dot: make([]float64, len(class)),
	}
	numbers, compared := map[string]int32{}, 0
	for n, c := range class {
		s := ix.StatementAt(int32(n))
		if w.kinds[n] = s.Kind; int(c) != n || s.Kind == ksb.Behaviour {
			continue
		}
		compared++
		for _, word := range spoken(s.Text) {
			number, known := numbers[word]
			if !known {
				number = int32(len(numbers))
				numbers[word] = number
				w.having = append(w.having, nil)
			}
			w.words[n] = append(w.words[n], number)
			w.having[number] = append(w.having[number], c)
		}
	}
	w.weigh(compared)
	return w
}

// weigh finds what each word is worth, and how long each class is.
func (w *wordIndex) weigh(compared int) {
	most := math.Inf(1)
	if compared >= 100 {
		most = commonWord * float64(compared)
	}
	w.weight = make([]float64, len(w.having))
	for i, having := range w.having {
		if n := float64(len(having)); n <= most {
			idf := math.Log(1 + float64(compared)/n)
			w.weight[i] = idf * idf
		}
	}
	for n, words := range w.words {
		slices.Sort(words)
		for _, i := range words {
			w.length[n] += w.weight[i]
		}
		w.length[n] = math.Sqrt(w.length[n])
	}
}

// nearest lists the other classes of the same kind whose words are near, by number.
func (w *wordIndex) nearest(n int32, least float64) (list []akin) {
	var touched []int32
	for _, i := range w.words[n] {
		if w.weight[i] == 0 {
			continue
		}
		for _, c := range w.having[i] {
			if w.dot[c] == 0 {
				touched = append(touched, c)
			}
			w.dot[c] += w.weight[i]
		}
	}
	for _, c := range touched {
		if share := w.dot[c] / (w.length[n] * w.length[c]); c != n && w.kinds[c] == w.kinds[n] && share >= least {
			list = append(list, akin{c, min(share, 1)})
		}
		w.dot[c] = 0
	}
	slices.SortFunc(list, func(a, b akin) int { return cmp.Compare(a.class, b.class) })
	return list
}

// spoken are the words of a text, each once: letters and digits in lower case, a plural
// s cut off.
func spoken(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !isSaid(r) })
	for i, word := range words {
		if len(word) > 3 && !strings.HasSuffix(word, "ss") {
			words[i] = strings.TrimSuffix(word, "s")
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func isSaid(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
