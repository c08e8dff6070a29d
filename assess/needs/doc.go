// Package needs reads training-needs surveys: many people rate items by how important
// they are and how well they are done, perhaps also by how difficult and how frequent,
// and whether training would help. Several published methods turn the answers into an
// order of needs, and they do not agree; so [Compare] puts them side by side and says
// how far apart they are.
//
//	Survey --Collect--> *Returns --Compare--> *Result
//
// # The methods
//
//   - Borich 1980: mean weighted discrepancy score, the mean of importance less
//     performance, times the mean importance. Greatest first.
//   - Narine and Harder 2021: ranked discrepancy score, 100 x (those who do better than
//     it is important - those who do worse) / all. Least first; needs no means.
//   - Importance less performance, as in the Hennessy-Hicks method. The items of that
//     instrument are copyright and are not here: bring your own.
//   - Martilla and James 1977: four quadrants of importance and performance.
//   - Locus for focus: importance against discrepancy.
//   - The triple rule: in "concentrate here", in the first ten by Borich, and high on
//     both axes of the locus.
//   - DIF: difficulty, importance, frequency -> no training, training, over-training.
//
// # Decisions
//
// Nothing means not answered. It is never 0, and an item that nobody answered has no
// score: it is listed as silent.
//
// Whose answers count where some are missing is a choice that moves results, so it is a
// parameter, [Missing], and its default is pairwise: an answer counts for an item where
// one person gave both ratings. So both means are of the same people, the identity
// MWDS = I(I - C) holds, and nobody is lost for an item that they skipped elsewhere.
//
// Where the lines cross is a choice too, [Crosshair]: it decides which quadrant an item
// falls in. A value on a line counts as high, and is marked as standing on it.
//
// Ratings are ordinal. Borich, quadrants and locus average them all the same, because
// their authors do; the ranked discrepancy does not, which is why it stands beside them.
package needs
