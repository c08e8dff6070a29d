package words

import "github.com/kljensen/snowball/english"

// Stem returns the Porter2 stem of a normalised English word: "nurses" and "nursing"
// are both "nurs". British and American spellings have the same stem: "paediatrics" and
// "pediatric". A word with anything but the letters a to z is its own stem.
func Stem(word string) string {
	if len(word) <= 2 {
		return word
	}
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return word
		}
	}
	return english.Stem(respelt(word), true)
}

// Stop tells whether a normalised word carries no meaning of its own in a title or a
// statement. Words that are also the names of fields, such as "it", are not among them.
func Stop(word string) bool {
	if len(word) > 7 {
		return false
	}
	switch word {
	case "a", "an", "and", "any", "are", "as", "at", "be", "been", "being", "both", "but", "by",
		"can", "could", "did", "does", "each", "for", "from", "had", "has", "have", "having", "he", "her", "him", "his", "how",
		"i", "if", "in", "into", "is", "its", "may", "me", "might", "must", "my", "nor", "of", "on", "or", "our", "ours",
		"shall", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too",
		"via", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "you", "your":
		return true
	}
	return false
}
