// Package routes finds the best ways through a map: the k shortest, and all of which
// none is better in everything. It knows nothing of roles or people: places and links
// are small integers, costs are int64, and it needs the standard library alone.
//
// # The problem
//
// A map is a set of places, numbered from 0, and of links from one to another, each with
// one to three costs of at least 0. A path never visits a place twice. A place may be
// linked to another more than once; such links are different paths.
//
// # The method
//
// First the distances of places to the target are found, by Dijkstra's method from the
// target backwards; for the shortest paths only as far as the start, since what is
// farther off is hardly ever of use, and is taken to be as far as that. So a search from
// the start that always goes on where the way so far and the distance left are least
// (A*) goes straight to the target.
//
// The k shortest paths come by deviation (Yen 1971, with the savings of Lawler 1972):
// each path that is found is left again at every one of its places, by a link that no
// earlier path with the same start took. A deviation is held back with its bound, the way
// so far and the least distance left, and searched only once no other is less: most
// never are.
//
// Paths of which none is better in everything come by setting labels (Martins 1984) in
// lexicographic order with the distances as bounds (Mandow and Pérez de la Cruz 2010).
// Since the first cost of the labels never falls, a label is outdone as soon as an
// earlier one of its place is no worse in the other costs (Pulido, Mandow and Pérez de
// la Cruz 2015), which with two costs is one comparison.
//
// # Decisions
//
// Everything is integers, and equal costs are decided by the numbers of places and
// links: the same map gives the same paths everywhere.
package routes
