// Package solve finds the best set of actions that makes a list of goals true, and
// proves that there is none better. It knows nothing of courses or people: actions
// and facts are small integers, costs are int64, and it needs the standard library
// alone.
//
// # The problem
//
// Facts only ever become true. An action can be carried out once all facts that it
// needs are true, and then makes others true. Actions never support each other in a
// circle: what counts is what can be reached from the facts that hold at the start.
// (A model in which "each action needs one of its suppliers" is satisfied by a ring
// that nobody could begin.)
//
// # The method
//
// Switch on as many actions as possible while some goal stays out of reach. The
// actions that are left form a landmark: every plan holds one of them. A set of
// actions that meets every landmark is a plan, so the task is to hit all landmarks
// at the least cost; there are too many to list, and each is made when the search
// needs it. This is the minimum hitting set over landmarks of delete-free planning
// (Bonet and Helmert 2010; Haslum, Slaney and Thiébaux 2012).
//
// Each landmark gets a price, and no action's landmarks may add up to more than its
// cost, or the excess is taken off. So the sum of the prices is a bound: no plan costs
// less. Good prices are those of a linear relaxation, solved by a dual simplex, over a
// sparse factor of its basis, that begins with prices raised row by row, and gains a row
// whenever its answer misses a landmark. Such a landmark is looked for backwards from
// each goal, fact by fact, in favour of actions of which the answer takes little; and where
// that finds none, by switching on what the answer takes. Branch and bound closes what gap
// remains: it looks first at what may be cheapest, and leaves out actions that the prices
// rule out, or that another action outdoes at less cost. In a cover, where no action needs
// anything, a node that had to wait goes on from the basis that its parent left, a few dozen
// pivots away. Of plans that cost as little most are ruled out together: the prices can
// mostly be moved, at no loss, until every action outside the best plan has something left.
//
// A deadline changes nothing of this: "reached in time" grows with the set of
// actions as "reached" does, so it has landmarks of its own. A limit on a resource is
// priced as well: cost plus a multiple of the use is bounded below, and the multiple
// of the limit taken off again. A goal that needs several sources gets landmarks that ask
// for as many.
//
// # The proof
//
// The simplex works with floats, and only suggests: its prices are rounded down to whole
// millionths of a unit of cost, and what they prove is added up in integers. They are
// kept in a [Certificate], which [Certificate.Check] goes through without any search: it
// derives each landmark again from the facts that cannot be true without it, and adds up. The
// certificate also names the facts that nothing makes true, or only late, and those that serve
// no goal, so that each is checked where it is met and nothing has to be found out again.
//
// [Front] finds the plans that none beats by cost, use of resources, time and weight lost. By
// cost and one other criterion it finds a dozen points in one tree: each node looks for all of
// them that its prices leave open, each at its own limit, first for the one that leads.
// [Greedy] finds a plan fast.
//
// # Decisions
//
// Prices, bounds and multiples are integers: no rounding can make a bound too high. Where
// all costs are multiples of a number, so is that of any plan: a bound is rounded up to it.
// Products of floats are rounded one by one, so every processor gives the same answer.
// Nothing depends on the clock but a context that ends, and an answer cut short says so.
//
// Where not all goals can be closed, the weight of the goals that stay open is made
// least first, and cost comes second. A goal that may stay open is a goal with a
// waiver: an action without needs that makes it true at the cost of its weight. Good plans
// of this kind are found early: what the relaxation takes, as far as the limits leave room,
// is filled up, and actions are exchanged one by one for what then closes more.
//
// # What falls short
//
// Problems with budgets need trees of some hundred nodes, since the relaxation fills a limit
// with parts of actions; of twenty one takes 40 to 55 ms, and a fifth of that is spent before the
// best plan is known. A front needs some 25 nodes a point for its proof: .3 to 1.6 s. Tried in vain, for both: rows that say that some actions
// together break a limit (as many nodes, or more); all actions tested before each split (a
// tenth fewer nodes, half as much time again); a ratio test with long steps (as many
// exchanges), weights without a solve of their own, or left as they are (half as many again);
// pairs of actions exchanged in plans, and dives one after the other (no better plans); plans
// filled up at more of the first nodes (a twentieth fewer nodes, as much more time); bases
// factored, or rows dropped, sooner (as long). For fronts: the tree of the point before gone
// through again with its prices (a third more relaxations), more points in a tree than plans are
// known well, and the box first of which the most is left (fewer nodes, more exchanges, as long).
// Rows rounded from the simplex, exact in integers, need fewer nodes where cost is made least,
// more work where weight is; in finer parts of prices the multiples of limits grow too large,
// and bounds weaken.
//
// Of small covers half of the time is the start of a process, memory that is touched for the
// first time, and reading. For covers these did not help: plans rebuilt by chance (as many
// trees grew as shrank); more tests of what to branch on (half the nodes of large trees, in the
// same time); going back to the latest node first (as many nodes); smaller copies of what is
// saved before a test; first prices of those rows first that are dearest to meet (as much work).
// The check of a certificate reads every list of the problem anew: it takes one to three
// hundredths of the time of the search, and three to four where there are only some tens of
// actions.
package solve
