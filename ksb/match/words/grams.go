package words

// Grams numbers the character n-grams of the texts that it has learnt, from 0 without
// gaps. A text is taken as its words with one blank before, between and after them, so
// that an n-gram knows where words begin. N-grams are told apart by a hash of 64 bits.
type Grams struct {
	from, to int
	keys     []uint64 // a table with open addressing; 0: free
	ids      []uint32
	n        int
}

// NewGrams returns a Grams of n-grams of from to to characters.
func NewGrams(from, to int) *Grams {
	return &Grams{from: from, to: to, keys: make([]uint64, 1024), ids: make([]uint32, 1024)}
}

// Learn appends to dst the numbers of the n-grams of a text, repeats included, giving
// new numbers to new ones.
func (g *Grams) Learn(dst []uint32, tokens []Token) []uint32 {
	g.each(tokens, func(key uint64) {
		if 2*g.n >= len(g.keys) {
			g.grow()
		}
		at := g.find(key)
		if g.keys[at] == 0 {
			g.keys[at], g.ids[at] = key, uint32(g.n)
			g.n++
		}
		dst = append(dst, g.ids[at])
	})
	return dst
}

// Terms appends to dst the numbers of the known n-grams of a text, repeats included, and
// returns how many others it has.
func (g *Grams) Terms(dst []uint32, tokens []Token) (terms []uint32, unknown int) {
	g.each(tokens, func(key uint64) {
		if at := g.find(key); g.keys[at] != 0 {
			dst = append(dst, g.ids[at])
		} else {
			unknown++
		}
	})
	return dst, unknown
}

// Len is how many n-grams there are.
func (g *Grams) Len() int { return g.n }

// find returns the place of a key in the table: where it stands, or a free one.
func (g *Grams) find(key uint64) int {
	mask := uint64(len(g.keys) - 1)
	at := key & mask
	for g.keys[at] != key && g.keys[at] != 0 {
		at = (at + 1) & mask
	}
	return int(at)
}

func (g *Grams) grow() {
	keys, ids := g.keys, g.ids
	g.keys, g.ids = make([]uint64, 2*len(keys)), make([]uint32, 2*len(keys))
	for i, key := range keys {
		if key != 0 {
			at := g.find(key)
			g.keys[at], g.ids[at] = key, ids[i]
		}
	}
}

// each calls found with the key of every n-gram of a text.
func (g *Grams) each(tokens []Token, found func(key uint64)) {
	if len(tokens) == 0 {
		return
	}
	var stack [256]rune
	text := append(stack[:0], ' ')
	for _, token := range tokens {
		for _, c := range token.Text {
			text = append(text, c)
		}
		text = append(text, ' ')
	}
	for i := range text {
		hash := uint64(14695981039346656037)
		for n, c := range text[i:min(i+g.to, len(text))] {
			hash = (hash ^ uint64(c)) * 1099511628211
			if n+1 >= g.from {
				found(mix(hash))
			}
		}
	}
}

// mix spreads a hash over all bits, and is never 0.
func mix(x uint64) uint64 {
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	x ^= x >> 32
	return max(x, 1)
}
