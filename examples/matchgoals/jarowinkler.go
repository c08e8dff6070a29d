package main

// jaroWinkler is how alike two texts are by the letters that they share in about the same
// places, 0 to 1, more if they begin alike (Winkler 1990, with a prefix of at most four
// letters at 0.1).
func jaroWinkler(a, b []rune) float64 {
	jaro, prefix := jaro(a, b), 0
	for prefix < min(len(a), len(b), 4) && a[prefix] == b[prefix] {
		prefix++
	}
	return jaro + float64(prefix)*0.1*(1-jaro)
}

func jaro(a, b []rune) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	inA, inB := shared(a, b)
	if len(inA) == 0 {
		return 0
	}
	swapped := 0
	for i := range inA {
		if inA[i] != inB[i] {
			swapped++
		}
	}
	m := float64(len(inA))
	return (m/float64(len(a)) + m/float64(len(b)) + (m-float64(swapped/2))/m) / 3
}

// shared are the letters of each that the other has within half its length, in order.
func shared(a, b []rune) (inA, inB []rune) {
	reach := max(max(len(a), len(b))/2-1, 0)
	used := make([]bool, len(b))
	for i, r := range a {
		for j := max(0, i-reach); j < min(len(b), i+reach+1); j++ {
			if !used[j] && b[j] == r {
				used[j], inA = true, append(inA, r)
				break
			}
		}
	}
	for j, r := range b {
		if used[j] {
			inB = append(inB, r)
		}
	}
	return inA, inB
}
